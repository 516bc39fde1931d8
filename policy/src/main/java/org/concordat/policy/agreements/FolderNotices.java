package org.concordat.policy.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.Verification;
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
        overlaps();
        for (Verification verification : folder.verifications()) {
            if (!FolderReader.isCurrent(verification, law)) {
                notices.add(
                        "VERIFICATION-OUTDATED",
                        FolderReader.place(files, "verification", verification.id()),
                        "The row '" + verification.row() + "' is not the one that was verified.",
                        "Read the provision again and record fingerprint "
                                + law.row(verification.row())
                                        .map(LawRow::fingerprint)
                                        .orElse("of the row") + ".");
            }
        }
    }

    private void signatures(Agreement agreement) {
        for (Agreement.Party party : agreement.parties()) {
            Signature.State state = folder.signatureState(agreement.id(), party.organisation(), agreement.lastDay());
            String what = switch (state) {
                case SIGNED -> "";
                case TYPED_ONLY -> "has only typed a name";
                case CHANGED_SINCE -> "signed a text that has changed since";
                case INVALID -> "has a signature that does not verify";
                case MISSING -> "has not signed";
            };
            if (!what.isEmpty()) {
                notices.add(
                        "PARTY-UNSIGNED",
                        agreement.text().place("parties"),
                        "'" + party.organisation() + "' " + what + ".",
                        "Ask its signatory to sign fingerprint "
                                + folder.fingerprints().get(agreement.id()) + ".");
            }
        }
    }

    private void powers(Agreement agreement, Terms terms) {
        for (Terms.PowerOf power : terms.powers()) {
            law.row(power.row())
                    .filter(row -> !row.countsByItself())
                    .filter(row ->
                            folder.verifications().stream().noneMatch(each -> each.covers(row, agreement.lastDay())))
                    .ifPresent(row -> notices.add(
                            "POWER-UNVERIFIED",
                            agreement.text().group("law").place("powers"),
                            "'" + row.provision() + "' is marked " + row.mark().word() + ", in force: "
                                    + row.force().word() + ".",
                            "Have an officer read it and record a verification of fingerprint " + row.fingerprint()
                                    + "."));
        }
    }

    private void overlaps() {
        List<Agreement> schedules = new ArrayList<>(folder.agreements().values());
        schedules.removeIf(agreement -> agreement.terms().isEmpty());
        for (int i = 0; i < schedules.size(); i++) {
            for (int j = i + 1; j < schedules.size(); j++) {
                if (sameThing(schedules.get(i), schedules.get(j))) {
                    notices.add(
                            "SCHEDULES-OVERLAP",
                            schedules.get(j).text().place(),
                            "It covers at the same time what '"
                                    + schedules.get(i).id() + "' covers: dataset, recipient and" + " purpose.",
                            "Keep one, or tell them apart; until then a request must name the one it means.");
                }
            }
        }
    }

    private static boolean sameThing(Agreement left, Agreement right) {
        Terms one = left.terms().orElseThrow();
        Terms two = right.terms().orElseThrow();
        return !left.from().isAfter(right.lastDay())
                && !right.from().isAfter(left.lastDay())
                && left.purposes().stream().anyMatch(right.purposes()::contains)
                && one.items().stream()
                        .anyMatch(item -> !two.fieldsOf(item.dataset()).isEmpty())
                && one.recipients().stream()
                        .anyMatch(recipient -> two.recipients().stream()
                                .anyMatch(other -> other.organisation().equals(recipient.organisation())));
    }
}
