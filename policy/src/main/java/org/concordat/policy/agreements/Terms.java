package org.concordat.policy.agreements;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Transparency;

/**
 * What a share under a schedule follows.
 *
 * @param furtherPurposes other permitted purposes, by id
 */
public record Terms(
        List<PowerOf> powers,
        List<BasisOf> bases,
        boolean lawEnforcement,
        ConfidenceRoute confidentiality,
        boolean saysHowConsentIsAsked,
        Set<String> furtherPurposes,
        List<Item> items,
        List<Recipient> recipients,
        Set<String> onwardTo,
        Retention retention,
        Safeguards safeguards) {

    /** The power on which an organisation relies, as a row of the law pack. */
    public record PowerOf(String organisation, String row) {}

    /**
     * The lawful basis on which an organisation relies.
     *
     * @param paragraph completes {@code condition}
     */
    public record BasisOf(
            String organisation,
            LawfulBasis basis,
            Optional<SpecialCondition> condition,
            Optional<String> paragraph,
            Optional<String> criminalParagraph,
            boolean hasPolicyDocument) {

        /** The same of another organisation. */
        BasisOf by(String other) {
            return new BasisOf(other, basis, condition, paragraph, criminalParagraph, hasPolicyDocument);
        }
    }

    /** Fields of a dataset. */
    public record Item(String dataset, Set<String> fields) {}

    /**
     * Who may see it.
     *
     * @param team empty for the whole organisation
     */
    public record Recipient(String organisation, Optional<String> team, Set<String> roles) {}

    /** How long what was shared, and what was made of it, is kept. */
    public record Retention(int sharedDays, int derivedDays, boolean certificate) {}

    /**
     * What protects people.
     *
     * @param suppressBelowPersons counts below it are hidden; 0 hides none
     */
    public record Safeguards(
            int suppressBelowPersons,
            boolean secondApprover,
            boolean significantDecisions,
            Transparency transparency,
            boolean impactAssessment,
            OptionalInt expiresAfterDays) {}

    /** The same with other parties' parts. */
    Terms with(
            List<PowerOf> otherPowers,
            List<BasisOf> otherBases,
            List<Item> otherItems,
            List<Recipient> otherRecipients) {
        return new Terms(
                otherPowers,
                otherBases,
                lawEnforcement,
                confidentiality,
                saysHowConsentIsAsked,
                furtherPurposes,
                otherItems,
                otherRecipients,
                onwardTo,
                retention,
                safeguards);
    }

    /** Rows that the organisation relies on. */
    public List<String> powersOf(String organisation) {
        return powers.stream()
                .filter(power -> power.organisation().equals(organisation))
                .map(PowerOf::row)
                .toList();
    }

    /** The basis on which the organisation relies. */
    public Optional<BasisOf> basisOf(String organisation) {
        for (BasisOf basis : bases) {
            if (basis.organisation().equals(organisation)) {
                return Optional.of(basis);
            }
        }
        return Optional.empty();
    }

    /** Fields of that dataset that may be shared; none when it is not covered. */
    public Set<String> fieldsOf(String dataset) {
        for (Item item : items) {
            if (item.dataset().equals(dataset)) {
                return item.fields();
            }
        }
        return Set.of();
    }
}
