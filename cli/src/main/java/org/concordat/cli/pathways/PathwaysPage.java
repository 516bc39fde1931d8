package org.concordat.cli.pathways;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.evaluation.survival.Pathways.Way;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** Which way people go, as one page: the frequent steps or ways, all that may be shown, and what they do not show. */
final class PathwaysPage {
    static final String NAME = "publish/pathways.html";
    private static final int MOST_BARS = 15;
    private static final int MOST_ROWS = 300;

    private final Shown shown;
    private final Journeys journeys;
    private final SmallCounts small;

    PathwaysPage(Shown shown, Journeys journeys, SmallCounts small) {
        this.shown = shown;
        this.journeys = journeys;
        this.small = small;
    }

    ReportPage page(String title, LocalDate day) {
        return ReportPage.titled(title)
                .lead(lead())
                .madeOn(day)
                .section("What is frequent", this::frequent)
                .section("All that may be shown", this::all)
                .section("What it does not show", this::limits)
                .section("How it was made", this::made)
                .footer(
                        "This page names nobody. The folder \"keep\" beside its folder holds rare ways, which are somebody's.");
    }

    String lead() {
        String people = Numbers.COUNT.write((double) journeys.steps().size()) + " people. ";
        return switch (shown) {
            case Shown.Steps(SafeSteps steps) ->
                people
                        + (steps.frequent().isEmpty()
                                ? "No step was taken by enough of them to be shown."
                                : "Most frequent: "
                                        + steps.frequent().stream()
                                                .limit(3)
                                                .map(cell -> "from " + cell.from() + " to " + cell.to() + " ("
                                                        + Numbers.COUNT.write((double) cell.times()) + " times)")
                                                .collect(Collectors.joining(", "))
                                        + ".");
            case Shown.Ways(SafeWays ways) ->
                people
                        + (ways.ways().isEmpty()
                                ? "No way was gone by enough of them to be shown."
                                : "Most frequent: "
                                        + String.join(
                                                ", ", ways.ways().getFirst().states()) + " ("
                                        + Numbers.COUNT.write(
                                                (double) ways.ways().getFirst().persons())
                                        + " people).");
        };
    }

    private void frequent(Section s) {
        List<String> names = new ArrayList<>();
        List<Double> amounts = new ArrayList<>();
        switch (shown) {
            case Shown.Steps(SafeSteps steps) ->
                steps.frequent().stream().limit(MOST_BARS).forEach(cell -> {
                    names.add(cell.from() + " → " + cell.to());
                    amounts.add((double) cell.times());
                });
            case Shown.Ways(SafeWays ways) ->
                ways.ways().stream().limit(MOST_BARS).forEach(way -> {
                    names.add(words(way));
                    amounts.add((double) way.persons());
                });
        }
        if (names.isEmpty()) {
            s.paragraph("Nothing was done by enough people to be shown.");
        } else {
            boolean ways = shown instanceof Shown.Ways;
            BarChart chart = BarChart.of(ways ? "The most frequent ways" : "The most frequent steps")
                    .rowsAre(ways ? "Way" : "Step")
                    .amounts(ways ? "people" : "times", Numbers.COUNT);
            for (int row = 0; row < names.size(); row++) {
                chart.bar(names.get(row), amounts.get(row));
            }
            s.picture(chart);
        }
        s.paragraph(small.note());
    }

    private static String words(Way way) {
        return String.join(" → ", way.states());
    }

    private void all(Section s) {
        switch (shown) {
            case Shown.Steps(SafeSteps steps) -> {
                NumberTable table = NumberTable.of("How often people went from one step to another", "From")
                        .words("To")
                        .numbers("Times");
                List<List<String>> rows = new ArrayList<>();
                for (SafeSteps.Cell cell : steps.cells()) {
                    if ((cell.times() > 0 || cell.hidden()) && rows.size() < MOST_ROWS) {
                        rows.add(List.of(
                                cell.from(),
                                cell.to(),
                                cell.hidden() ? SmallCounts.MARK : Numbers.COUNT.write((double) cell.times())));
                    }
                }
                s.paragraph("Steps that nobody took are left out here; they stand in steps.csv.");
                s.table(table.rows(rows));
            }
            case Shown.Ways(SafeWays ways) -> {
                NumberTable table =
                        NumberTable.of("How many people went which way", "Way").numbers("People");
                List<List<String>> rows = new ArrayList<>();
                ways.ways().stream()
                        .limit(MOST_ROWS)
                        .forEach(way -> rows.add(List.of(words(way), Numbers.COUNT.write((double) way.persons()))));
                rows.add(List.of("any other way", Numbers.COUNT.write((double) ways.others())));
                s.table(table.rows(rows));
            }
        }
    }

    private void limits(Section s) {
        List<String> limits = new ArrayList<>(List.of(
                "What follows on something need not come of it.",
                "Steps that nobody recorded are missing, and those recorded late stand in the wrong place.",
                "People whose way has not ended yet count as if it had. Take a time that lies far enough back.",
                "A way that is frequent is not for that reason a good one."));
        if (journeys.steps().stream().anyMatch(own -> own.contains(Journeys.OTHER))) {
            limits.add("Steps that few people ever took stand together as \"" + Journeys.OTHER + "\".");
        }
        if (journeys.together() > 0) {
            limits.add("Of people who had two steps at one time (" + small.words(journeys.together())
                    + "), these were taken in the order of the file.");
        }
        s.bullets(limits);
    }

    private void made(Section s) {
        s.summary("Counting", "each person's steps in the order of time; nothing is estimated")
                .summary(
                        "Hiding",
                        switch (shown) {
                            case Shown.Steps steps ->
                                "cells in which fewer than " + small.threshold()
                                        + " people stand, and those from which they would follow, with all totals known"
                                        + " (Langsrud 2024)";
                            case Shown.Ways ways ->
                                "ways of fewer than " + small.threshold()
                                        + " people, put together with the next rarest until they are not few";
                        });
    }
}
