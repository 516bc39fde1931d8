package org.concordat.policy.decide;

import org.concordat.policy.decide.Finding.DoesNotApply;
import org.concordat.policy.decide.Finding.Holds;
import org.concordat.policy.decide.Finding.Refuses;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Origin;

/** Steps 2 and 3: human rights and confidence. */
final class ConfidenceRules {

    private ConfidenceRules() {}

    static Finding proportionate(Situation situation) {
        if (!situation.isPersonal()) {
            return new Holds("What leaves is about nobody in particular.");
        }
        return switch (situation.request.ground()) {
            case Ground.UnderAgreement ignored ->
                situation.terms.isPresent()
                        ? new Holds("The schedule says why it is necessary and proportionate.")
                        : new Refuses("There is no schedule.", "Name one.");
            case Ground.SeriousHarm ignored -> new Holds("Preventing serious harm to the person is proportionate.");
            case Ground.Single ignored -> written(situation);
            case Ground.Reuse ignored -> written(situation);
        };
    }

    private static Finding written(Situation situation) {
        return situation.require(
                FactName.NECESSARY_AND_PROPORTIONATE, "It is written down why it is necessary and proportionate.");
    }

    static Finding confidence(Situation situation) {
        if (!situation.isPersonal()) {
            return new Holds("Nobody can be recognised in what leaves.");
        }
        if (situation.isSeriousHarm()) {
            return new Holds("Preventing serious harm is a public interest that outweighs confidence.");
        }
        ConfidenceRoute route = situation.confidenceRoute();
        boolean confidential = situation.dataset.origin().isConfidential();
        return switch (route) {
            case NOT_CONFIDENTIAL ->
                confidential
                        ? new Refuses(
                                "The data were told in confidence, and nothing that lifts it is named.",
                                "Name consent, a statute, an overriding interest or an approval.")
                        : new Holds("Nobody told it in confidence.");
            case ANONYMOUS ->
                new Refuses(
                        "What leaves is about recognisable people, so it is not anonymous.",
                        "Share tables, or name what lifts confidence.");
            case CONSENT -> DataProtectionRules.consent(situation, "The person agreed, which lifts confidence.");
            case OVERRIDING_INTEREST ->
                situation.request.subjects() == Request.Subjects.ONE
                        ? situation.require(
                                FactName.OVERRIDING_INTEREST_RECORDED,
                                "A senior professional recorded the overriding interest.")
                        : new Refuses(
                                "An overriding interest is weighed case by case, never for many at once.",
                                "Ask for each person, or name a statute or approval.");
            case STATUTE ->
                new Gateways(situation)
                        .statute(
                                "A statute expressly allows or requires it.",
                                new Refuses(
                                        "No express statute carries it, so none lifts confidence.",
                                        "Name an express power or duty that covers it, or another way to lift confidence."));
            case APPROVAL -> approval(situation);
        };
    }

    private static Finding approval(Situation situation) {
        Finding row = new Gateways(situation)
                .approval(
                        "An approval lifts confidence.",
                        new Refuses(
                                "No approval that the law pack knows covers this purpose and these data.",
                                "Name another way to lift confidence."));
        return Finding.worse(row, situation.require(FactName.APPROVAL_HELD, "An approval lifts confidence."));
    }

    static Finding optOut(Situation situation) {
        boolean covered = situation.isPersonal()
                && situation.dataset.origin() == Origin.PATIENT
                && !situation.isForOwnCare()
                && !situation.isSeriousHarm()
                && situation.confidenceRoute() != ConfidenceRoute.CONSENT;
        return covered
                ? situation.require(FactName.OPTED_OUT_NATIONALLY, "The national data opt-out is kept.")
                : new DoesNotApply("The national data opt-out is not about this.");
    }
}
