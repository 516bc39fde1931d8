package org.concordat.cli.convert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.areas.VintageLookup.Change;
import org.concordat.measures.areas.VintageLookup.Converted;
import org.concordat.measures.areas.VintageLookup.NewCount;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/**
 * Counts after their conversion, for the table, the page and machines.
 *
 * @param columns what became of each column; all have the same areas
 */
record ConvertedTable(String file, String from, String to, Map<String, Converted> columns) {
    static final String CAUTION =
            "Counts of split areas were shared out by weights, as if what was counted lived where the"
                    + " weights do. They are estimates (e) and need not be whole; sums over all pieces of an old area are exact.";

    private static final int MOST_LISTED = 100;

    private Converted first() {
        return columns.values().iterator().next();
    }

    private long count(Change change) {
        return first().counts().stream()
                .filter(count -> count.change() == change)
                .count();
    }

    void write(NewFolder folder) {
        FigureFile table = FigureFile.titled(
                        file + " in " + to,
                        "Counts of " + from + " turned into those of " + to + " by a published look-up.")
                .text("area_code", "Area code", "Code of the area in " + to);
        columns.keySet().forEach(column -> table.number(column, column, "Count of " + column + " in the new area"));
        table.text("change", "Change", "U unchanged, S split from an old area, M merged of several")
                .text("status", "Status", "e where the count is a share of an old one, and so an estimate")
                .text("sources", "Old areas", "Codes of the areas in " + from + " that it came of")
                .key("area_code")
                .note(CAUTION);
        if (!first().leftOut().isEmpty()) {
            table.note("Left out, because their change cannot be told: " + String.join(", ", first().leftOut()));
        }
        List<NewCount> areas = first().counts();
        table.writeInto(folder, "converted.csv", rows -> {
            for (int i = 0; i < areas.size(); i++) {
                NewCount area = areas.get(i);
                rows.text(area.area());
                int at = i;
                columns.values()
                        .forEach(column -> rows.number(column.counts().get(at).count()));
                rows.text(String.valueOf(area.change().letter()))
                        .text(area.change() == Change.SPLIT ? "e" : "")
                        .text(String.join(" ", area.sources()))
                        .end();
            }
        });
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d areas of %s: %,d unchanged, %,d split from old ones, %,d merged.",
                first().counts().size(),
                to,
                count(Change.UNCHANGED),
                count(Change.SPLIT),
                count(Change.MERGED)));
        columns.forEach((column, converted) -> lines.add(String.format(
                Locale.ROOT,
                "%s: %s in all, %s left out.",
                column,
                Numbers.SHORT.write(sum(converted)),
                Numbers.SHORT.write(converted.countLeftOut()))));
        if (!first().leftOut().isEmpty()) {
            lines.add("Left out, because their change cannot be told (X): " + String.join(", ", first().leftOut()));
        }
        if (count(Change.SPLIT) > 0) {
            lines.add(CAUTION);
        }
        return lines;
    }

    private static double sum(Converted converted) {
        return converted.counts().stream().mapToDouble(NewCount::count).sum();
    }

    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("from", from);
        summary.put("to", to);
        summary.put("areas", first().counts().size());
        summary.put("unchanged", count(Change.UNCHANGED));
        summary.put("split", count(Change.SPLIT));
        summary.put("merged", count(Change.MERGED));
        summary.put("left_out", first().leftOut());
        Map<String, Object> sums = new LinkedHashMap<>();
        columns.forEach((column, converted) ->
                sums.put(column, Map.of("converted", sum(converted), "left_out", converted.countLeftOut())));
        summary.put("counts", sums);
        return summary;
    }

    ReportPage page(LocalDate day) {
        return ReportPage.titled(file + " in " + to)
                .lead("Counts of " + from + " turned into those of " + to
                        + ", so that they can stand beside newer figures.")
                .madeOn(day)
                .section("What was done", this::fillDone)
                .section("Areas that changed", this::fillChanged)
                .footer("Made by Concordat. The whole table is converted.csv.");
    }

    private void fillDone(Section s) {
        s.keyFigures(
                new KeyFigure(Numbers.COUNT.write((double) count(Change.UNCHANGED)), "areas unchanged"),
                new KeyFigure(Numbers.COUNT.write((double) count(Change.SPLIT)), "areas split from old ones"),
                new KeyFigure(Numbers.COUNT.write((double) count(Change.MERGED)), "areas merged of old ones"));
        columns.forEach((column, converted) -> s.summary(
                column,
                Numbers.SHORT.write(sum(converted)) + " in all, " + Numbers.SHORT.write(converted.countLeftOut())
                        + " left out"));
        if (count(Change.SPLIT) > 0) {
            s.warning(CAUTION);
        }
        if (!first().leftOut().isEmpty()) {
            s.warning("Left out, because the old and new areas cannot be compared (X): "
                    + String.join(", ", first().leftOut()) + ". Sums over the new areas miss their counts.");
        }
        s.paragraph(
                "Unchanged areas keep their counts, under a new code where they have one; those of merged areas were added."
                        + " Rates and averages must not be converted so: convert what stands above and below their line, and divide"
                        + " again.");
    }

    private void fillChanged(Section s) {
        List<NewCount> changed = first().counts().stream()
                .filter(count -> count.change() != Change.UNCHANGED)
                .toList();
        if (changed.isEmpty()) {
            s.paragraph("None.");
            return;
        }
        NumberTable table = NumberTable.of("Areas of " + to + " that changed", "Area")
                .words("Change", "Old areas")
                .numbers("Share of the old count");
        for (NewCount count : changed.subList(0, Math.min(MOST_LISTED, changed.size()))) {
            table = table.row(
                    count.area(),
                    count.change() == Change.SPLIT ? "split" : "merged",
                    String.join(", ", count.sources()),
                    Numbers.PERCENT.write(count.share()));
        }
        s.table(table);
        if (changed.size() > MOST_LISTED) {
            s.paragraph("The first " + MOST_LISTED + " of " + changed.size() + "; all are in converted.csv.");
        }
    }
}
