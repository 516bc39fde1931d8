package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.NewFile;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat ledger prove}. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a proof of one entry that anyone can check without the ledger.")
final class ProveCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The ledger.")
    private @Nullable Path folder;

    @Option(names = "--entry", paramLabel = "NUMBER", required = true, description = "Which entry, from 0.")
    private long entry;

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "A file with a checkpoint that the reader kept, to which the proof is to lead too.")
    private List<Path> since = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the proof goes, such as entry.tlog-proof.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path file = Objects.requireNonNull(out);
        List<Long> sizes = since.stream()
                .map(kept ->
                        SignedCheckpoint.parse(Folders.read(kept)).checkpoint().size())
                .toList();
        try (Ledger ledger = Folders.open(Objects.requireNonNull(folder), command)) {
            ProofBundle proof = prove(command, ledger, sizes);
            byte[] text = proof.text().getBytes(UTF_8);
            if (!LedgerVerifier.proof(text, new Trust("", List.of(), new byte[0]))
                    .sound()) {
                throw new CommandException(
                        "LEDGER-DAMAGED",
                        ExitCode.REFUSED,
                        "The proof of entry " + entry
                                + " would not verify, so it was not written: the ledger's files were"
                                + " changed or damaged. Write nothing to the folder, and see what is wrong with"
                                + " ./concordat verify " + folder + ".");
            }
            NewFile.share(file, stream -> {
                stream.write(text);
                return 1;
            });
            Screen screen = Screen.of(command.commandLine(), false);
            screen.say("The proof of entry " + entry + " is " + file + ". It holds the entry itself. Check it with"
                    + " ./concordat verify " + file);
            boolean witnessed = ledger.witnessed()
                    .filter(seen -> seen.checkpoint().size() > entry)
                    .isPresent();
            if (!witnessed) {
                screen.say(
                        "No witness has cosigned the entry yet. So it shows what was recorded, but not by when, save by"
                                + " the clock of the ledger's keeper: see ledger checkpoint --request.");
            }
        }
        return ExitCode.DONE.number();
    }

    private ProofBundle prove(CommandSpec command, Ledger ledger, List<Long> sizes) {
        try {
            return ledger.prove(entry, sizes);
        } catch (IllegalArgumentException wrongPlace) {
            throw new ParameterException(command.commandLine(), "--entry: " + wrongPlace.getMessage(), wrongPlace);
        }
    }
}
