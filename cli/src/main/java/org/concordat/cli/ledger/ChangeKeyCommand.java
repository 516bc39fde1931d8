package org.concordat.cli.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.notes.VerifierKey.Use;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat ledger change-key}. */
@Command(
        name = "change-key",
        mixinStandardHelpOptions = true,
        description = "Lets a new key take over. The old one can then sign nothing that comes later.")
final class ChangeKeyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The ledger.")
    private @Nullable Path folder;

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "The secret key that signs now.")
    private @Nullable Path key;

    @Option(
            names = "--next",
            paramLabel = "FILE",
            required = true,
            description = "The secret key that takes over; made if it does not exist.")
    private @Nullable Path next;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path nextFile = Objects.requireNonNull(next);
        try (Ledger ledger = Folders.open(Objects.requireNonNull(folder), command)) {
            SigningKey old = KeyFiles.of(ledger, Objects.requireNonNull(key));
            SigningKey taking = Files.exists(nextFile)
                    ? KeyFiles.of(ledger, nextFile)
                    : KeyFiles.readOrMake(nextFile, ledger.origin(), Use.NOTE);
            if (taking.verifier().toString().equals(old.verifier().toString())) {
                throw new ParameterException(
                        command.commandLine(),
                        "--next: that is the key that signs now. Name a file that does not exist, and it is made.");
            }
            ledger.changeKey(old, taking, Instant.now());
            Screen screen = Screen.of(command.commandLine(), false);
            screen.say("From entry " + ledger.size() + " on, " + nextFile + " signs for " + ledger.origin() + ".");
            screen.say("Its public key: " + taking.verifier());
            screen.say("Give witnesses the ledger's file of keys. Whoever trusts the first key goes on trusting it.");
        }
        return ExitCode.DONE.number();
    }
}
