package org.concordat.cli.hotspots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.measures.areas.Area;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
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
    static final String NAME = "hotspots.html";

    private static final int MOST_LISTED = 50;
    private static final int CLASSES = 5;
    private static final Numbers Z = Numbers.decimals(2);
    private static final String WITHHELD = "withheld to protect people";
    private static final Numbers P = Numbers.decimals(4);

    private final HotspotFigures found;

    private HotspotPage(HotspotFigures found) {
        this.found = found;
    }

    static ReportPage of(HotspotFigures found, LocalDate day) {
        var page = new HotspotPage(found);
        return ReportPage.titled("Where events cluster: " + found.what())
                .lead(page.lead())
                .madeOn(day)
                .section("Before you use this map", page::fillCautions)
                .section("What was found", page::fillFound)
                .section("Areas that stand out", page::fillAreas)
                .section("How it was made", page::fillMaking)
                .footer("Made by Concordat. Boundaries: "
                        + found.areas().given().name()
                        + ". Name the owners of data and boundaries where you show this page.");
    }

    private String lead() {
        long hot = found.hotspots();
        String areas = " of " + count(found.size()) + " areas";
        return switch ((int) Math.min(hot, 2)) {
            case 0 ->
                "None" + areas
                        + " stands out as high beyond what chance would make, once it is allowed for that every area was"
                        + " tested.";
            case 1 -> "One" + areas + " is a hotspot that chance alone would hardly make.";
            default -> count(hot) + areas + " are hotspots that chance alone would hardly make.";
        };
    }

    private void fillFound(Section s) {
        s.keyFigures(
                new KeyFigure(Shown.orHidden(found.shown().total(), count(found.inside())), "events in the areas"),
                new KeyFigure(count(found.size()), "areas"),
                new KeyFigure(count(found.hotspots()), "hotspots at 95 % or more"));
        s.picture(kinds());
        s.picture(figures());
        found.shown()
                .moran()
                .ifPresent(moran -> s.paragraph("Over the whole map, Moran's I is " + moran.words() + ": areas are "
                        + (moran.isChance() ? "not more like" : moran.isLow() ? "unlike" : "like")
                        + " their neighbours " + (moran.isChance() ? "" : "more ")
                        + "than chance would make them."));
        found.shown()
                .g()
                .ifPresent(g -> s.paragraph("Global G is " + g.words() + ": "
                        + (g.isChance()
                                ? "neither high nor low figures lie together more than chance would have it."
                                : g.isLow()
                                        ? "low figures lie together more than chance would have it."
                                        : "high figures lie together more than chance would have it.")));
    }

    private KindMap kinds() {
        boolean scores = found.showsScores();
        KindMap map = KindMap.of("Hotspots and cold spots of " + found.what())
                .saying(
                        "Each area is judged together with its neighbours, so a hotspot may hold an area with few events.")
                .kindsAre("what each area is", scores ? "z-score" : "");
        for (Verdict verdict : found.question().possible()) {
            if (verdict != Verdict.UNKNOWN || found.shown().count(verdict) > 0) {
                map.kind(verdict.words(), verdict.fill());
            }
        }
        if (found.shown().hiddenVerdicts() > 0) {
            map.kind(WITHHELD, new Fill(Palette.SOFT_INK, Pattern.HATCH));
        }
        for (int i = 0; i < found.size(); i++) {
            Area area = found.area(i);
            map.area(
                    area.code(),
                    area.name(),
                    found.areas().rings(i),
                    found.shown().verdicts().get(i).map(Verdict::words).orElse(WITHHELD),
                    scores ? Z.write(found.answer().statistic().z(i)) : "");
        }
        return map;
    }

    /** Counts; or rates, as steadied as they were tested where nothing is hidden, else as they are. */
    private AreaMap figures() {
        boolean rates = found.question().residents().isPresent();
        String words =
                !rates ? "events" : found.showsScores() ? found.question().figureWords() : "events in 1,000 residents";
        AreaMap map = AreaMap.of(rates && found.showsScores() ? "What was tested: " + words : "Figures: " + words)
                .saying("The figures themselves, before neighbours are looked at.")
                .figures(words, Numbers.SHORT);
        if (!rates) {
            map.wholeQuantiles(CLASSES);
        }
        for (int i = 0; i < found.size(); i++) {
            Area area = found.area(i);
            if (rates ? found.showsRate(i) : found.showsCount(i)) {
                double figure = rates && !found.showsScores()
                        ? found.rate(i)
                        : found.answer().figures()[i];
                map.area(area.code(), area.name(), found.areas().rings(i), figure);
            } else {
                map.withheld(area.code(), area.name(), found.areas().rings(i));
            }
        }
        return map;
    }

    private void fillCautions(Section s) {
        s.warning(HotspotFigures.CAUTION);
        var bullets = new ArrayList<>(found.notes().stream()
                .filter(note -> !note.equals(HotspotFigures.CAUTION))
                .toList());
        bullets.add(
                "Recorded events are not all events: what people report and what police look for differs from place to"
                        + " place.");
        bullets.add("Another set of areas, other neighbours or another period can give another map.");
        if (found.question().residents().isEmpty()) {
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
        List<Integer> outstanding = found.outstanding();
        if (outstanding.isEmpty()) {
            s.paragraph("None.");
        } else {
            s.table(table(outstanding));
            if (outstanding.size() > MOST_LISTED) {
                s.paragraph("The first " + MOST_LISTED + " of " + outstanding.size() + "; all are in "
                        + HotspotTable.NAME + ".");
            }
        }
    }

    private NumberTable table(List<Integer> outstanding) {
        boolean scores = found.showsScores();
        NumberTable table = NumberTable.of(
                        scores ? "Areas that stand out, by z-score" : "Areas that stand out, by name", "Area")
                .words("Code", "Class")
                .numbers("Events");
        table = scores ? table.numbers("Tested", "z-score", "Corrected p") : table;
        for (int i : outstanding.subList(0, Math.min(MOST_LISTED, outstanding.size()))) {
            var cells = new ArrayList<>(List.of(
                    found.area(i).name(),
                    found.area(i).code(),
                    found.verdict(i),
                    Shown.orHidden(found.showsCount(i), count(found.counted().counts()[i]))));
            if (scores) {
                cells.add(Numbers.SHORT.write(found.answer().figures()[i]));
                cells.add(Z.write(found.answer().statistic().z(i)));
                cells.add(P.write(found.answer().corrected()[i]));
            }
            table = table.row(cells);
        }
        return table;
    }

    private void fillMaking(Section s) {
        s.summary("Points", HotspotTable.points(found));
        s.summary("Tested", found.question().figureWords());
        s.summary(
                "Neighbours",
                found.rule().words() + "; "
                        + Numbers.decimals(1)
                                .write((double) found.question().neighbours().links() / found.size())
                        + " an area in the mean, "
                        + count(found.question().neighbours().alone().size()) + " areas with none");
        s.summary("Method", found.answer().statistic().method());
        s.summary(
                "Correction",
                found.question().correction().words() + ", over all areas; levels are those of the corrected p-values");
        if (!found.areas().repaired().isEmpty()) {
            s.summary("Repaired shapes", String.join(", ", found.areas().repaired()));
        }
        s.paragraph(found.question().methodWords()
                + " Of many areas tested, some would stand out by chance alone; the correction (Benjamini and Hochberg 1995;"
                + " Caldas de Castro and Singer 2006) keeps the share of such among those that stand out low."
                + (found.question().residents().isPresent()
                        ? " Rates of areas where few people live were moved towards that of all (Marshall, Applied Statistics"
                                + " 40, 1991)."
                        : ""));
        s.paragraph(
                "Of the whole map, Moran's I says whether areas are like their neighbours (Moran, Biometrika 37, 1950), and"
                        + " global G whether high figures lie together, or low ones (Getis and Ord, Geographical Analysis 24, 1992).");
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }
}
