package org.concordat.policy.decide;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Transparency;

/**
 * For which requests each fact matters, declared fact by fact and apart from the rules that ask for it. The two check each
 * other: a permission for which a declared fact was not asked is refused, and tests take each declared fact away from
 * permitted requests, and change each other fact at will.
 */
public final class Materiality {

    private final Situation situation;

    private Materiality(Situation situation) {
        this.situation = situation;
    }

    /**
     * Facts that must be as wanted before this may be permitted; of a request about many, those about a person must be so for
     * each.
     */
    static Set<FactName> of(Situation situation) {
        var materiality = new Materiality(situation);
        Set<FactName> material = materiality.askedByLaw();
        for (FactName fact : FactName.values()) {
            if (materiality.matters(fact)) {
                material.add(fact);
            }
        }
        return material;
    }

    /** When the fact matters, besides where a row of the law pack asks for it: one sentence for whoever must answer it. */
    public static String when(FactName fact) {
        return switch (fact) {
            case ROLE_HELD -> "Always.";
            case TRAINING_CURRENT -> "Always, save where serious harm is to be prevented.";
            case CONSENT_GIVEN ->
                "Where consent is the basis, lifts confidence, or is the condition for special categories.";
            case PERSON_IS_CHILD -> "Where consent is relied on.";
            case CHILD_CONSENT_COMPETENT -> "Where consent is relied on and the person is a child.";
            case PERSON_OBJECTS -> "Where the lawful basis is one that a person may object to.";
            case OPTED_OUT_NATIONALLY ->
                "Where what was told in health care leaves for anything but the person's own care, without consent.";
            case ADDRESS_PROTECTED -> "Where a person's place leaves.";
            case PERSON_DECEASED -> "Where people are named.";
            case NECESSARY_AND_PROPORTIONATE -> "Where no schedule says it: single disclosures and reuse.";
            case OVERRIDING_INTEREST_RECORDED -> "Where an overriding public interest lifts confidence.";
            case APPROVAL_HELD -> "Where a national approval lifts confidence.";
            case COMPATIBLE_WITH_COLLECTION ->
                "For a single disclosure for a purpose for which the data were not collected, and for reuse.";
            case EXEMPTION_TESTED -> "For a single disclosure that names an exemption.";
            case SENIOR_SIGN_OFF -> "For a single disclosure.";
            case SECOND_APPROVER -> "Where the schedule wants two people, and where somebody is identified again.";
            case CONTROLLER_CONSENTS -> "Where somebody is identified again.";
            case PROCESSOR_BOUND -> "Where sender or recipient acts only on the other's instructions.";
            case DECIDED_BY_PERSON -> "Where a decision that weighs on a person may follow.";
            case IMPACT_ASSESSED -> "Where the schedule asks for an impact assessment.";
            case PRIVACY_NOTICE_GIVEN -> "Where the schedule says that people are told, and for reuse.";
            case STRICTLY_NECESSARY -> "Where sensitive data are handled under the regime for law enforcement.";
            case REQUEST_MADE,
                    CONDITIONS_MET,
                    COMPATIBLE_WITH_FUNCTIONS,
                    LIKELY_TO_HELP_CARE,
                    IN_BEST_INTERESTS,
                    MORE_DETRIMENTAL_TO_CHILD,
                    CODE_FOLLOWED,
                    ON_PUBLIC_REGISTER,
                    WITHIN_OBJECTS -> "Only where the row relied on asks for it.";
        };
    }

    private boolean matters(FactName fact) {
        boolean personal = situation.isPersonal();
        boolean harm = situation.isSeriousHarm();
        return switch (fact) {
            case ROLE_HELD -> true;
            case TRAINING_CURRENT -> !harm;
            case CONSENT_GIVEN, PERSON_IS_CHILD -> isConsentReliedOn();
            case CHILD_CONSENT_COMPETENT ->
                isConsentReliedOn()
                        && situation.request.subjects() == Request.Subjects.ONE
                        && situation.facts.of(FactName.PERSON_IS_CHILD) == Answer.YES;
            case PERSON_OBJECTS -> personal && !harm && isAnyBasis(LawfulBasis::canBeObjectedTo);
            case OPTED_OUT_NATIONALLY ->
                personal
                        && !harm
                        && situation.dataset.origin() == Origin.PATIENT
                        && !situation.isForOwnCare()
                        && situation.confidenceRoute() != ConfidenceRoute.CONSENT;
            case ADDRESS_PROTECTED -> personal && !harm && situation.tellsPlace();
            case PERSON_DECEASED -> situation.request.form().namesPeople() && !harm;
            case NECESSARY_AND_PROPORTIONATE -> personal && !harm && situation.terms.isEmpty();
            case OVERRIDING_INTEREST_RECORDED -> isLiftedBy(ConfidenceRoute.OVERRIDING_INTEREST);
            case APPROVAL_HELD -> isLiftedBy(ConfidenceRoute.APPROVAL);
            case COMPATIBLE_WITH_COLLECTION ->
                situation.request.ground() instanceof Ground.Reuse
                        || (situation.request.ground() instanceof Ground.Single single
                                && single.law().exemption().isEmpty()
                                && !situation.dataset.collectedFor().contains(situation.purpose.id()));
            case EXEMPTION_TESTED ->
                situation.request.ground() instanceof Ground.Single single
                        && single.law().exemption().isPresent();
            case SENIOR_SIGN_OFF -> situation.request.ground() instanceof Ground.Single;
            case SECOND_APPROVER -> situation.request.identifyingAgain() || safeguard(Terms.Safeguards::secondApprover);
            case PROCESSOR_BOUND -> personal && situation.controllers().size() < 2;
            case DECIDED_BY_PERSON -> situation.request.significantDecision();
            case IMPACT_ASSESSED -> safeguard(Terms.Safeguards::impactAssessment);
            case PRIVACY_NOTICE_GIVEN ->
                personal
                        && (situation.request.ground() instanceof Ground.Reuse
                                || safeguard(safeguards -> safeguards.transparency() == Transparency.TELL));
            case STRICTLY_NECESSARY ->
                personal
                        && isAnyBasis(LawfulBasis.LAW_ENFORCEMENT::equals)
                        && !situation.sensitivities().isEmpty();
            case CONTROLLER_CONSENTS,
                    REQUEST_MADE,
                    CONDITIONS_MET,
                    COMPATIBLE_WITH_FUNCTIONS,
                    LIKELY_TO_HELP_CARE,
                    IN_BEST_INTERESTS,
                    MORE_DETRIMENTAL_TO_CHILD,
                    CODE_FOLLOWED,
                    ON_PUBLIC_REGISTER,
                    WITHIN_OBJECTS -> false;
        };
    }

