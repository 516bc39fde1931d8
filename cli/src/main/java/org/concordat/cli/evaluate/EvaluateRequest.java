package org.concordat.cli.evaluate;

import java.util.List;
import java.util.Optional;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.EvaluationSettings.Scale;
import org.concordat.measures.evaluation.MatchSettings;

/**
 * What is to be evaluated, and how.
 *
 * @param id column that names each person once
 * @param outcome column of the outcome
 * @param outcomeWords what the outcome is, for people
 * @param before column of the same as the outcome, measured before the service
 * @param covariates columns that people are to be alike in
 * @param wald whether a difference of proportions gets a Wald interval instead of Newcombe's
 * @param leaveOutIncomplete whether people with a gap are left out instead of everything refused
 * @param small which counts are hidden
 */
record EvaluateRequest(
        String id,
        String outcome,
        Optional<String> outcomeWords,
        Optional<String> before,
        List<String> covariates,
        MatchSettings matching,
        Scale scale,
        boolean wald,
        double confidence,
        boolean leaveOutIncomplete,
        SmallCounts small) {

    String outcomeName() {
        return outcomeWords.orElse(outcome);
    }
}
