package org.concordat.cli.hotspots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.measures.areas.Area;
import org.concordat.measures.hotspots.Hotspots;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.drawing.Colour;
import org.concordat.pictures.drawing.Fill;
import org.concordat.pictures.drawing.Fill.Pattern;
import org.concordat.pictures.drawing.Palette;
import org.concordat.pictures.maps.AreaMap;
import org.concordat.pictures.maps.KindMap;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** What was found, as one page with maps. */
final class HotspotPage {
    private static final int MOST_LISTED = 50;
    private static final Numbers Z = Numbers.decimals(2);
    private static final Numbers P = Numbers.decimals(4);

    private final HotspotFigures found;

    private HotspotPage(HotspotFigures found) {
        this.found = found;
    }

    static ReportPage of(HotspotFigures found, LocalDate day) {
        var page = new HotspotPage(found);
        return ReportPage.titled("Where events of " + found.pointsFile() + " cluster")
                .lead(page.lead())
                .madeOn(day)
                .section("What was found", page::fillFound)
                .section("Before you use this map", page::fillCautions)
                .section("Areas that stand out", page::fillAreas)
                .section("How it was made", page::fillMaking)
                .footer("Made by Concordat. Boundaries: "
                        + found.areas().given().name()
                        + ". Name the owners of data and boundaries where you show this page.");
    }

    private long hotAreas() {
        return found.hotspots().spots().stream()
                .filter(spot -> spot == Hotspots.Spot.HOT_95 || spot == Hotspots.Spot.HOT_99)
                .count();
    }

    private String lead() {
        long hot = hotAreas();
        String areas = " of " + count(found.size()) + " areas";
        return switch ((int) Math.min(hot, 2)) {
            case 0 ->
                "None" + areas
                        + " stands out beyond what chance would make, once it is allowed for that every area was tested.";
            case 1 -> "One" + areas + " is a hotspot that chance alone would hardly make.";
            default -> count(hot) + areas + " are hotspots that chance alone would hardly make.";
        };
    }

    private void fillFound(Section s) {
        s.keyFigures(
                new KeyFigure(count(found.inside()), "events in the areas"),
                new KeyFigure(count(found.size()), "areas"),
                new KeyFigure(count(hotAreas()), "hotspots at 95 % or more"));
        s.picture(kinds());
        s.picture(figures());
        found.whole()
                .ifPresent(whole -> s.paragraph("Over the whole map, Moran's I is "
                        + Numbers.decimals(3).write(whole.value()) + " (by chance about "
                        + Numbers.decimals(3).write(whole.expected()) + "; z-score " + Z.write(whole.z()) + "): "
                        + (whole.p() > .05
                                ? "areas are not more like their neighbours than chance would make them."
                                : whole.z() > 0
                                        ? "areas are like their neighbours more than chance would make them."
                                        : "areas are unlike their neighbours more than chance would make them.")));
    }

