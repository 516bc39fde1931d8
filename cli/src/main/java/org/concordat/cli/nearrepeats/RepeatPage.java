package org.concordat.cli.nearrepeats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.hotspots.NearRepeats;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.GridChart;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Fill.Pattern;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** What was found, as one page. */
final class RepeatPage {
    static final String NAME = "near_repeats.html";

    private static final double LEVEL = .05;
    private static final double DOUBLE = 2;
    private static final Numbers RATIO = Numbers.decimals(2);
    private static final Numbers P = Numbers.decimals(3);

    private final RepeatFindings found;

    private RepeatPage(RepeatFindings found) {
        this.found = found;
    }

    static ReportPage of(RepeatFindings found, LocalDate day) {
        var page = new RepeatPage(found);
        return ReportPage.titled("Whether events come back: " + found.what())
                .lead(page.lead())
                .madeOn(day)
                .section("Before you use this page", page::fillCautions)
                .section("What was found", page::fillFound)
                .section("All figures", page::fillTables)
                .section("How it was made", page::fillMaking)
                .footer("Made by Concordat. All figures stand in " + RepeatTables.PAIRS + " and " + RepeatTables.PLACES
                        + ". Name the owners of the data where you show this page.");
    }

    private boolean standsOut(int at) {
        return found.corrected()[at] <= LEVEL && found.cells().get(at).ratio() >= RepeatFindings.MUCH;
    }

    private String lead() {
        for (int at = 0; at < found.cells().size(); at++) {
            NearRepeats.Cell cell = found.cells().get(at);
            if (standsOut(at)) {
                return "Pairs of events (" + found.bandWords(cell) + ", " + found.timeWords(cell) + ") are "
                        + RATIO.write(cell.ratio()) + " times as many as chance would make.";
            }
        }
        return "In no band of distance and time do pairs of events stand out beyond what chance would make.";
    }

    private void fillFound(Section s) {
        s.keyFigures(
                new KeyFigure(Numbers.COUNT.write((double) found.count()), "events"),
                new KeyFigure(
                        found.showsRepeats()
                                ? Numbers.PERCENT.write(found.victims().shareOfRepeats())
                                : SmallCounts.MARK,
                        "were repeats at the same place"));
        s.picture(grid());
    }

    private GridChart grid() {
        Map<String, List<GridChart.Cell>> rows = new LinkedHashMap<>();
        for (int at = 0; at < found.cells().size(); at++) {
            NearRepeats.Cell cell = found.cells().get(at);
            rows.computeIfAbsent(found.bandWords(cell), any -> new ArrayList<>())
                    .add(cell(at));
        }
        GridChart chart = GridChart.of("How many times as many pairs as chance would make")
                .saying("A star: more than chance would have it, after correction for all cells shown (5 %).")
                .rowsAre("Apart in space")
                .figures("Times as many as chance")
                .columns(found.cells().stream().map(found::timeWords).distinct().toArray(String[]::new))
                .level("under 1.2", Fill.solid(Colour.of("#f3f2f1")))
                .level("1.2 to under 2", Fill.solid(Colour.of("#fdbe85")))
                .level("2 and more", Fill.solid(Palette.VERMILLION))
                .level("hidden (c)", new Fill(Palette.SOFT_INK, Pattern.HATCH));
        rows.forEach(chart::row);
        return chart;
    }

    private GridChart.Cell cell(int at) {
        NearRepeats.Cell cell = found.cells().get(at);
        if (!found.shows(cell)) {
            return GridChart.cell(SmallCounts.MARK, 3);
        }
        if (Double.isNaN(cell.ratio())) {
            return GridChart.cell("no pairs", 0);
        }
        int level = cell.ratio() < RepeatFindings.MUCH ? 0 : cell.ratio() < DOUBLE ? 1 : 2;
        return GridChart.cell(RATIO.write(cell.ratio()) + (found.corrected()[at] <= LEVEL ? " *" : ""), level);
    }

    private void fillCautions(Section s) {
        s.warning(RepeatFindings.CAUTION);
        var bullets = new ArrayList<>(found.notes().subList(1, found.notes().size()));
        bullets.add("Recorded events are not all events, and a victim who reports once may not report again.");
        bullets.add(
                "A date that is known within days only, such as that of a burglary during a holiday, blurs short bands.");
        s.bullets(bullets);
    }

    private void fillTables(Section s) {
        NumberTable table = NumberTable.of("Pairs of events by distance and time", "Apart in space")
                .words("Apart in time")
                .numbers("Pairs", "Expected", "Ratio", "p", "Corrected p");
        for (int at = 0; at < found.cells().size(); at++) {
            NearRepeats.Cell cell = found.cells().get(at);
            boolean shown = found.shows(cell);
            table = table.row(
                    found.bandWords(cell),
                    found.timeWords(cell),
                    shown ? Numbers.COUNT.write((double) cell.observed()) : SmallCounts.MARK,
                    Numbers.decimals(1).write(cell.expected()),
                    shown ? RATIO.write(cell.ratio()) : SmallCounts.MARK,
                    shown ? P.write(cell.p()) : SmallCounts.MARK,
                    shown ? P.write(found.corrected()[at]) : SmallCounts.MARK);
        }
        s.table(table);
        s.table(NumberTable.of("Places by how many events they had", "Events at one place")
                .numbers("Places")
                .rows(RepeatTables.placeRows(found)));
    }

    private void fillMaking(Section s) {
        s.summary(
                "Events",
                Numbers.COUNT.write((double) found.read()) + " rows read, "
                        + Numbers.COUNT.write((double) found.count()) + " with a place and a date, "
                        + Numbers.COUNT.write((double) found.withoutPlace()) + " without a place, "
                        + Numbers.COUNT.write((double) found.events().without()) + " without a date");
        s.summary("Chance", found.shuffles() + " shuffles of the dates over the places, seed " + found.seed());
        s.summary("Correction", "Benjamini-Hochberg over all cells shown");
        s.paragraph(
                "Every pair of events is counted by how far apart it lies in space and in time (Knox, Applied Statistics 13,"
                        + " 1964). Then the dates are dealt out anew over the places, many times over, and the pairs counted again:"
                        + " so it shows how many there would be if time had nothing to do with place (Johnson and others, Journal of"
                        + " Quantitative Criminology 23, 2007). Repeats at one place are counted as Farrell and Pease do (Once"
                        + " Bitten, Twice Bitten, 1993).");
    }
}
