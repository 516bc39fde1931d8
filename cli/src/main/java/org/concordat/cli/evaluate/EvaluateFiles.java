package org.concordat.cli.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.evaluation.CovariateBalance;
import org.concordat.measures.evaluation.Evaluation;
import org.concordat.measures.evaluation.Matches;
import org.concordat.measures.evaluation.PropensityScores;
import org.concordat.measures.evaluation.RosenbaumBounds;

/** Writes pairs, balance, model, effect and sensitivity as tables with their metadata. */
final class EvaluateFiles {
    static final double[] GAMMAS = {1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2, 2.5, 3, 4, 5};

    private EvaluateFiles() {}

    static void write(NewFolder folder, People people, Evaluation.Found found, PropensityScores.Fitted fitted) {
        pairs(folder, people, found.matches(), fitted);
        balance(folder, found);
        model(folder, fitted);
        effect(folder, found);
        found.sensitivity().ifPresent(bounds -> sensitivity(folder, bounds));
    }

    private static void pairs(NewFolder folder, People people, Matches matches, PropensityScores.Fitted fitted) {
        List<String> cohort = people.ids(true);
        List<String> pool = people.ids(false);
        int treated = matches.treated();
        FigureFile.titled("Pairs", "Who of the cohort was compared with whom. About persons: not for publication.")
                .text("cohort_id", "Cohort", "Id of the person who had the service")
                .text("partner_id", "Partner", "Id of the person like them")
                .number("cohort_score", "Score of the one", "Propensity score, from 0 to 1")
                .number("partner_score", "Score of the other", "Propensity score, from 0 to 1")
                .number("distance", "Distance", "How far apart they are on the scale that was matched on")
                .count("equally_near", "Equally near", "How many others would have done as well")
                .key("cohort_id", "partner_id")
                .writeInto(
                        folder,
                        "pairs.csv",
                        rows -> matches.pairs()
                                .forEach(pair -> rows.text(cohort.get(pair.treated()))
                                        .text(pool.get(pair.partner()))
                                        .number(fitted.scores()[pair.treated()])
                                        .number(fitted.scores()[treated + pair.partner()])
                                        .number(pair.distance())
                                        .count(pair.equallyNear())
                                        .end()));
    }

    private static void balance(NewFolder folder, Evaluation.Found found) {
        FigureFile.titled("Balance", "How alike the cohort and those compared with it are, before and after matching.")
                .text("covariate", "Covariate", "What is compared")
                .number("cohort_mean", "Mean of the cohort", "Of those who have a partner")
                .number("pool_mean", "Mean of the pool", "Of everybody else")
                .number("partners_mean", "Mean of the partners", "Each counted for what they stand for")
                .number("difference_before", "Difference before", "Standardised difference of means, all")
                .number("difference_after", "Difference after", "Standardised difference of means, matched")
                .number("variance_ratio_before", "Variance ratio before", "Empty for covariates of 0 and 1")
                .number("variance_ratio_after", "Variance ratio after", "Empty for covariates of 0 and 1")
                .key("covariate")
                .writeInto(folder, "balance.csv", rows -> {
                    for (CovariateBalance one : found.balance().covariates()) {
                        rows.text(one.covariate())
                                .number(one.treatedMean())
                                .number(one.poolMean())
                                .number(one.matchedMean())
                                .number(one.differenceBefore())
                                .number(one.differenceAfter());
                        optional(rows, one.varianceRatioBefore());
                        optional(rows, one.varianceRatioAfter());
                        rows.end();
                    }
                });
    }

    private static void model(NewFolder folder, PropensityScores.Fitted fitted) {
        FigureFile.titled("Model", "The logistic regression by which the propensity scores were made.")
                .text("term", "Term", "Intercept or covariate")
                .number("coefficient", "Coefficient", "On the scale of the logit")
                .number("standard_error", "Standard error", "Of the coefficient")
                .key("term")
                .writeInto(folder, "model.csv", rows -> {
                    for (int t = 0; t < fitted.names().size(); t++) {
                        rows.text(fitted.names().get(t))
                                .number(fitted.coefficients()[t])
                                .number(fitted.standardErrors()[t])
                                .end();
                    }
                });
    }

    private static void effect(NewFolder folder, Evaluation.Found found) {
        FigureFile.titled("Effect", "The outcome of the cohort, of people like them, and the difference.")
                .text(
                        "measure",
                        "Measure",
                        "cohort, partners or difference; ties tell how far choices among equals move it")
                .number("value", "Value", "A proportion from 0 to 1, or a mean")
                .number("numerator", "Numerator", "Sum of outcomes")
                .number("denominator", "Denominator", "Persons of the cohort who were compared")
                .number("lower", "Lower end", "Of the interval")
                .number("upper", "Upper end", "Of the interval")
                .number("confidence", "Confidence", "Of the interval")
                .text("method", "Method", "How it was made")
                .text("status", "Status", "u: rests on few")
                .key("measure")
                .writeInto(folder, "effect.csv", rows -> {
                    estimate(rows, "cohort", found.effect().treated());
                    estimate(rows, "partners", found.effect().partners());
                    estimate(rows, "difference", found.effect().difference());
                    rows.text("difference at least, by ties")
                            .number(found.ties().least());
                    rest(rows);
                    rows.text("difference at most, by ties").number(found.ties().most());
                    rest(rows);
                    rows.text("difference on average, by ties")
                            .number(found.ties().expected());
                    rest(rows);
                    rows.text("standard deviation, by ties").number(found.ties().deviation());
                    rest(rows);
                });
    }

    private static void rest(FigureFile.Rows rows) {
        rows.none()
                .none()
                .none()
                .none()
                .none()
                .text("range over partners with exactly the same score")
                .none()
                .end();
    }

    private static void estimate(FigureFile.Rows rows, String name, Estimate estimate) {
        rows.text(name);
        optional(rows, estimate.value());
        optional(rows, estimate.numerator());
        optional(rows, estimate.denominator());
        Optional<Interval> interval = estimate.interval();
        optional(rows, interval.map(i -> OptionalDouble.of(i.lower())).orElse(OptionalDouble.empty()));
        optional(rows, interval.map(i -> OptionalDouble.of(i.upper())).orElse(OptionalDouble.empty()));
        optional(rows, interval.map(i -> OptionalDouble.of(i.confidence())).orElse(OptionalDouble.empty()));
        rows.text(estimate.method()).text(estimate.status().symbol()).end();
    }

    private static void optional(FigureFile.Rows rows, OptionalDouble value) {
        if (value.isPresent()) {
            rows.number(value.getAsDouble());
        } else {
            rows.none();
        }
    }

    private static void sensitivity(NewFolder folder, RosenbaumBounds bounds) {
        FigureFile.titled("Sensitivity", "How strong something unrecorded would have to be to explain the effect away.")
                .number("gamma", "Gamma", "How many times as likely to have had the service one of two partners may be")
                .number(
                        "least",
                        "Smallest probability",
                        "One-sided, that chance and hidden bias alone made the difference")
                .number("most", "Largest probability", "The same at most")
                .key("gamma")
                .note(bounds.method())
                .writeInto(
                        folder,
                        "sensitivity.csv",
                        rows -> bounds.at(GAMMAS)
                                .forEach(bound -> rows.number(bound.gamma())
                                        .number(bound.least())
                                        .number(bound.most())
                                        .end()));
    }
}
