package org.concordat.policy.questions;

import java.util.Optional;
import java.util.Set;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;

/** Something that falls away, to ask what would then stop. Nothing changes but in thought. */
public sealed interface Change {

    /** What would have happened, to follow "If": "'AG-1' lapsed". */
    String clause();

    /** What it names that the folder or the law pack does not know, as a sentence; empty when it can be asked about. */
    Optional<String> unknownIn(AgreementFolder folder, LawPack law);

    /**
     * An agreement, or a tier above or below, is no longer in force, and nor is what lies beneath it.
     *
     * @param document id of a protocol, agreement or schedule
     */
    record AgreementLapses(String document) implements Change {
        @Override
        public String clause() {
            return "'" + document + "' lapsed";
        }

        @Override
        public Optional<String> unknownIn(AgreementFolder folder, LawPack law) {
            return unknown(
                    "protocol, agreement or schedule",
                    document,
                    folder.agreements().keySet());
        }
    }

    /**
     * A party leaves, and with it leaves what lies beneath.
     *
     * @param document which it leaves; empty for all
     */
    record PartyLeaves(String organisation, Optional<String> document) implements Change {
        @Override
        public String clause() {
            return "'" + organisation + "' left "
                    + document.map(id -> "'" + id + "'").orElse("every agreement");
        }

        @Override
        public Optional<String> unknownIn(AgreementFolder folder, LawPack law) {
            return unknown("organisation", organisation, folder.organisations().keySet())
                    .or(() -> document.flatMap(id -> unknown(
                            "protocol, agreement or schedule",
                            id,
                            folder.agreements().keySet())))
                    .or(() -> document.map(folder.agreements()::get)
                            .filter(agreement -> agreement.party(organisation).isEmpty())
                            .map(agreement -> "'" + organisation + "' is no party of '" + agreement.id() + "'."));
        }
    }

    /**
     * A row of the law pack is repealed. When it is a restriction, shares may begin rather than stop.
     *
     * @param row its id
     */
    record RowRepealed(String row) implements Change {
        @Override
        public String clause() {
            return "the row '" + row + "' of the law pack were repealed";
        }

        @Override
        public Optional<String> unknownIn(AgreementFolder folder, LawPack law) {
            return unknown("row of the law pack", row, law.rows().keySet());
        }
    }

    /**
     * A signatory's key no longer counts, so nothing that was signed with it does.
     *
     * @param signatory an id of the organisation's signatories
     */
    record KeyWithdrawn(String organisation, String signatory) implements Change {
        @Override
        public String clause() {
            return "the key of '" + signatory + "' of '" + organisation + "' were withdrawn";
        }

        @Override
        public Optional<String> unknownIn(AgreementFolder folder, LawPack law) {
            return unknown("organisation", organisation, folder.organisations().keySet())
                    .or(() -> Optional.ofNullable(folder.organisations().get(organisation))
                            .filter(each -> each.signatory(signatory).isEmpty())
                            .map(each -> "'" + organisation + "' has no signatory '" + signatory + "'."));
        }
    }

    /**
     * An officer's verification is withdrawn.
     *
     * @param verification its id
     */
    record VerificationWithdrawn(String verification) implements Change {
        @Override
        public String clause() {
            return "the verification '" + verification + "' were withdrawn";
        }

        @Override
        public Optional<String> unknownIn(AgreementFolder folder, LawPack law) {
            boolean known =
                    folder.verifications().stream().anyMatch(each -> each.id().equals(verification));
            return known ? Optional.empty() : unknown("verification", verification, Set.of());
        }
    }

    private static Optional<String> unknown(String kind, String id, Set<String> ids) {
        return ids.contains(id) ? Optional.empty() : Optional.of("There is no " + kind + " '" + id + "'.");
    }
}
