package org.concordat.policy.decide;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Transparency;

/**
 * For which requests each fact matters, declared fact by fact and apart from the rules that ask for it. The two check each
 * other: a permission for which a declared fact was not asked is refused, and tests take each declared fact away from
 * permitted requests, and change each other fact at will.
 */
public final class Materiality {

    private final Situation situation;
    private final List<LawRow> carrying;

    private Materiality(Situation situation) {
        this.situation = situation;
        this.carrying = situation.isSeriousHarm() ? List.of() : new Gateways(situation).carrying();
    }

    /** Facts that must be known, and as wanted, before this may be permitted; of many people, those of the share alone. */
    static Set<FactName> of(Situation situation) {
        return declared(situation).stream()
                .filter(fact -> !situation.isFiltered(fact))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactName.class)));
    }

    /** Facts that must be as wanted for each person of a request about many. */
    static Set<FactName> ofEachPerson(Situation situation) {
        return declared(situation).stream()
                .filter(situation::isFiltered)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactName.class)));
    }

    private static Set<FactName> declared(Situation situation) {
        var materiality = new Materiality(situation);
        return Stream.of(FactName.values())
                .filter(fact -> materiality.matters(fact) || materiality.isAskedByLaw(fact))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FactName.class)));
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
            case PERSON_OBJECTS -> personal && !harm && bases().anyMatch(LawfulBasis::canBeObjectedTo);
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
                        && bases().anyMatch(LawfulBasis.LAW_ENFORCEMENT::equals)
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

    /** Whether every row on which the permission can rest asks for it: losing it then leaves no row to rest on. */
    private boolean isAskedByLaw(FactName fact) {
        if (situation.isSeriousHarm()) {
            return false;
        }
        Stream<LawRow> statutes =
                carrying.stream().filter(row -> row.kind() == RowKind.POWER || row.kind() == RowKind.DUTY);
        return allAsk(carrying.stream(), fact)
                || (isLiftedBy(ConfidenceRoute.STATUTE) && allAsk(statutes, fact))
                || (isLiftedBy(ConfidenceRoute.APPROVAL) && allAsk(new Gateways(situation).approving().stream(), fact))
                || restrictions().anyMatch(restricts -> isAskedBy(restricts, fact))
                || exemption().filter(row -> row.requires().contains(fact)).isPresent();
    }

    private boolean isAskedBy(Restricts restricts, FactName fact) {
        boolean passes = restricts.unlessPurposes().containsAll(situation.purpose.kinds())
                || restricts.unlessForms().contains(situation.request.form());
        if (passes) {
            return false;
        }
        Stream<LawRow> express =
                carrying.stream().filter(row -> row.reach().origins().contains(situation.dataset.origin()));
        return restricts.unlessFacts().isEmpty()
                ? restricts.unlessExpress() && allAsk(express, fact)
                : restricts.unlessFacts().contains(fact);
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

    private static boolean allAsk(Stream<LawRow> rows, FactName fact) {
        List<LawRow> all = rows.toList();
        return !all.isEmpty() && all.stream().allMatch(row -> row.requires().contains(fact));
    }

    private boolean isConsentReliedOn() {
        boolean special = situation.sensitivities().stream().anyMatch(Sensitivity::isSpecialCategory);
        return situation.isPersonal()
                && (isLiftedBy(ConfidenceRoute.CONSENT)
                        || bases().anyMatch(LawfulBasis.CONSENT::equals)
                        || (special
                                && situation.controllers().stream()
                                        .flatMap(body -> situation.basisOf(body).stream())
                                        .filter(basis -> basis.basis() != LawfulBasis.LAW_ENFORCEMENT)
                                        .flatMap(basis -> basis.condition().stream())
                                        .anyMatch(SpecialCondition.EXPLICIT_CONSENT::equals)));
    }

    private boolean isLiftedBy(ConfidenceRoute route) {
        return situation.isPersonal() && !situation.isSeriousHarm() && situation.confidenceRoute() == route;
    }

    private Stream<LawfulBasis> bases() {
        return situation.controllers().stream()
                .flatMap(body -> situation.basisOf(body).stream())
                .map(Terms.BasisOf::basis);
    }

    private boolean safeguard(Predicate<Terms.Safeguards> of) {
        return situation.terms.map(Terms::safeguards).filter(of).isPresent();
    }
}
