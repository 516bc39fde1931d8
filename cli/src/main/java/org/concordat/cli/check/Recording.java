package org.concordat.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.cli.agreements.NamedFile;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.ledger.Folders;
import org.concordat.cli.ledger.KnownCodes;
import org.concordat.cli.results.NewFile;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.Receipt;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Need;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Rule;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a decision into a ledger, and what opens its entry into a file of the officer's.
 *
 * <p>The entry holds the outcome, rules and fingerprints, and a salted hash of request, facts and answer; the salts and the
 * answer itself are kept apart, readable by their owner alone. Without salts, the entry tells no one what was asked.
 */
final class Recording {
    private static final String REQUEST = "request";
    private static final String FACTS = "facts";
    private static final String REASONS = "reasons";

    private final Answer answer;
    private final String decision = UUID.randomUUID().toString();
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<String, byte[]> texts = new LinkedHashMap<>();
    private final Map<String, byte[]> salts = new LinkedHashMap<>();

    private Recording(Answer answer, NamedFile request, Optional<NamedFile> facts) {
        this.answer = answer;
        texts.put(REQUEST, request.content());
        facts.ifPresent(file -> texts.put(FACTS, file.content()));
        texts.put(REASONS, CanonicalJson.write(AnswerFields.of(answer)).getBytes(UTF_8));
        var random = new SecureRandom();
        for (String name : texts.keySet()) {
            byte[] salt = new byte[SaltedHash.SALT_BYTES];
            random.nextBytes(salt);
            salts.put(name, salt);
        }
    }

    /**
     * That a decision is in a ledger.
     *
     * @param decision its random number
     * @param entry its place in the ledger, from 0
     */
    record Recorded(String decision, long entry, Path ledger, Path kept) {}

    /**
     * Records it.
     *
     * @param keep a new file for salts and answer
     * @throws CommandException when it is not recorded for certain, or what opens it not kept
     */
    static Recorded of(Answer answer, NamedFile request, Optional<NamedFile> facts, Path ledgerFolder, Path keep) {
        var recording = new Recording(answer, request, facts);
        try (NewFile kept = NewFile.at(keep)) {
            Receipt receipt = recording.append(ledgerFolder);
            try {
                kept.stream().write(recording.kept(receipt, ledgerFolder).getBytes(UTF_8));
                kept.finish();
            } catch (IOException | CommandException trouble) {
                throw new CommandException(
                        "DECISION-NOT-KEPT",
                        ExitCode.COULD_NOT,
                        "The decision is entry " + receipt.index() + " of the ledger " + ledgerFolder
                                + ", but what opens"
                                + " it could not be written to " + keep
                                + ", so no answer is given. Make room, and check"
                                + " again with another --keep.",
                        trouble);
            }
            return new Recorded(recording.decision, receipt.index(), ledgerFolder, keep);
        }
    }

    private Receipt append(Path ledgerFolder) {
        try (Ledger ledger = Folders.open(ledgerFolder)) {
            return ledger.append(entry());
        } catch (LedgerException | UncheckedIOException trouble) {
            throw new CommandException(
                    "DECISION-NOT-RECORDED",
                    ExitCode.COULD_NOT,
                    "The decision could not be recorded, so no answer is given: nothing leaves without a decision that can"
                            + " be proved. " + trouble.getMessage(),
                    trouble);
        }
    }

    private Entry entry() {
        Decision.Basis basis = answer.decision().basis();
        var fields = new TreeMap<String, Object>();
        fields.put("decision", decision);
        fields.put(
                "outcome",
                AnswerFields.outcome(answer.decision()).toUpperCase(Locale.ROOT).replace('-', '_'));
        fields.put("day", answer.request().on().toString());
        fields.put("rules", rules().distinct().map(Rule::code).toList());
        fields.put("sender", answer.request().sender().organisation());
        fields.put("recipient", answer.request().recipient().organisation());
        fields.put("purpose", answer.request().purpose());
        fields.put("form", answer.request().form().name());
        fields.put("pack", answer.opened().law().id());
        fields.put("packFingerprint", "sha256:" + answer.opened().law().fingerprint());
        fields.put("folderFingerprint", "sha256:" + basis.folder());
        var agreements = new TreeMap<String, String>();
        AnswerFields.agreements(basis).forEach((id, print) -> agreements.put(id, "sha256:" + print));
        if (!agreements.isEmpty()) {
            fields.put("agreements", agreements);
        }
        fields.put("verifications", basis.verifications());
        if (answer.decision() instanceof Decision.Permitted permitted) {
            fields.put(
                    "duties",
                    permitted.duties().stream()
                            .map(duty -> DutyWords.name(duty).toUpperCase(Locale.ROOT))
                            .collect(Collectors.toCollection(TreeSet::new))
                            .stream()
                            .toList());
        }
        fields.put("emergency", answer.request().ground() instanceof Ground.SeriousHarm);
        texts.forEach((name, text) -> fields.put(name, SaltedHash.of(salt(name), text)));
        return Entry.of(
                EntryKind.DECISION,
                at,
                fields,
                KnownCodes.of(answer.opened().folder(), answer.opened().law()));
    }

    private Stream<Rule> rules() {
        return switch (answer.decision()) {
            case Decision.Permitted ignored -> Stream.of();
            case Decision.Refused refused -> refused.rules().stream();
            case Decision.NeedsFacts needs -> needs.needs().stream().map(Need::rule);
        };
    }

    private byte[] salt(String name) {
        return Objects.requireNonNull(salts.get(name), "each text has its salt");
    }

    private String kept(Receipt receipt, Path ledgerFolder) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("decision", decision);
        fields.put("at", at.toString());
        fields.put("ledger", ledgerFolder.toString());
        fields.put("entry", receipt.index());
        fields.put("leaf", receipt.leaf().hex());
        var hex = new LinkedHashMap<String, String>();
        salts.forEach((name, salt) -> hex.put(name, HexFormat.of().formatHex(salt)));
        fields.put("salts", hex);
        fields.put("answer", AnswerFields.of(answer));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
    }

    /** What to do so that an outsider can be shown it. */
    static List<String> howToProve(Recorded recorded) {
        String proof = "decision-" + recorded.entry() + ".tlog-proof";
        return List.of(
                "./concordat ledger checkpoint " + recorded.ledger() + " --key LEDGER.key --request request",
                "./concordat ledger witness request --ledger LEDGER-KEY --key PARTNER.key --seen SEEN   (a partner does this)",
                "./concordat ledger checkpoint " + recorded.ledger() + " --add LINE --witness PARTNER-KEY",
                "./concordat ledger prove " + recorded.ledger() + " --entry " + recorded.entry() + " --out " + proof,
                "./concordat verify " + proof + " --key LEDGER-KEY --witness PARTNER-KEY");
    }
}
