package org.concordat.policy.decide;

import org.concordat.policy.decide.Finding.DoesNotApply;
import org.concordat.policy.decide.Finding.Holds;
import org.concordat.policy.decide.Finding.Refuses;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Origin;

/** Step 4, as far as it asks what data are for: a changed purpose, research, identifying again. */
final class PurposeRules {

    private PurposeRules() {}

    static Finding purposeChanged(Situation situation) {
        return switch (situation.request.ground()) {
            case Ground.UnderAgreement ignored -> new DoesNotApply("The schedule says what it is for.");
            case Ground.SeriousHarm ignored -> new DoesNotApply("A risk of serious harm comes first.");
            case Ground.Reuse reuse ->
                reuse.law().exemption().isEmpty()
                        ? reused(situation)
                        : new Refuses("An exemption is for a single disclosure to someone else.", "Leave it out.");
            case Ground.Single single ->
                single.law().exemption().isPresent()
                        ? new Gateways(situation)
                                .exemption(single.law().exemption().get())
                        : compatible(situation);
        };
    }

    private static Finding compatible(Situation situation) {
        return situation.dataset.collectedFor().contains(situation.purpose.id())
                ? new Holds("The data were collected for this.")
                : situation.require(
                        FactName.COMPATIBLE_WITH_COLLECTION,
                        "The data were collected for something else, with which this is compatible.");
    }

    private static Finding reused(Situation situation) {
        return situation.reuseRowAsks(FactName.COMPATIBLE_WITH_COLLECTION)
                ? new DoesNotApply("Whether reuse is compatible is asked in step 1.")
                : situation.require(
                        FactName.COMPATIBLE_WITH_COLLECTION,
                        "The new use is compatible with why the data were collected.");
    }

    static Finding research(Situation situation) {
        boolean forResearch = situation.purpose.isAboutNobody();
        if (forResearch && situation.request.form().namesPeople()) {
            return new Refuses(
                    "Research and statistics support no measure about a particular person.",
                    "Share pseudonyms or tables, or ask for another purpose on its own basis.");
        }
        if (situation.dataset.origin() == Origin.RESEARCH && !forResearch) {
            return new Refuses(
                    "The data were shared for research, and support no measure about a particular person.",
                    "Collect them for this purpose from their source.");
        }
        return situation.dataset.origin() == Origin.RESEARCH || forResearch
                ? new Holds("It stays within research and statistics.")
                : new DoesNotApply("It is not research.");
    }

    static Finding identifyingAgain(Situation situation) {
        if (!situation.request.identifyingAgain()) {
            return new DoesNotApply("Nobody is identified again.");
        }
        if (!situation.isForOwnCare() || situation.dataset.origin() == Origin.RESEARCH) {
            return new Refuses(
                    "Someone is identified again only for their own care, and never from a research extract.",
                    "Ask for direct care, on data shared for that.");
        }
        return situation.require(FactName.SECOND_APPROVER, "Two people approved.");
    }
}
