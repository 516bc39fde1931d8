package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.VerifierKey.Use;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat ledger checkpoint}. */
@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Signs how the ledger stands now and prints that; or adds a witness's line to it.")
final class CheckpointCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The ledger.")
    private @Nullable Path folder;

    @Option(names = "--key", paramLabel = "FILE", description = "The ledger's secret key: sign a new checkpoint.")
    private @Nullable Path key;

    @Option(names = "--request", paramLabel = "FILE", description = "Also write the request that goes to a witness.")
    private @Nullable Path request;

    @Option(
            names = "--known",
            paramLabel = "SIZE",
            defaultValue = "0",
            description = "How many entries that witness has cosigned before (${DEFAULT-VALUE}).")
    private long known;

    @Option(names = "--add", paramLabel = "FILE", description = "A file with the line that a witness answered.")
    private @Nullable Path line;

    @Option(
            names = "--witness",
            paramLabel = "KEY|FILE",
            description = "The public key of the witness whose line is added.")
    private @Nullable String witness;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if ((line == null) != (witness == null)) {
            throw new ParameterException(command.commandLine(), "--add and --witness go together.");
        }
        Screen screen = Screen.of(command.commandLine(), false);
        try (Ledger ledger = Folders.open(Objects.requireNonNull(folder), command)) {
            if (key != null) {
                ledger.sign(KeyFiles.of(ledger, key), Instant.now());
            }
            SignedCheckpoint shown = line == null || witness == null
                    ? ledger.checkpoint().orElseThrow(CheckpointCommand::missing)
                    : ledger.addCosignature(line(line), PublicKeys.of("--witness", witness, Use.COSIGNATURE));
            if (request != null) {
                Folders.replace(request, request(command, ledger));
            }
            screen.say(shown.note().toString().stripTrailing());
        }
        return ExitCode.DONE.number();
    }

    private String request(CommandSpec command, Ledger ledger) {
        try {
            return ledger.witnessRequest(known).text();
        } catch (IllegalArgumentException wrongSize) {
            throw new ParameterException(command.commandLine(), "--known: " + wrongSize.getMessage(), wrongSize);
        }
    }

    private static NoteSignature line(Path file) {
        return NoteSignature.parse(new String(Folders.read(file), UTF_8).strip())
                .orElseThrow(() -> new LedgerException(
                        "NOTE-UNREADABLE", file + " does not hold one signature line. Ask the witness for it again."));
    }

    private static LedgerException missing() {
        return new LedgerException(
                "CHECKPOINT-MISSING",
                "The ledger has no checkpoint yet. Sign one: ledger checkpoint FOLDER --key FILE.");
    }
}
