package org.concordat.cli.nearrepeats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.hotspots.NearRepeats;

/** What was found, as tables, as lines and for machines. */
final class RepeatTables {
    static final String PAIRS = "near_repeats.csv";
    static final String PLACES = "repeats.csv";

    private RepeatTables() {}

    static void write(RepeatFindings found, NewFolder folder) {
        String unit = found.events().unit().words();
        FigureFile pairs = FigureFile.titled(
                        "Near repeats of " + found.what(),
                        "Pairs of events by how far apart they lie in space and in time, against " + found.shuffles()
                                + " shuffles of the dates with seed " + found.seed()
                                + " (Knox 1964; Johnson and others 2007).")
                .number("from_metres", "From metres", "Where the band of distance begins, itself not included")
                .number("to_metres", "To metres", "Where it ends, included; 0 is the same place")
                .count("from_" + unit, "From " + unit, "Where the band of time begins, included")
                .count("to_" + unit, "To " + unit, "Where it ends, included")
                .hideable("observed", "Pairs", "Pairs of events in both bands", true)
                .number("expected", "Expected", "Their mean over all shuffles, to one decimal")
                .hideable("ratio", "Ratio", "How many times as many as chance would make", false)
                .hideable("p", "p-value", "How often shuffles had as many or more", false)
                .hideable(
                        "p_corrected", "Corrected p-value", "Corrected for all cells shown (Benjamini-Hochberg)", false)
                .key("from_metres", "to_metres", "from_" + unit);
        FigureFile places = FigureFile.titled(
                        "Repeats of " + found.what(), "How many places had how many events (Farrell and Pease 1993).")
                .text("events", "Events", "How many events a place had")
                .hideable("places", "Places", "How many places had so many", true)
                .key("events");
        found.notes().forEach(note -> {
            pairs.note(note);
            places.note(note);
        });
        pairs.writeInto(folder, PAIRS, rows -> found.cells().forEach(cell -> row(rows, found, cell)));
        places.writeInto(
                folder,
                PLACES,
                rows -> placeRows(found)
                        .forEach(row -> rows.text(row.get(0)).text(row.get(1)).end()));
    }

    private static void row(FigureFile.Rows rows, RepeatFindings found, NearRepeats.Cell cell) {
        boolean shown = found.shows(cell);
        rows.number(cell.fromMetres())
                .number(cell.toMetres())
                .count(cell.fromDays())
                .count(cell.toDays());
        rows.numberIf(shown, (double) cell.observed());
        rows.number(Math.rint(cell.expected() * 10) / 10);
        rows.numberIf(shown, cell.ratio());
        rows.numberIf(shown, cell.p());
        rows.numberIf(shown, found.corrected()[found.cells().indexOf(cell)]);
        rows.end();
    }

    /** How many events, how many places had them; one hidden line where repeats are few. */
    static List<List<String>> placeRows(RepeatFindings found) {
        if (!found.showsRepeats()) {
            return List.of(List.of("1 or more", SmallCounts.MARK));
        }
        return found.lines().stream()
                .map(line -> List.of(
                        line.words(),
                        found.small().small(line.places()) ? SmallCounts.MARK : String.valueOf(line.places())))
                .toList();
    }

    static List<String> lines(RepeatFindings found) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d events of %,d rows have a place and a date; %,d are without a place, %,d without a date.",
                found.count(),
                found.read(),
                found.withoutPlace(),
                found.events().without()));
        lines.add(
                found.showsRepeats()
                        ? String.format(
                                Locale.ROOT,
                                "%,d of them (%.1f %%) were repeats at a place that had one before.",
                                found.victims().repeats(),
                                100 * found.victims().shareOfRepeats())
                        : "How many were repeats is hidden (c), because they are few.");
        for (NearRepeats.Cell cell : found.cells()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-16s %-16s %s",
                    found.bandWords(cell),
                    found.timeWords(cell),
                    !found.shows(cell)
                            ? SmallCounts.MARK
                            : String.format(
                                    Locale.ROOT,
                                    "%,7d pairs, %s, p %.3f",
                                    cell.observed(),
                                    Double.isNaN(cell.ratio())
                                            ? "none expected"
                                            : String.format(Locale.ROOT, "%.2f times chance", cell.ratio()),
                                    found.corrected()[found.cells().indexOf(cell)])));
        }
        found.notes().forEach(note -> lines.add("- " + note));
        return lines;
    }

    static Map<String, Object> summary(RepeatFindings found) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rows", found.read());
        summary.put("events", found.count());
        summary.put("without_place", found.withoutPlace());
        summary.put("without_date", found.events().without());
        summary.put("unit", found.events().unit().words());
        summary.put("repeats", found.showsRepeats() ? found.victims().repeats() : SmallCounts.MARK);
        summary.put("hidden_cells", found.hiddenCells());
        summary.put("shuffles", found.shuffles());
        summary.put("seed", found.seed());
        summary.put("notes", found.notes());
        return summary;
    }
}
