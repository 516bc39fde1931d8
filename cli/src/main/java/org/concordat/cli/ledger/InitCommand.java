package org.concordat.cli.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.notes.VerifierKey.Use;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat ledger init}. */
@Command(name = "init", mixinStandardHelpOptions = true, description = "Begins an empty ledger in a folder.")
final class InitCommand implements Callable<Integer> {
    private static final Pattern OWN = Pattern.compile("acknowledged|anchor|entries|index|lock|hashes-[0-9]+");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Where the ledger will lie; made if it does not exist.")
    private @Nullable Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "What the ledger is called, unique in the world, such as ledger.tideford.example.")
    private String name = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The secret key that signs; made if it does not exist. Keep it out of the ledger's folder.")
    private @Nullable Path key;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path place = Objects.requireNonNull(folder);
        Path keyFile = Objects.requireNonNull(key);
        refuseWhatIsOfSomethingElse(place);
        SigningKey signer;
        try {
            signer = KeyFiles.readOrMake(keyFile, name, Use.NOTE);
        } catch (IllegalArgumentException wrongName) {
            throw new ParameterException(command.commandLine(), "--name: " + wrongName.getMessage(), wrongName);
        }
        if (!signer.verifier().name().equals(name)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--key: that key is called " + signer.verifier().name() + ". Give its name, or another key file.");
        }
        try {
            Files.createDirectories(place);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, place.toAbsolutePath());
        }
        try (Ledger ledger = Ledger.create(FileStore.open(FolderDisk.of(place)), signer.verifier())) {
            Screen screen = Screen.of(command.commandLine(), false);
            screen.say("The ledger " + ledger.origin() + " begins in " + place + ".");
            screen.say("Its public key, for everyone who will verify it: " + signer.verifier());
            screen.say(
                    "Its secret key is " + keyFile + ". Who has that can sign in its name: keep it safe, and a copy.");
        }
        return ExitCode.DONE.number();
    }

    /**
     * A ledger lies alone: among agreements, say, each would be in the other's way. What an earlier attempt left that had no
     * space to finish is its own.
     */
    private static void refuseWhatIsOfSomethingElse(Path place) {
        try (Stream<Path> there = Files.isDirectory(place) ? Files.list(place) : Stream.empty()) {
            if (!Files.exists(place.resolve("keys"))
                    && there.anyMatch(
                            file -> !OWN.matcher("" + file.getFileName()).matches())) {
                throw new CommandException(
                        "OUT-EXISTS",
                        ExitCode.WRONG_USE,
                        place
                                + " has something in it that is no ledger. Name a folder that is empty or does not exist.");
            }
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, place.toAbsolutePath());
        }
    }
}