    private KindMap kinds() {
        KindMap map = KindMap.of("Hotspots and cold spots of " + found.pointsFile())
                .saying(
                        "Each area is judged together with its neighbours, so a hotspot may hold an area with few events.")
                .kindsAre("what each area is", "z-score");
        for (Hotspots.Spot spot : Hotspots.Spot.values()) {
            if (spot != Hotspots.Spot.UNKNOWN || found.count(spot) > 0) {
                map.kind(spot.words(), fill(spot));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            Area area = found.areas().given().areas().get(i);
            map.area(
                    area.code(),
                    area.name(),
                    found.areas().rings(i),
                    found.hotspots().spots().get(i).words(),
                    Z.write(found.hotspots().statistic().z(i)));
        }
        return map;
    }

    private static Fill fill(Hotspots.Spot spot) {
        return switch (spot) {
            case HOT_99 -> Fill.solid(Colour.of("#7f2704"));
            case HOT_95 -> Fill.solid(Palette.VERMILLION);
            case HOT_90 -> Fill.solid(Colour.of("#fdbe85"));
            case NOT_OUTSTANDING -> Fill.solid(Colour.of("#f3f2f1"));
            case COLD_90 -> new Fill(Colour.of("#6baed6"), Pattern.STRIPES);
            case COLD_95 -> new Fill(Palette.BLUE, Pattern.STRIPES);
            case COLD_99 -> new Fill(Colour.of("#03203a"), Pattern.STRIPES);
            case UNKNOWN -> new Fill(Palette.SOFT_INK, Pattern.CROSSES);
        };
    }

    private AreaMap figures() {
        AreaMap map = AreaMap.of("What was tested: " + found.figureWords())
                .saying("The figures themselves, before neighbours are looked at.")
                .figures(found.figureWords(), Numbers.SHORT)
                .quantiles(5);
        for (int i = 0; i < found.size(); i++) {
            Area area = found.areas().given().areas().get(i);
            map.area(area.code(), area.name(), found.areas().rings(i), found.figures()[i]);
        }
        return map;
    }

    private void fillCautions(Section s) {
        s.warning(HotspotTable.CAUTION);
        s.warning(HotspotTable.SMALL_COUNTS);
        var bullets = new ArrayList<String>();
        bullets.add(
                "Recorded events are not all events: what people report and what police look for differs from place to"
                        + " place.");
        bullets.add("Another set of areas, other neighbours or another period can give another map.");
        if (found.residents().isEmpty()) {
            bullets.add(
                    "Counts were tested, so areas where more people live or pass stand out more easily. Give --population to"
                            + " test rates.");
        }
        if (found.points().converted()) {
            bullets.add(
                    "Points and boundaries came in different systems of coordinates. They are matched to within 2 to 4"
                            + " metres, so a point beside a border may be counted next door.");
        }
        s.bullets(bullets);
    }

    private void fillAreas(Section s) {
        List<Integer> hot = found.hot();
        if (hot.isEmpty()) {
            s.paragraph("None.");
        } else {
            s.table(table(hot));
            if (hot.size() > MOST_LISTED) {
                s.paragraph("The first " + MOST_LISTED + " of " + hot.size() + "; all are in hotspots.csv.");
            }
        }
    }

    private NumberTable table(List<Integer> hot) {
        NumberTable table = NumberTable.of("Hotspots by z-score", "Area")
                .words("Code", "Class")
                .numbers("Events", "Tested", "z-score", "Corrected p");
        for (int i : hot.subList(0, Math.min(MOST_LISTED, hot.size()))) {
            Area area = found.areas().given().areas().get(i);
            table = table.row(
                    area.name(),
                    area.code(),
                    found.hotspots().spots().get(i).words(),
                    count(found.counted().counts()[i]),
                    Numbers.SHORT.write(found.figures()[i]),
                    Z.write(found.hotspots().statistic().z(i)),
                    P.write(found.hotspots().corrected()[i]));
        }
        return table;
    }

    private void fillMaking(Section s) {
        s.summary(
                "Points",
                count(found.points().xs().length + found.points().without()) + " read, "
                        + count(found.inside()) + " in an area, "
                        + count(found.counted().outside()) + " outside all, "
                        + count(found.points().without()) + " without a place, "
                        + count(found.counted().shared())
                        + " on a border and counted in the area with the lowest code");
        s.summary("Tested", found.figureWords());
        s.summary(
                "Neighbours",
                found.rule().words() + "; "
                        + Numbers.decimals(1).write((double) found.neighbours().links() / found.size())
                        + " an area in the mean, "
                        + count(found.neighbours().alone().size()) + " areas with none");
        s.summary(
                "Method",
                found.hotspots().statistic().method() + ", each neighbour counting 1 and the area itself too");
        s.summary(
                "Correction",
                found.hotspots().correction().words() + ", over all areas; levels are those of the corrected p-values");
        if (!found.areas().repaired().isEmpty()) {
            s.summary("Repaired shapes", String.join(", ", found.areas().repaired()));
        }
        s.paragraph(
                "Getis and Ord's Gi* (Ord and Getis, Geographical Analysis 27, 1995) asks of each area whether it and its"
                        + " neighbours together have more, or less, than so many areas taken at random would. A z-score is how many"
                        + " standard deviations more. Of many areas tested, some would stand out by chance alone; the correction"
                        + " (Benjamini and Hochberg 1995; Caldas de Castro and Singer 2006) keeps the share of such among those"
                        + " called hot or cold low."
                        + (found.residents().isPresent()
                                ? " Rates of areas where few people live were moved towards that of all (Marshall, Applied Statistics"
                                        + " 40, 1991)."
                                : ""));
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }
}
