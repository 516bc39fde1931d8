package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks a proof, or a whole ledger, without trusting who made it.",
        footerHeading = "%nExample:%n",
        footer = "  ./concordat verify entry.tlog-proof --key ledger.tideford.example+… --against kept.checkpoint")
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PROOF|FOLDER", description = "A proof, or the folder of a ledger.")
    private @Nullable Path what;

    @Option(
            names = "--key",
            paramLabel = "KEY|FILE",
            description = "The ledger's public key, which you have from its keeper by another way.")
    private String key = "";

    @Option(
            names = "--witness",
            paramLabel = "KEY|FILE",
            description = "The public key of a witness that must have cosigned; may be given again.")
    private List<String> witnesses = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint that you kept: all that it covers must still be there, unchanged.")
    private @Nullable Path against;

    @Option(names = "--json", description = "Print the answer for machines.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path place = Objects.requireNonNull(what);
        Trust trust = new Trust(
                keyOf(key),
                witnesses.stream().map(VerifyCommand::keyOf).toList(),
                against == null ? new byte[0] : Folders.read(against));
        Verdict verdict = Files.isDirectory(place)
                ? LedgerVerifier.folder(place, trust)
                : LedgerVerifier.proof(Folders.read(place), trust);
        if (json) {
            Map<String, Object> answer = new TreeMap<>(
                    Map.of("sound", verdict.sound(), "code", verdict.code(), "findings", verdict.findings()));
            command.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(answer));
            command.commandLine().getOut().flush();
        } else {
            Screen screen = Screen.of(command.commandLine(), false);
            verdict.findings().forEach(screen::say);
            screen.say(verdict.sound() ? "It verifies." : "IT DOES NOT VERIFY.");
        }
        return (verdict.sound() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    /** A key as it is, or the first line of a file that holds one. */
    private static String keyOf(String keyOrFile) {
        return keyOrFile.isEmpty() || keyOrFile.contains("+")
                ? keyOrFile
                : new String(Folders.read(Path.of(keyOrFile)), UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
    }
}
