package org.concordat.policy.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;

/** What is no error and yet wants attention before anyone relies on the folder. */
final class FolderNotices {

    private final AgreementFolder folder;
    private final LawPack law;
    private final Map<String, Map<String, Values>> files;
    private final Problems notices;

    FolderNotices(AgreementFolder folder, LawPack law, Map<String, Map<String, Values>> files, Problems notices) {
        this.folder = folder;
        this.law = law;
        this.files = files;
        this.notices = notices;
    }

    void run() {
        for (Agreement agreement : folder.agreements().values()) {
            signatures(agreement);
            agreement.terms().ifPresent(terms -> powers(agreement, terms));
        }
        folder.accessions().values().forEach(this::signatures);
        overlaps();
        RecordableIds.RECORDED.forEach(this::ids);
        files.getOrDefault("verification", Map.of()).values().forEach(this::verification);
    }

    private void verification(Values values) {
        law.row(values.text("row"))
                .filter(row -> !row.fingerprint().equals(values.text("fingerprint")))
                .ifPresent(row -> notices.add(
                        "VERIFICATION-OUTDATED",
                        values.place(),
                        "The row '" + row.id() + "' is not the one that was verified.",
                        "Read the provision again and record fingerprint " + row.fingerprint() + "."));
    }

    /** The id itself is left out of the notice: it may be a person's number. */
    private void ids(String kind) {
        files.getOrDefault(kind, Map.of())
                .forEach((id, values) -> RecordableIds.complaint(id)
                        .ifPresent(complaint -> notices.add(
                                "ID-NOT-RECORDABLE",
                                values.place(),
                                "A ledger refuses this id, which " + complaint + ".",
                                "Change it before anyone signs: no decision that names it can be recorded.")));
    }

    private void signatures(Agreement agreement) {
        for (Agreement.Party party : agreement.parties()) {
            Signature.State state = folder.signatureState(agreement.id(), party.organisation(), agreement.lastDay());
            String what = complaint(state);
            if (!what.isEmpty()) {
                notices.add(
                        "PARTY-UNSIGNED",
                        party.accession()
                                .map(id -> accession(id).text().place())
                                .orElseGet(() -> agreement.text().place("parties")),
                        "'" + party.organisation() + "' " + what + ".",
                        state == Signature.State.KEY_UNTRUSTED
                                ? "Have it read out its key's fingerprint, and name your list of checked keys with"
                                        + " --trusted-keys."
                                : "Ask its signatory to sign fingerprint "
                                        + folder.fingerprints().get(agreement.id()) + ".");
            }
        }
    }

    private static String complaint(Signature.State state) {
        return switch (state) {
            case SIGNED -> "";
            case KEY_UNTRUSTED -> "signed with a key that nobody has checked with it";
            case TYPED_ONLY -> "has only typed a name";
            case CHANGED_SINCE -> "signed a text that has changed since";
            case INVALID -> "has a signature that does not verify";
            case MISSING -> "has not signed";
        };
    }

    private Accession accession(String id) {
        return Objects.requireNonNull(folder.accessions().get(id), "a party that joined names its accession");
    }

    /** Until they have signed it, whoever joins by it is no party. */
    private void signatures(Accession accession) {
        LocalDate last = Optional.ofNullable(folder.agreements().get(accession.to()))
                .map(Agreement::lastDay)
                .orElse(accession.joined());
        folder.unsigned(accession, last)
                .forEach((signer, state) -> notices.add(
                        "ACCESSION-UNSIGNED",
                        accession.text().place(),
                        "'" + signer + "' " + complaint(state) + ", so '" + accession.organisation()
                                + "' is no party of '" + accession.to() + "' yet.",
                        "Ask its signatory to sign accession '" + accession.id() + "', fingerprint "
                                + folder.fingerprints().get(accession.id()) + ", with a key that was checked."));
    }

    private void powers(Agreement agreement, Terms terms) {
        Set<String> joiners = agreement.parties().stream()
                .filter(party -> party.accession().isPresent())
                .map(Agreement.Party::organisation)
                .collect(Collectors.toSet());
        for (Terms.PowerOf power : terms.powers()) {
            if (joiners.contains(power.organisation())) {
                // Their powers are those of the party they joined like, which are looked at already.
                continue;
            }
            law.row(power.row())
                    .filter(row -> !row.countsByItself())
                    .filter(row ->
                            folder.verificationOf(row, agreement.lastDay()).isEmpty())
                    .ifPresent(row -> notices.add(
                            "POWER-UNVERIFIED",
                            agreement.text().group("law").place("powers"),
                            "'" + row.provision() + "' is marked " + row.mark().word() + ", in force: "
                                    + row.force().word() + ".",
                            "Have an officer read it and record a verification of fingerprint " + row.fingerprint()
                                    + "."));
        }
    }

    /** Schedules that share a dataset, a recipient and a purpose while both hold: each is told of one such before it. */
    private void overlaps() {
        var covering = new TreeMap<String, List<Agreement>>();
        for (Agreement schedule : folder.agreements().values()) {
            schedule.terms()
                    .ifPresent(terms -> things(schedule, terms)
                            .forEach(thing -> covering.computeIfAbsent(thing, none -> new ArrayList<>())
                                    .add(schedule)));
        }
        var told = new HashSet<String>();
        for (List<Agreement> schedules : covering.values()) {
            for (int i = 1; i < schedules.size(); i++) {
                Agreement second = schedules.get(i);
                schedules.subList(0, i).stream()
                        .filter(first -> atOneTime(first, second))
                        .findFirst()
                        .filter(first -> told.add(first.id() + " " + second.id()))
                        .ifPresent(first -> notices.add(
                                "SCHEDULES-OVERLAP",
                                second.text().place(),
                                "It covers at the same time what '" + first.id()
                                        + "' covers: dataset, recipient and purpose.",
                                "Keep one, or tell them apart; until then a request must name the one it means."));
            }
        }
    }

    private static Set<String> things(Agreement schedule, Terms terms) {
        var things = new TreeSet<String>();
        for (Terms.Item item : terms.items()) {
            for (Terms.Recipient recipient : terms.recipients()) {
                for (String purpose : schedule.purposes()) {
                    things.add(item.dataset() + " " + recipient.organisation() + " " + purpose);
                }
            }
        }
        return things;
    }

    private static boolean atOneTime(Agreement left, Agreement right) {
        return !left.from().isAfter(right.lastDay()) && !right.from().isAfter(left.lastDay());
    }
}