    /**
     * What rows of the law pack ask for. Of several on which the permission can rest, what all ask for: losing it then leaves
     * no row to rest on.
     */
    private Set<FactName> askedByLaw() {
        Set<FactName> asked = EnumSet.noneOf(FactName.class);
        if (situation.isSeriousHarm()) {
            return asked;
        }
        List<LawRow> carrying = new Gateways(situation).carrying();
        asked.addAll(askedByAll(carrying.stream()));
        if (isLiftedBy(ConfidenceRoute.STATUTE)) {
            asked.addAll(askedByAll(carrying.stream().filter(Gateways::liftsConfidence)));
        }
        if (isLiftedBy(ConfidenceRoute.APPROVAL)) {
            asked.addAll(askedByAll(new Gateways(situation).approving().stream()));
        }
        restrictions().forEach(restricts -> asked.addAll(askedBy(restricts, carrying)));
        exemption().ifPresent(row -> asked.addAll(row.requires()));
        return asked;
    }

    private Set<FactName> askedBy(Restricts restricts, List<LawRow> carrying) {
        boolean passes = restricts.unlessPurposes().containsAll(situation.purpose.kinds())
                || restricts.unlessForms().contains(situation.request.form());
        if (passes) {
            return Set.of();
        }
        if (!restricts.unlessFacts().isEmpty()) {
            return restricts.unlessFacts();
        }
        return restricts.unlessExpress()
                ? askedByAll(
                        carrying.stream().filter(row -> row.reach().origins().contains(situation.dataset.origin())))
                : Set.of();
    }

    private static Set<FactName> askedByAll(Stream<LawRow> rows) {
        return rows.map(LawRow::requires)
                .reduce((some, others) -> {
                    Set<FactName> both = EnumSet.noneOf(FactName.class);
                    both.addAll(some);
                    both.retainAll(others);
                    return both;
                })
                .orElse(Set.of());
    }

    private Stream<Restricts> restrictions() {
        return situation.facts.law().restrictions().stream()
                .filter(row -> !row.isOutsideItsTime(situation.on()))
                .flatMap(row -> row.restricts().stream())
                .filter(restricts -> restricts.origins().contains(situation.dataset.origin())
                        || situation
                                .dataset
                                .receivedUnder()
                                .filter(restricts.receivedUnder()::contains)
                                .isPresent()
                        || (restricts.identifyingAgain() && situation.request.identifyingAgain()));
    }

    private Optional<LawRow> exemption() {
        return situation.request.ground() instanceof Ground.Single single
                ? single.law().exemption().flatMap(situation.facts.law()::row)
                : Optional.empty();
    }

    private boolean isConsentReliedOn() {
        return situation.isPersonal()
                && (isLiftedBy(ConfidenceRoute.CONSENT)
                        || isAnyBasis(LawfulBasis.CONSENT::equals)
                        || (situation.hasSpecialCategories()
                                && situation.bases().stream()
                                        .filter(basis -> basis.basis() != LawfulBasis.LAW_ENFORCEMENT)
                                        .flatMap(basis -> basis.condition().stream())
                                        .anyMatch(SpecialCondition.EXPLICIT_CONSENT::equals)));
    }

    private boolean isLiftedBy(ConfidenceRoute route) {
        return situation.isPersonal() && !situation.isSeriousHarm() && situation.confidenceRoute() == route;
    }

    private boolean isAnyBasis(Predicate<LawfulBasis> such) {
        return situation.bases().stream().map(Terms.BasisOf::basis).anyMatch(such);
    }

    private boolean safeguard(Predicate<Terms.Safeguards> of) {
        return situation.terms.map(Terms::safeguards).filter(of).isPresent();
    }
}
