package org.concordat.cli.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.ledger.notes.VerifierKey.Use;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "What was kept of a recorded decision (check --keep): its answer must be the one recorded.")
    private @Nullable Path kept;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "With --kept: the request, which must be the one that was decided on.")
    private @Nullable Path request;

    @Option(
            names = "--facts",
            paramLabel = "FILE",
            description = "With --kept: the facts, which must be those that were decided on.")
    private @Nullable Path facts;

    @Option(names = "--json", description = "Print the answer for machines.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path place = Objects.requireNonNull(what);
        if (kept == null && (request != null || facts != null)) {
            throw new ParameterException(
                    command.commandLine(), "--request and --facts need --kept, which holds the salts to compare with.");
        }
        Trust trust = new Trust(
                key.isEmpty() ? "" : PublicKeys.of("--key", key, Use.NOTE).toString(),
                witnesses.stream()
                        .map(witness -> PublicKeys.of("--witness", witness, Use.COSIGNATURE)
                                .toString())
                        .toList(),
                against == null ? new byte[0] : Folders.read(against));
        Verdict verdict;
        if (Files.isDirectory(place)) {
            if (kept != null) {
                throw new ParameterException(
                        command.commandLine(), "--kept belongs to a proof of one entry, and this is a folder.");
            }
            verdict = LedgerVerifier.folder(place, trust);
        } else {
            byte[] proof = Folders.read(place);
            verdict = LedgerVerifier.proof(proof, trust);
            if (verdict.sound() && kept != null) {
                verdict = withTexts(verdict, proof, kept);
            }
        }
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

    private Verdict withTexts(Verdict verdict, byte[] proof, Path keptFile) {
        Map<String, Path> others = new TreeMap<>();
        if (request != null) {
            others.put("request", request);
        }
        if (facts != null) {
            others.put("facts", facts);
        }
        List<String> findings = new ArrayList<>(verdict.findings());
        try {
            findings.addAll(new KeptTexts(proof, keptFile).findings(others));
            return new Verdict(true, "", findings);
        } catch (CommandException wanting) {
            if (wanting.exitCode() != ExitCode.REFUSED) {
                throw wanting;
            }
            findings.add(wanting.getMessage());
            return new Verdict(false, wanting.code(), findings);
        }
    }
}
