package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.ledger.Witness;
import org.concordat.ledger.Witness.Answer;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.notes.VerifierKey;
import org.concordat.ledger.notes.VerifierKey.Use;
import org.concordat.ledger.proofs.WitnessRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options of {@code concordat ledger witness}. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Cosigns another's checkpoint, if it continues the last one seen, and prints the line to send back.")
final class WitnessCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "REQUEST", description = "What the ledger's keeper sent.")
    private @Nullable Path request;

    @Option(
            names = "--ledger",
            paramLabel = "KEY|FILE",
            required = true,
            description = "The ledger's public key; or, once it has changed keys, its file of keys.")
    private String ledger = "";

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The witness's own secret key; made if it does not exist.")
    private @Nullable Path key;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "witness",
            description = "What the witness is called, for a key that is made (${DEFAULT-VALUE}).")
    private String name = "";

    @Option(
            names = "--seen",
            paramLabel = "FILE",
            required = true,
            description = "Where the last checkpoint seen of this ledger is kept. Do not lose it.")
    private @Nullable Path seen;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path seenFile = Objects.requireNonNull(seen);
        SigningKey signer = KeyFiles.readOrMake(Objects.requireNonNull(key), name, Use.COSIGNATURE);
        Optional<Checkpoint> last = Files.exists(seenFile)
                ? Optional.of(Checkpoint.parse(new String(Folders.read(seenFile), UTF_8)))
                : Optional.empty();
        WitnessRequest asked = WitnessRequest.parse(Folders.read(Objects.requireNonNull(request)));
        Answer answer = new Witness(signer).answer(asked, keys(), last, Instant.now());
        return switch (answer) {
            case Answer.Refused refused -> {
                throw new CommandException(
                        "WITNESS-REFUSED",
                        ExitCode.REFUSED,
                        "Nothing was cosigned. " + refused.reason() + whereKeysChanged(refused) + " [" + refused.code()
                                + "]");
            }
            case Answer.Cosigned cosigned -> {
                // First kept, then handed out: a line that was sent must never be forgotten.
                Folders.replace(seenFile, cosigned.seen().text());
                Screen people = Screen.of(command.commandLine(), true);
                long size = cosigned.seen().size();
                people.say("Cosigned " + (size == 1 ? "1 entry" : size + " entries") + " of "
                        + cosigned.seen().origin() + ". The witness's public key: " + signer.cosigner());
                command.commandLine().getOut().println(cosigned.line().line());
                command.commandLine().getOut().flush();
                yield ExitCode.DONE.number();
            }
        };
    }

    /** Whoever knows one key alone cannot tell a ledger that changed keys from somebody else's. */
    private String whereKeysChanged(Answer.Refused refused) {
        return ledger.contains("+") && refused.code().equals("SIGNATURE-MISSING")
                ? " If the ledger has changed keys, ask for its file of keys, and give that with --ledger."
                : "";
    }

    private LedgerKeys keys() {
        return ledger.contains("+")
                ? new LedgerKeys(VerifierKey.parse(ledger), List.of())
                : LedgerKeys.parse(Folders.read(Path.of(ledger)));
    }
}
