package org.concordat.cli.survival;

import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.evaluation.survival.GroupedSurvival;
import org.concordat.measures.evaluation.survival.SurvivalCurve;

/** Writes the curve and the test for publication, and Kaplan and Meier's curve to be kept. */
final class SurvivalFiles {
    private SurvivalFiles() {}

    static void write(NewFolder folder, SurvivalFindings findings) {
        curve(folder, findings);
        test(folder, findings);
        boolean all = !findings.request().small().shownBecause().isEmpty();
        exact(folder, all ? "publish/" : "keep/", findings);
        if (all) {
            exact(folder, "keep/", findings);
        }
    }

    private static void curve(NewFolder folder, SurvivalFindings findings) {
        FigureFile.titled(
                        "Survival",
                        "The share to whom " + findings.request().eventWords()
                                + " had not happened, by stretches of time.")
                .text("group", "Group", "Whom it is of")
                .hideable("from", "From", "When the stretch begins", false)
                .hideable("to", "To", "When it ends, that moment included", false)
                .hideable("at_risk", "At risk", "How many were in sight at its beginning without the event", true)
                .hideable("events", "Events", "To how many it happened within the stretch", true)
                .hideable("left", "Left sight", "How many were out of sight within the stretch without it", true)
                .estimate("What the share makes of all who were followed", "How many were followed")
                .text("status", "Status", "c: hidden, rests on few; u: nobody is left")
                .key("group", "to")
                .note(findings.request().small().note())
                .note("Stretches are so long that each holds nobody or enough people of each kind.")
                .writeInto(
                        folder,
                        "publish/curve.csv",
                        rows -> findings.groups().forEach(group -> {
                            if (group.shown().isEmpty()) {
                                rows.text(group.name())
                                        .hidden(11)
                                        .text("")
                                        .text(SmallCounts.MARK)
                                        .end();
                            }
                            double[] from = {0};
                            group.shown()
                                    .map(GroupedSurvival::steps)
                                    .ifPresent(steps -> steps.forEach(step -> {
                                        rows.text(group.name())
                                                .number(from[0])
                                                .number(step.stretch().end())
                                                .count(step.atRisk())
                                                .count(step.stretch().events())
                                                .count(step.stretch().leftSight())
                                                .estimate(step.share())
                                                .text(step.share().status().symbol())
                                                .end();
                                        from[0] = step.stretch().end();
                                    }));
                        }));
    }

    private static void test(NewFolder folder, SurvivalFindings findings) {
        findings.test()
                .ifPresent(test -> FigureFile.titled("Log-rank test", "Whether the event came sooner in one group.")
                        .text("group", "Group", "Whom it is of")
                        .count("observed", "Observed", "Events")
                        .number("expected", "Expected", "Events, had all groups been alike")
                        .number("chi_squared", "Chi-squared", "Of all groups together, to two decimals")
                        .count("degrees", "Degrees of freedom", "One fewer than groups")
                        .text("probability", "Probability", "Of such a difference or a larger one, if there were none")
                        .key("group")
                        .note("Log-rank test (Mantel 1966; Peto and Peto 1972).")
                        .writeInto(folder, "publish/logrank.csv", rows -> {
                            for (int g = 0; g < findings.groups().size(); g++) {
                                rows.text(findings.groups().get(g).name())
                                        .count(test.observed().get(g))
                                        .text(SurvivalFindings.rounded(
                                                        test.expected().get(g), 1)
                                                .toPlainString())
                                        .text(SurvivalFindings.rounded(test.chiSquared(), 2)
                                                .toPlainString())
                                        .count(findings.groups().size() - 1L)
                                        .text(SurvivalFindings.probability(test.probability()))
                                        .end();
                            }
                        }));
    }

    private static void exact(NewFolder folder, String where, SurvivalFindings findings) {
        FigureFile.titled("Kaplan-Meier", "The share after each date on which it happened to somebody.")
                .text("group", "Group", "Whom it is of")
                .number("time", "Time", "When it happened")
                .count("at_risk", "At risk", "How many were in sight until then without it")
                .count("events", "Events", "To how many it happened")
                .number("standard_error", "Standard error", "Of the share (Greenwood 1926)")
                .estimate("What the share makes of all who were followed", "How many were followed")
                .key("group", "time")
                .note("Not for publication: each row is somebody's date.")
                .writeInto(
                        folder,
                        where + "kaplan-meier.csv",
                        rows -> findings.groups().forEach(group -> {
                            for (SurvivalCurve.Step step : group.exact().steps()) {
                                rows.text(group.name())
                                        .number(step.time())
                                        .count(step.atRisk())
                                        .count(step.events())
                                        .number(step.standardError())
                                        .estimate(step.share())
                                        .end();
                            }
                        }));
    }
}
