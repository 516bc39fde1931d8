package org.concordat.policy.decide;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;

/**
 * A wish to share. Every id must be described in the folder that the facts hold.
 *
 * @param role in which the recipient will see it
 * @param purpose its id
 * @param subjects one named person, or many, of whom the unsuitable are then filtered out
 * @param ground on what it rests
 * @param significantDecision whether something that weighs on a person may follow
 * @param identifyingAgain whether it tells whom de-identified data are about
 */
public record Request(
        Side sender,
        Side recipient,
        String role,
        String dataset,
        Set<String> fields,
        String purpose,
        SharingForm form,
        Subjects subjects,
        Ground ground,
        boolean significantDecision,
        boolean identifyingAgain,
        LocalDate on) {

    public Request {
        fields = Set.copyOf(fields);
    }

    /**
     * An organisation.
     *
     * @param team one of its hats; empty for the whole
     */
    public record Side(String organisation, Optional<String> team) {
        /** A whole organisation. */
        public static Side of(String organisation) {
            return new Side(organisation, Optional.empty());
        }

        /** The team within the organisation, or the organisation. */
        @Override
        public String toString() {
            return team.map(each -> organisation + "/" + each).orElse(organisation);
        }
    }

    /** How many people it is about. */
    public enum Subjects {
        /** One named person, about whom facts are known. */
        ONE,
        /** Many; what depends on the person becomes a filter. */
        MANY
    }

    /** What a request rests on. */
    public sealed interface Ground {
        /**
         * A signed agreement.
         *
         * @param schedule its id; empty to have the one found that covers the request
         */
        record UnderAgreement(Optional<String> schedule) implements Ground {}

        /** One disclosure about one person, without an agreement. */
        record Single(Law law) implements Ground {}

        /** Reuse within one controller. */
        record Reuse(Law law) implements Ground {}

        /**
         * A risk of serious harm to somebody.
         *
         * @param lifeAndDeath whether a life is at stake and the person cannot consent
         * @param reason in the asker's words; kept out of messages
         */
        record SeriousHarm(boolean lifeAndDeath, String reason) implements Ground {
            @Override
            public String toString() {
                return "SeriousHarm[lifeAndDeath=" + lifeAndDeath + ", reason=hidden]";
            }
        }
    }

    /**
     * The law that a request names for itself, where no agreement does.
     *
     * @param row of the law pack
     * @param paragraph of the law pack
     * @param exemption a row of the law pack that lifts duties of data protection for this one case; single disclosures only
     * @param recipient the recipient's own basis, where it is not the sender's; single disclosures only
     */
    public record Law(
            String row,
            LawfulBasis basis,
            Optional<SpecialCondition> condition,
            Optional<String> paragraph,
            Optional<String> criminalParagraph,
            boolean hasPolicyDocument,
            ConfidenceRoute confidentiality,
            Optional<String> exemption,
            Optional<RecipientBasis> recipient) {

        /** Law on which both sides rely alike. */
        public Law(
                String row,
                LawfulBasis basis,
                Optional<SpecialCondition> condition,
                Optional<String> paragraph,
                Optional<String> criminalParagraph,
                boolean hasPolicyDocument,
                ConfidenceRoute confidentiality,
                Optional<String> exemption) {
            this(
                    row,
                    basis,
                    condition,
                    paragraph,
                    criminalParagraph,
                    hasPolicyDocument,
                    confidentiality,
                    exemption,
                    Optional.empty());
        }
    }

    /** The lawful basis on which the recipient of a single disclosure relies, with its conditions. */
    public record RecipientBasis(
            LawfulBasis basis,
            Optional<SpecialCondition> condition,
            Optional<String> paragraph,
            Optional<String> criminalParagraph,
            boolean hasPolicyDocument) {}
}
