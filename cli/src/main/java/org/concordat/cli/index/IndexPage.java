package org.concordat.cli.index;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.measures.indices.Working;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** An index as one page: what it says, what not, and how it came about. */
final class IndexPage {
    private static final int MOST_LISTED = 40;
    private static final Numbers SCORE = Numbers.decimals(3);

    private final IndexResult result;

    private IndexPage(IndexResult result) {
        this.result = result;
    }

    static ReportPage of(IndexResult result, LocalDate day) {
        var page = new IndexPage(result);
        return ReportPage.titled(result.method().words() + " of " + result.file())
                .lead("Several indicators of " + Numbers.COUNT.write((double) result.size())
                        + " areas put together as one figure. Higher is worse.")
                .madeOn(day)
                .section(
                        "Before you use this index",
                        s -> s.warning(IndexResult.CAUTION)
                                .bullets(result.notes())
                                .paragraph(result.method().explanation())
                                .paragraph(
                                        "It orders areas; it does not measure how much worse one is than the next. Areas with ranks"
                                                + " near each other are much alike, whatever side of a limit they fall."))
                .section("The areas", page::fillAreas)
                .section("The working", page::fillWorkings)
                .footer("Made by Concordat. The whole table is index.csv.");
    }

    private void fillAreas(Section s) {
        s.keyFigures(
                new KeyFigure(Numbers.COUNT.write((double) result.size()), "areas"),
                new KeyFigure(
                        Numbers.COUNT.write(result.index().working(0).steps().size()), "indicators"),
                new KeyFigure(
                        Numbers.COUNT.write((double) result.index().ranking().tied()), "areas that share a score"));
        s.picture(groups());
        List<Integer> order = result.byRank();
        List<Integer> listed = order.subList(0, Math.min(MOST_LISTED, order.size()));
        NumberTable table = NumberTable.of("The highest scores", "Area").numbers("Score", "Rank", "Group");
        for (int area : listed) {
            table = table.row(
                    result.index().areas().get(area),
                    SCORE.write(result.index().score(area)),
                    Numbers.SHORT.write(result.index().ranking().rank(area)),
                    Numbers.COUNT.write(result.index().ranking().group(area, result.groups())));
        }
        NumberTable all = table;
        s.details("The " + listed.size() + " areas with the highest scores", inside -> inside.table(all));
        s.paragraph(result.ties());
    }

    private BarChart groups() {
        BarChart chart = BarChart.of("Mean score of each group of areas")
                .rowsAre("Group")
                .amounts("mean score", Numbers.SHORT)
                .series("mean score")
                .saying(
                        "Groups of about equal size, 1 that of the highest scores. Where bars differ little, so do the areas.");
        for (int g = 1; g <= result.groups(); g++) {
            int group = g;
            IntStream.range(0, result.size())
                    .filter(area -> result.index().ranking().group(area, result.groups()) == group)
                    .mapToDouble(result.index()::score)
                    .average()
                    .ifPresent(mean -> chart.group("group " + group, mean));
        }
        return chart;
    }

    private void fillWorkings(Section s) {
        for (Working working : result.workings()) {
            s.subsection("Area " + working.area(), inside -> {
                NumberTable table = NumberTable.of("How " + working.area() + " comes to its score", "Indicator")
                        .numbers("Given")
                        .words("What was done")
                        .numbers("Weight", "Adds");
                for (Working.Step step : working.steps()) {
                    table = table.row(
                            step.indicator(),
                            Numbers.SHORT.write(step.given()),
                            step.how(),
                            Numbers.SHORT.write(step.weight()),
                            SCORE.write(step.contribution()));
                }
                inside.table(table);
                inside.paragraph("Together " + SCORE.write(working.score()) + ", rank "
                        + Numbers.SHORT.write(working.rank()) + " of " + Numbers.COUNT.write(working.areas()) + ".");
            });
        }
    }
}
