package org.concordat.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.measures.evaluation.Balance;
import org.concordat.measures.evaluation.Evaluation;
import org.concordat.measures.evaluation.MatchSettings;
import org.concordat.measures.evaluation.PropensityScores;

/** Says why there is no evaluation, and what can be done. */
final class EvaluateTrouble {
    private EvaluateTrouble() {}

    static CommandException wrong(String what) {
        return new CommandException("EVALUATE-OPTION", ExitCode.WRONG_USE, what);
    }

    static CommandException refused(String code, String what) {
        return new CommandException(code, ExitCode.REFUSED, what + " Nothing was written.");
    }

    static CommandException constant(PropensityScores.Constant refusal) {
        return refused(
                "EVALUATE-CONSTANT",
                "Everybody has the same value of " + refusal.covariate()
                        + ", so it tells nobody apart. Leave it out of --covariates.");
    }

    static CommandException collinear(PropensityScores.Collinear refusal) {
        return refused(
                "EVALUATE-COLLINEAR",
                refusal.covariate() + " says nothing that is not already said by " + String.join(", ", refusal.others())
                        + ". Leave one of them out of --covariates.");
    }

    static CommandException separated(PropensityScores.Separated refusal) {
        return refused(
                "EVALUATE-SEPARATED",
                String.join(" and ", refusal.covariates())
                        + (refusal.covariates().size() == 1 ? " tells" : " together tell")
                        + " the cohort from the pool without error, at least for some, so those have nobody to be compared"
                        + " with. Leave out what comes of the service itself, or take a pool in which such people are.");
    }

    static CommandException tooFew(Evaluation.TooFewTreated refusal, MatchSettings tried) {
        return refused(
                "EVALUATE-TOO-FEW",
                "Only " + refusal.matches().matchedTreated() + " of "
                        + refusal.matches().treated()
                        + " people in the cohort could be compared; no effect is told of fewer than "
                        + Evaluation.LEAST_TREATED
                        + ". Wait until more have been through the service, "
                        + (tried.caliper().isPresent() ? "widen --caliper, " : "")
                        + "or take a larger pool.");
    }

    /** What is left to try, given what was tried. */
    private static String remedies(MatchSettings tried) {
        List<String> remedies = new ArrayList<>();
        if (tried.caliper().isEmpty()) {
            remedies.add("--caliper 0.2");
        } else {
            remedies.add("a --caliper narrower than " + tried.caliper().getAsDouble());
        }
        if (tried.ratio() > 1) {
            remedies.add("fewer partners for each with --ratio");
        }
        if (!tried.replacement() && tried.choice() != MatchSettings.Choice.NEAREST_BELOW) {
            remedies.add("--replace");
        }
        if (tried.choice() != MatchSettings.Choice.OPTIMAL) {
            remedies.add("--method optimal");
        }
        return String.join(", ", remedies) + ", or a larger pool";
    }

    static CommandException unlike(Evaluation.Unlike refusal, MatchSettings tried) {
        String worst = refusal.poor().stream()
                .limit(6)
                .map(one -> String.format(Locale.ROOT, "%s %.2f", one.covariate(), one.differenceAfter()))
                .collect(Collectors.joining(", "));
        return refused(
                "EVALUATE-UNLIKE",
                "Those compared are not alike in " + refusal.poor().size() + " of "
                        + refusal.balance().covariates().size() + " respects: " + worst
                        + " (standardised differences; at most "
                        + String.format(Locale.ROOT, "%.1f", Balance.WORST_DIFFERENCE)
                        + " either way is allowed). An effect of unlike people would mislead. Try "
                        + remedies(tried) + ". If none helps, this cohort cannot be evaluated in this way.");
    }
}
