package org.concordat.cli.hotspots;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.areas.Area;
import org.concordat.measures.hotspots.Hotspots;
import org.concordat.measures.hotspots.LocalStatistic;

/** What was found, as a table, as lines and for machines. */
final class HotspotTable {
    /** What goes with every ranking of places. */
    static final String CAUTION =
            "A hotspot says that many events were recorded near one another, more than chance would"
                    + " have it. It does not say why, and says nothing of anyone who lives there. Maps that brand places can harm"
                    + " those who live in them: insurers, lenders and buyers read them too.";

    static final String SMALL_COUNTS =
            "Counts are not protected: small ones could tell something about a person, and whoever"
                    + " has the z-scores of all areas can work the counts out. Protect the table before anything of it is published.";

    private HotspotTable() {}

    static void write(HotspotFigures found, NewFolder folder) {
        FigureFile file = FigureFile.titled(
                        "Hotspots of " + found.pointsFile(),
                        "Gi* of each area of " + found.areas().given().name() + " over "
                                + found.rule().words() + ", the area included; p-values corrected by "
                                + found.hotspots().correction().words() + ".")
                .text("area_code", "Area code", "Code of the area")
                .text("area_name", "Area", "Name of the area")
                .count("events", "Events", "Points counted in the area")
                .number("residents", "Residents", "People of the area, where they were given")
                .number("tested", "Figure tested", "What was tested: " + found.figureWords())
                .count("neighbours", "Neighbours", "Areas counted as neighbours, the area itself aside")
                .number("z", "Gi* (z-score)", "Above 0 where high figures lie together, below 0 where low ones do")
                .number("p", "p-value", "Two-sided, not corrected")
                .number("p_corrected", "Corrected p-value", "Corrected for having tested every area")
                .text("class", "Class", "hot or cold at 99, 95 or 90 % by the corrected p-value, else not outstanding")
                .key("area_code")
                .note(CAUTION)
                .note(SMALL_COUNTS);
        LocalStatistic statistic = found.hotspots().statistic();
        file.writeInto(folder, "hotspots.csv", rows -> {
            for (int i = 0; i < found.size(); i++) {
                Area area = found.areas().given().areas().get(i);
                rows.text(area.code()).text(area.name()).count(found.counted().counts()[i]);
                int at = i;
                found.residents().ifPresentOrElse(people -> rows.number(people[at]), rows::none);
                rows.number(found.figures()[i]).count(found.neighbours().count(i));
                number(rows, statistic.z(i));
                number(rows, statistic.p(i));
                number(rows, found.hotspots().corrected()[i]);
                rows.text(found.hotspots().spots().get(i).words()).end();
            }
        });
    }

    private static void number(FigureFile.Rows rows, double value) {
        if (Double.isFinite(value)) {
            rows.number(value);
        } else {
            rows.none();
        }
    }

    static List<String> lines(HotspotFigures found) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d of %,d points lie in %,d areas; %,d outside all, %,d without a place, %,d on a border and counted in"
                        + " the area with the lowest code.",
                found.inside(),
                found.points().xs().length + found.points().without(),
                found.size(),
                found.counted().outside(),
                found.points().without(),
                found.counted().shared()));
        for (Hotspots.Spot spot : Hotspots.Spot.values()) {
            if (found.count(spot) > 0) {
                lines.add(String.format(Locale.ROOT, "  %,6d  %s", found.count(spot), spot.words()));
            }
        }
        if (!found.areas().repaired().isEmpty()) {
            lines.add("Shapes that were not valid and were repaired: "
                    + String.join(", ", found.areas().repaired()));
        }
        lines.add(CAUTION);
        return lines;
    }

    static Map<String, Object> summary(HotspotFigures found) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("points", found.points().xs().length + found.points().without());
        summary.put("points_inside", found.inside());
        summary.put("points_outside", found.counted().outside());
        summary.put("points_without_place", found.points().without());
        summary.put("points_on_borders", found.counted().shared());
        summary.put("areas", found.size());
        summary.put("areas_repaired", found.areas().repaired());
        summary.put("areas_without_neighbours", found.neighbours().alone().size());
        summary.put("neighbours", found.rule().words());
        summary.put("tested", found.figureWords());
        summary.put("correction", found.hotspots().correction().words());
        Map<String, Object> classes = new LinkedHashMap<>();
        for (Hotspots.Spot spot : Hotspots.Spot.values()) {
            classes.put(spot.name().toLowerCase(Locale.ROOT), found.count(spot));
        }
        summary.put("classes", classes);
        found.whole().ifPresent(whole -> {
            summary.put("moran_i", whole.value());
            summary.put("moran_z", whole.z());
            summary.put("moran_p", whole.p());
        });
        summary.put("caution", CAUTION);
        return summary;
    }
}
