package org.concordat.cli.hotspots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.hotspots.LocalStatistic;

/** What was found, as a table, as lines and for machines. */
final class HotspotTable {
    static final String NAME = "hotspots.csv";

    private HotspotTable() {}

    static void write(HotspotFigures found, NewFolder folder) {
        FigureFile file = FigureFile.titled(
                        "Hotspots of " + found.what(),
                        found.answer().statistic().method() + " of each area of "
                                + found.areas().given().name() + " over "
                                + found.rule().words()
                                + "; p-values corrected by "
                                + found.question().correction().words() + ".")
                .text("area_code", "Area code", "Code of the area")
                .text("area_name", "Area", "Name of the area")
                .hideable("events", "Events", "Points counted in the area", true)
                .hideable("residents", "Residents", "People of the area, where they were given", false)
                .hideable("rate", "Rate", "Events in 1,000 residents, where they were given", false)
                .hideable(
                        "tested",
                        "Figure tested",
                        "What was tested: " + found.question().figureWords(),
                        false)
                .count("neighbours", "Neighbours", "Areas counted as neighbours, the area itself aside")
                .hideable("z", "z-score", found.answer().statistic().method(), false)
                .hideable("p", "p-value", "Two-sided, not corrected", false)
                .hideable("p_corrected", "Corrected p-value", "Corrected for having tested every area", false)
                .text("class", "Class", "What the area is by the corrected p-value; c where that is hidden")
                .key("area_code");
        found.notes().forEach(file::note);
        file.writeInto(folder, NAME, rows -> {
            for (int i = 0; i < found.size(); i++) {
                row(rows, found, i);
            }
        });
    }

    private static void row(FigureFile.Rows rows, HotspotFigures found, int i) {
        boolean rates = found.question().residents().isPresent();
        rows.text(found.area(i).code()).text(found.area(i).name());
        rows.numberIf(found.showsCount(i), found.counted().counts()[i]);
        rows.numberIf(!rates || found.showsResidents(i), found.residents(i));
        rows.numberIf(!rates || found.showsRate(i), rates ? found.rate(i) : Double.NaN);
        rows.numberIf(
                rates ? found.showsScores() : found.showsCount(i),
                found.answer().figures()[i]);
        rows.count(found.question().neighbours().count(i));
        LocalStatistic statistic = found.answer().statistic();
        rows.numberIf(found.showsScores(), statistic.z(i));
        rows.numberIf(found.showsScores(), statistic.p(i));
        rows.numberIf(found.showsScores(), found.answer().corrected()[i]);
        rows.text(found.verdict(i)).end();
    }

    /** How many points were read and counted; not said where a small count would follow. */
    static String points(HotspotFigures found) {
        boolean total = found.shown().total();
        return String.format(
                Locale.ROOT,
                "%s of %s points lie in %,d areas; %,d outside all, %,d without a place, %,d on a border and counted in the"
                        + " area with the lowest code.",
                Shown.orHidden(total, String.format(Locale.ROOT, "%,d", found.inside())),
                Shown.orHidden(total, String.format(Locale.ROOT, "%,d", found.read())),
                found.size(),
                found.counted().outside(),
                found.points().without(),
                found.counted().shared());
    }

    static List<String> lines(HotspotFigures found) {
        var lines = new ArrayList<String>();
        lines.add(points(found));
        for (Verdict verdict : found.question().possible()) {
            if (found.shown().count(verdict) > 0) {
                lines.add(String.format(Locale.ROOT, "  %,6d  %s", found.shown().count(verdict), verdict.words()));
            }
        }
        if (!found.areas().repaired().isEmpty()) {
            lines.add("Shapes that were not valid and were repaired: "
                    + String.join(", ", found.areas().repaired()));
        }
        found.notes().forEach(note -> lines.add("- " + note));
        return lines;
    }

    static Map<String, Object> summary(HotspotFigures found) {
        Map<String, Object> summary = new LinkedHashMap<>();
        boolean total = found.shown().total();
        summary.put("points", total ? found.read() : SmallCounts.MARK);
        summary.put("points_inside", total ? found.inside() : SmallCounts.MARK);
        summary.put("points_outside", found.counted().outside());
        summary.put("points_without_place", found.points().without());
        summary.put("points_on_borders", found.counted().shared());
        summary.put("areas", found.size());
        summary.put("areas_repaired", found.areas().repaired());
        summary.put(
                "areas_without_neighbours",
                found.question().neighbours().alone().size());
        summary.put("neighbours", found.rule().words());
        summary.put("method", found.answer().statistic().method());
        summary.put("tested", found.question().figureWords());
        summary.put("correction", found.question().correction().words());
        Map<String, Object> classes = new LinkedHashMap<>();
        for (Verdict verdict : found.question().possible()) {
            classes.put(verdict.key(), found.shown().count(verdict));
        }
        summary.put("classes", classes);
        summary.put("hidden_counts", found.shown().hidden());
        summary.put("hidden_classes", found.shown().hiddenVerdicts());
        if (found.answer().moran().isPresent()) {
            summary.put("moran_i", figure(found.shown().moran()));
            summary.put("global_g", figure(found.shown().g()));
        }
        summary.put("notes", found.notes());
        return summary;
    }

    private static Object figure(Optional<GlobalFigure> shown) {
        if (shown.isEmpty()) {
            return SmallCounts.MARK;
        }
        GlobalFigure figure = shown.get();
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("value", figure.value().replace('−', '-'));
        figures.put("expected", figure.expected().replace('−', '-'));
        figures.put("z", figure.z().replace('−', '-'));
        figures.put("p", figure.chance());
        return figures;
    }
}
