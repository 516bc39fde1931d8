package org.concordat.cli.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.cli.agreements.CopyLines;
import org.concordat.cli.agreements.KeyPrint;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Need;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.FactsFile;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.FactName;

/** What an officer can copy, fill in and add, so that a question that lacks something can be answered. */
final class Supplies {

    private final Answer answer;

    Supplies(Answer answer) {
        this.answer = answer;
    }

    /**
     * Something to add.
     *
     * @param where to put the lines, and what to do with them, for a person
     * @param file what kind of file they belong to: facts, verification, trusted-keys, request, or a command
     */
    record Supply(String file, String where, List<String> lines) {
        Supply {
            lines = List.copyOf(lines);
        }
    }

    /** In the order in which an officer would go about it; none where nothing can be added. */
    List<Supply> all() {
        var all = new ArrayList<Supply>();
        if (answer.decision() instanceof Decision.NeedsFacts needs) {
            facts(needs).ifPresent(all::add);
            rows(needs).forEach(row -> all.add(verification(row)));
            needs.needs().stream()
                    .filter(need ->
                            need.rule() == Rule.NOT_AGREED && need.fact().isEmpty())
                    .findFirst()
                    .ifPresent(need -> all.add(new Supply(
                            "request",
                            "Add to the request which of the schedules named above is meant:",
                            List.of("schedule: # its id"))));
        }
        if (isOnlySignedWrongly()) {
            trustedKeys().ifPresent(all::add);
            signatures().ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /** Signing helps only parties to what holds on the day. */
    private boolean isOnlySignedWrongly() {
        return answer.decision().reasons().stream()
                        .noneMatch(reason -> reason.outcome() == Outcome.REFUSES
                                && (reason.rule() == Rule.PARTY_NOT_JOINED || reason.rule() == Rule.AGREEMENT_ENDED))
                && answer.decision().reasons().stream()
                        .anyMatch(reason -> (reason.rule() == Rule.SIGNATURE_MISSING
                                        && (reason.outcome() == Outcome.REFUSES || reason.outcome() == Outcome.LACKS))
                                || (reason.rule() == Rule.PARTY_NOT_JOINED && reason.outcome() == Outcome.LACKS));
    }

    private Optional<Supply> facts(Decision.NeedsFacts needs) {
        Set<FactName> asked = new LinkedHashSet<>();
        needs.needs().stream().map(Need::fact).flatMap(Optional::stream).forEach(asked::add);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        if (answer.facts().isEmpty()) {
            lines.addAll(CopyLines.factsHead(answer.requestId()));
        }
        asked.forEach(fact -> lines.add(CopyLines.fact(fact, answer.today())));
        String late = answer.today().isAfter(answer.request().on())
                ? " Only answers given by " + Answer.day(answer.request().on()) + " count for that day; with today's,"
                        + " ask again about today."
                : "";
        Set<FactName> there = new TreeSet<>();
        answer.facts()
                .ifPresent(file ->
                        file.answers().stream().map(FactsFile.Said::fact).forEach(there::add));
        there.retainAll(asked);
        String again = there.isEmpty() ? "" : " Where a fact has a line already, change that line instead.";
        return Optional.of(new Supply(
                "facts",
                (answer.facts().isEmpty()
                                ? "Write this file, and give it with --facts."
                                : "Add these lines to the answers of "
                                        + answer.facts().get().id() + ".")
                        + " Ask each office; put yes or no for unknown, and who said so." + late + again,
                lines));
    }

    private List<LawRow> rows(Decision.NeedsFacts needs) {
        Map<String, LawRow> rows = new LinkedHashMap<>();
        needs.needs().stream()
                .map(Need::row)
                .flatMap(Optional::stream)
                .flatMap(id -> answer.opened().law().row(id).stream())
                .forEach(row -> rows.put(row.id(), row));
        return List.copyOf(rows.values());
    }

    private Supply verification(LawRow row) {
        Path file = answer.opened().path().resolve("verification-" + row.id() + ".yaml");
        return new Supply(
                "verification",
                "An officer reads " + row.provision() + " as it stands now, beginning at " + row.link()
                        + ". If it is in force and says what ./concordat agreements law " + row.id()
                        + " shows, they write " + file + ":",
                CopyLines.verification(row, notAfter()));
    }

    /** A verification counts from the day it is made. */
    private Optional<LocalDate> notAfter() {
        return answer.today().isAfter(answer.request().on()) ? Optional.empty() : Optional.of(answer.today());
    }

    private Optional<Supply> trustedKeys() {
        Set<String> lines = new LinkedHashSet<>();
        for (Side side : sides(Set.of(Signature.State.KEY_UNTRUSTED))) {
            Organisation organisation = Objects.requireNonNull(
                    answer.opened().folder().organisations().get(side.organisation()));
            answer.opened().folder().signatures().stream()
                    .filter(signature -> signature.of().equals(side.document())
                            && signature.organisation().equals(side.organisation()))
                    .flatMap(signature -> organisation.signatory(signature.signatory()).stream())
                    .forEach(signatory -> {
                        lines.add("  # " + signatory.id() + " of " + organisation.name() + " should read out "
                                + KeyPrint.of(signatory.key()));
                        lines.add(CopyLines.trustedKey(side.organisation(), signatory, answer.today()));
                    });
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Supply(
                        "trusted-keys",
                        "Telephone each signatory on a number that you know, and have them read out their key's"
                                + " fingerprint. Where it is the one below, add the line to your file of trusted keys, say"
                                + " who checked and how, and give the file with --trusted-keys. The file lies outside the"
                                + " folder; ./concordat agreements new trusted-keys begins one:",
                        List.copyOf(lines)));
    }

    private Optional<Supply> signatures() {
        Set<String> lines = new LinkedHashSet<>();
        for (Side side : sides(Set.of(
                Signature.State.MISSING,
                Signature.State.TYPED_ONLY,
                Signature.State.CHANGED_SINCE,
                Signature.State.INVALID))) {
            String signatory = Optional.ofNullable(
                            answer.opened().folder().organisations().get(side.organisation()))
                    .map(Organisation::signatories)
                    .filter(all -> all.size() == 1)
                    .map(all -> all.getFirst().id())
                    .orElse("WHO");
            lines.add("./concordat agreements sign " + answer.opened().path() + " " + side.document()
                    + " --organisation " + side.organisation() + " --signatory " + signatory
                    + " --key KEYFILE --on " + answer.today());
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Supply(
                        "command", "Each signatory who agrees signs the document as it stands:", List.copyOf(lines)));
    }

    private record Side(String document, String organisation) {}

    /** Who signs it: sender and recipient; an accession, whoever must. */
    private Set<String> signers(String document) {
        Accession accession = answer.opened().folder().accessions().get(document);
        return accession != null
                ? answer.opened().folder().signersOf(accession)
                : new TreeSet<>(Set.of(
                        answer.request().sender().organisation(),
                        answer.request().recipient().organisation()));
    }

    /** Who has signed what in one of those ways, among the documents that the decision looked at. */
    private List<Side> sides(Set<Signature.State> states) {
        var sides = new ArrayList<Side>();
        for (String agreement : answer.decision().basis().agreements()) {
            String document = agreement.substring(0, agreement.indexOf(' '));
            for (String organisation : signers(document)) {
                if (states.contains(answer.opened()
                        .folder()
                        .signatureState(document, organisation, answer.request().on()))) {
                    sides.add(new Side(document, organisation));
                }
            }
        }
        return sides;
    }
}
