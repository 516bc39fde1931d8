package org.concordat.cli.survival;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.measures.Estimate;
import org.concordat.measures.evaluation.survival.GroupedSurvival;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.LineChart;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** How long until something happens, as one page: the curve first, then the test, the numbers, and what it does not show. */
final class SurvivalPage {
    static final String NAME = "publish/survival.html";

    private final SurvivalFindings findings;
    private final SurvivalRequest request;

    SurvivalPage(SurvivalFindings findings) {
        this.findings = findings;
        this.request = findings.request();
    }

    ReportPage page(String title, LocalDate day) {
        return ReportPage.titled(title)
                .lead(findings.lead())
                .madeOn(day)
                .section("How many it had not happened to", this::curve)
                .section("Whether the groups differ", this::test)
                .section("The numbers", this::numbers)
                .section("What it does not show", this::limits)
                .section("How it was made", this::made)
                .footer("This page names nobody and tells nobody's date. The folder \"keep\" beside its folder does.");
    }

    private boolean exact() {
        return !request.small().shownBecause().isEmpty();
    }

    private void curve(Section s) {
        s.paragraph("Who was out of sight before it happened counts for as long as they were seen, and no longer.");
        LineChart chart = LineChart.of("The share without it: " + request.eventWords())
                .across(request.unit().isEmpty() ? "time" : request.unit(), Numbers.SHORT)
                .up("share without it", Numbers.WHOLE_PERCENT)
                .upBetween(0, 1);
        List<String> hidden = new ArrayList<>();
        boolean drawn = false;
        for (ShownGroup group : findings.groups()) {
            if (group.shown().isEmpty()) {
                hidden.add(group.name());
                continue;
            }
            drawn = true;
            chart.line(group.name()).point(0, 1);
            if (exact()) {
                chart.stepped();
                group.exact()
                        .steps()
                        .forEach(step ->
                                chart.point(step.time(), step.share().value().orElseThrow()));
            } else {
                group.shown()
                        .orElseThrow()
                        .steps()
                        .forEach(step -> chart.point(
                                step.stretch().end(), step.share().value().orElseThrow()));
            }
        }
        if (drawn) {
            s.picture(chart);
        }
        if (!hidden.isEmpty()) {
            s.warning("Not shown, since too few people are in it or had the event: " + String.join(", ", hidden) + ".");
        }
        s.paragraph(request.small().note());
    }

    private void test(Section s) {
        if (findings.groups().size() == 1) {
            s.paragraph("There is one group only. Name a column of groups with --by to compare them.");
            return;
        }
        findings.test()
                .ifPresentOrElse(
                        test -> {
                            s.paragraph(
                                    "If all groups were alike, a difference as large as this one would come about with a"
                                            + " probability of " + SurvivalFindings.probability(test.probability())
                                            + " (log-rank test, chi-squared "
                                            + SurvivalFindings.rounded(test.chiSquared(), 2)
                                            + "). It says that they differ, not why:"
                                            + " the groups may be unlike in other ways.");
                            NumberTable table = NumberTable.of(
                                            "Events, and how many there would be if all were alike", "Group")
                                    .numbers("Seen", "Expected");
                            for (int g = 0; g < findings.groups().size(); g++) {
                                table = table.row(
                                        findings.groups().get(g).name(),
                                        Numbers.COUNT.write(test.observed().get(g)),
                                        Numbers.decimals(1)
                                                .write(test.expected().get(g)));
                            }
                            s.table(table);
                        },
                        () -> s.paragraph("They were not compared, since one of them is too small to be shown."));
    }

    private void numbers(Section s) {
        for (ShownGroup group : findings.groups()) {
            group.shown()
                    .ifPresent(shown -> s.subsection(
                            group.name(),
                            inside -> inside.paragraph(halfTime(group, shown)).table(table(group, shown))));
        }
    }

    private String halfTime(ShownGroup group, GroupedSurvival shown) {
        return (exact() ? group.exact().median() : shown.median())
                .stream()
                        .mapToObj(half -> "It had happened to half of them by " + request.words(half) + ".")
                        .findFirst()
                        .orElse("It had happened to fewer than half of them by the end.");
    }

    private static NumberTable table(ShownGroup group, GroupedSurvival shown) {
        NumberTable table = NumberTable.of("Stretches of time: " + group.name(), "Up to")
                .numbers("At risk before", "Events", "Left sight", "Share without it", "From", "To");
        List<List<String>> rows = new ArrayList<>();
        for (GroupedSurvival.Step step : shown.steps()) {
            Estimate share = step.share();
            rows.add(List.of(
                    Numbers.SHORT.write(step.stretch().end()),
                    Numbers.COUNT.write(step.atRisk()),
                    Numbers.COUNT.write(step.stretch().events()),
                    Numbers.COUNT.write(step.stretch().leftSight()),
                    Numbers.PERCENT.write(share.value().orElseThrow()),
                    share.interval()
                            .map(interval -> Numbers.PERCENT.write(interval.lower()))
                            .orElse("–"),
                    share.interval()
                            .map(interval -> Numbers.PERCENT.write(interval.upper()))
                            .orElse("–")));
        }
        return table.rows(rows);
    }

    private void limits(Section s) {
        s.bullets(
                "It supposes that people leave sight for reasons that have nothing to do with the event. Where those who do badly"
                        + " move away or stop answering, the curve is too good.",
                "Something else can take people out before the event can come, such as death or prison. Where that is frequent,"
                        + " the curve overstates how often the event would come.",
                "Towards its end the curve rests on ever fewer people, and its range widens.",
                "Groups were not made alike. To ask what a service changed, compare people who are (evaluate).");
    }

    private void made(Section s) {
        s.summary(
                        "The curve",
                        exact()
                                ? "Kaplan and Meier (1958); the table: life-table method (Cutler and Ederer 1958)"
                                : "life-table method (Cutler and Ederer 1958), from the counts shown and nothing else")
                .summary(
                        "Ranges",
                        Numbers.SHORT.write(request.confidence() * 100)
                                + " of 100 made in this way hold the true share (log-log, Kalbfleisch and Prentice 1980)")
                .summary("The test", "log-rank, with each person's own time (Mantel 1966; Peto and Peto 1972)")
                .summary(
                        "Stretches",
                        "of " + request.words(request.every())
                                + ", put together until each holds nobody or at least " + threshold()
                                + " of those to whom it happened, who left sight and who remained");
    }

    private String threshold() {
        return exact() ? "one" : Numbers.COUNT.write((double) request.small().threshold());
    }
}
