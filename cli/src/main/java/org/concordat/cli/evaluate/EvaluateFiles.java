package org.concordat.cli.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.Estimate;
import org.concordat.measures.evaluation.CovariateBalance;
import org.concordat.measures.evaluation.Matches;
import org.concordat.measures.evaluation.PropensityScores;
import org.concordat.measures.evaluation.RosenbaumBounds;

/** Writes effect, balance and sensitivity for publication, and all of it with pairs and model to be kept. */
final class EvaluateFiles {
    static final double[] GAMMAS = {1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2, 2.5, 3, 4, 5};
    private static final String KEPT = "Not for publication: small counts are not hidden here.";

    private final NewFolder folder;
    private final Results results;

    private EvaluateFiles(NewFolder folder, Results results) {
        this.folder = folder;
        this.results = results;
    }

    static void write(NewFolder folder, Results results, People people, PropensityScores.Fitted fitted) {
        EvaluateFiles files = new EvaluateFiles(folder, results);
        files.figures("publish/", results.hiding(), results.small().note());
        files.figures("keep/", Hiding.nothing(), KEPT);
        files.pairs(people, fitted);
        files.model(fitted);
    }

    private void figures(String where, Hiding hiding, String note) {
        effect(where, hiding, note);
        balance(where, hiding, note);
        if (!hiding.sensitivity()) {
            results.found().sensitivity().ifPresent(bounds -> sensitivity(where, bounds));
        }
    }

    private void pairs(People people, PropensityScores.Fitted fitted) {
        Matches matches = results.found().matches();
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
                        "keep/pairs.csv",
                        rows -> matches.pairs()
                                .forEach(pair -> rows.text(cohort.get(pair.treated()))
                                        .text(pool.get(pair.partner()))
                                        .number(fitted.scores()[pair.treated()])
                                        .number(fitted.scores()[treated + pair.partner()])
                                        .number(pair.distance())
                                        .count(pair.equallyNear())
                                        .end()));
    }

    private void balance(String where, Hiding hiding, String note) {
        FigureFile.titled("Balance", "How alike the cohort and those compared with it are, before and after matching.")
                .text("covariate", "Covariate", "What is compared")
                .hideable("cohort_mean", "Mean of the cohort", "Of those who have a partner", false)
                .hideable("pool_mean", "Mean of the pool", "Of everybody else", false)
                .hideable("partners_mean", "Mean of the partners", "Each counted for what they stand for", false)
                .hideable("difference_before", "Difference before", "Standardised difference of means, all", false)
                .hideable("difference_after", "Difference after", "Standardised difference of means, matched", false)
                .hideable("variance_ratio_before", "Variance ratio before", "Empty for covariates of 0 and 1", false)
                .hideable("variance_ratio_after", "Variance ratio after", "Empty for covariates of 0 and 1", false)
                .key("covariate")
                .note(note)
                .writeInto(folder, where + "balance.csv", rows -> {
                    for (CovariateBalance one : results.found().balance().covariates()) {
                        rows.text(one.covariate());
                        if (hiding.covariates().contains(one.covariate())) {
                            rows.hidden(7).end();
                            continue;
                        }
                        rows.number(one.treatedMean());
                        shown(rows, OptionalDouble.of(one.poolMean()), hiding.before());
                        rows.number(one.matchedMean());
                        shown(rows, OptionalDouble.of(one.differenceBefore()), hiding.before());
                        rows.number(one.differenceAfter());
                        shown(rows, one.varianceRatioBefore(), hiding.before());
                        rows.number(one.varianceRatioAfter()).end();
                    }
                });
    }

    private static void shown(FigureFile.Rows rows, OptionalDouble value, boolean hidden) {
        if (hidden) {
            rows.hidden(1);
        } else {
            rows.number(value);
        }
    }

    /** Kept, since a coefficient's error tells how many have what it stands for. */
    private void model(PropensityScores.Fitted fitted) {
        FigureFile.titled("Model", "The logistic regression by which the propensity scores were made.")
                .text("term", "Term", "Intercept or covariate")
                .number("coefficient", "Coefficient", "On the scale of the logit")
                .number("standard_error", "Standard error", "Of the coefficient")
                .key("term")
                .note("Not for publication: the error of a coefficient tells how many people it rests on.")
                .note("Log-likelihood " + fitted.logLikelihood() + " after " + fitted.iterations() + " iterations.")
                .writeInto(folder, "keep/model.csv", rows -> {
                    for (int t = 0; t < fitted.names().size(); t++) {
                        rows.text(fitted.names().get(t))
                                .number(fitted.coefficients()[t])
                                .number(fitted.standardErrors()[t])
                                .end();
                    }
                });
    }

    private void effect(String where, Hiding hiding, String note) {
        FigureFile.titled("Effect", "The outcome of the cohort, of people like them, and the difference.")
                .text(
                        "measure",
                        "Measure",
                        "cohort, partners or difference; ties tell how far choices among equals move it")
                .estimate("Sum of outcomes", "Persons of the cohort who were compared")
                .text("status", "Status", "c: hidden, rests on few; u: rests on few")
                .key("measure")
                .note(note)
                .writeInto(folder, where + "effect.csv", rows -> {
                    estimate(rows, "cohort", results.found().effect().treated(), hiding.cohort());
                    estimate(rows, "partners", results.found().effect().partners(), hiding.partners());
                    estimate(rows, "difference", results.found().effect().difference(), hiding.difference());
                    results.change().ifPresent(change -> {
                        estimate(rows, "difference before the service", change.gapBefore(), hiding.change());
                        estimate(rows, "difference in changes since", change.effect(), hiding.change());
                    });
                    var ties = results.found().ties();
                    tie(rows, "difference at least, by ties", ties.least(), hiding.ties());
                    tie(rows, "difference at most, by ties", ties.most(), hiding.ties());
                    tie(rows, "difference on average, by ties", ties.expected(), hiding.ties());
                    tie(rows, "standard deviation, by ties", ties.deviation(), hiding.ties());
                });
    }

    private static void tie(FigureFile.Rows rows, String name, double value, boolean hidden) {
        rows.text(name);
        shown(rows, OptionalDouble.of(value), hidden);
        rows.none()
                .none()
                .none()
                .none()
                .none()
                .text("range over partners with exactly the same score")
                .text(hidden ? SmallCounts.MARK : "")
                .end();
    }

    private static void estimate(FigureFile.Rows rows, String name, Estimate estimate, boolean hidden) {
        rows.text(name);
        if (hidden) {
            rows.hidden(6).text(estimate.method()).text(SmallCounts.MARK).end();
        } else {
            rows.estimate(estimate).text(estimate.status().symbol()).end();
        }
    }

    private void sensitivity(String where, RosenbaumBounds bounds) {
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
                        where + "sensitivity.csv",
                        rows -> bounds.at(GAMMAS)
                                .forEach(bound -> rows.number(bound.gamma())
                                        .number(bound.least())
                                        .number(bound.most())
                                        .end()));
    }
}
