package org.concordat.policy.decide;

import java.util.List;
import java.util.Optional;
import org.concordat.policy.decide.Finding.DoesNotApply;
import org.concordat.policy.decide.Finding.Holds;
import org.concordat.policy.decide.Finding.Lacks;
import org.concordat.policy.decide.Finding.Missing;
import org.concordat.policy.decide.Finding.Refuses;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;

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
        Optional<LawRow> row = situation.facts.law().rows().values().stream()
                .filter(each -> each.kind() == RowKind.CONFIDENCE)
                .filter(each -> each.nations().containsAll(situation.nations))
                .filter(each -> !each.isOutsideItsTime(situation.on()))
                .filter(each -> each.purposes().include(situation.purpose.kinds()))
                .filter(each -> each.reach().origins().isEmpty()
                        || each.reach().origins().contains(situation.dataset.origin()))
                .findFirst();
        if (row.isEmpty()) {
            return new Refuses(
                    "No approval that the law pack knows covers this purpose and these data.",
                    "Name another way to lift confidence.");
        }
        if (!situation.counts(row.get())) {
            return new Lacks(
                    row.get().provision() + " is not verified or not known to be in force.",
                    List.of(Missing.verificationOf(row.get())));
        }
        situation.restOn(row.get());
        return situation.requireAll(
                row.get().requires(), "An approval under " + row.get().provision() + " lifts confidence.");
    }

    static Finding optOut(Situation situation) {
        boolean covered = situation.isPersonal()
                && situation.dataset.origin() == Origin.PATIENT
                && !situation.isAbout(PurposeKind.DIRECT_CARE)
                && !situation.isSeriousHarm()
                && situation.confidenceRoute() != ConfidenceRoute.CONSENT;
        return covered
                ? situation.require(FactName.OPTED_OUT_NATIONALLY, "The national data opt-out is kept.")
                : new DoesNotApply("The national data opt-out is not about this.");
    }
}
