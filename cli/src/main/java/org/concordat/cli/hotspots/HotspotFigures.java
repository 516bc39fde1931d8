package org.concordat.cli.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.cli.boundaries.BoundaryAreas;
import org.concordat.cli.boundaries.EventPoints;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.areas.Area;
import org.concordat.measures.areas.AreaSet;

/**
 * All that was found, and what of it may be shown, for the table, the page and machines.
 *
 * @param what what the events are, or the name of their file
 * @param counted points in each area
 * @param rule who neighbours whom, in words
 */
record HotspotFigures(
        String what,
        BoundaryAreas areas,
        EventPoints points,
        AreaSet.Counted counted,
        NeighbourRule rule,
        Question question,
        Question.Answer answer,
        Shown shown) {

    /** What goes with every ranking of places. */
    static final String CAUTION =
            "A hotspot says that many events were recorded near one another, more than chance would"
                    + " have it. It does not say why, and says nothing of anyone who lives there. Maps that brand places can harm"
                    + " those who live in them: insurers, lenders and buyers read them too.";

    int size() {
        return areas.given().size();
    }

    Area area(int index) {
        return areas.given().areas().get(index);
    }

    int inside() {
        return Arrays.stream(counted.counts()).sum();
    }

    int read() {
        return points.xs().length + points.without();
    }

    /** Whether the count of an area is shown. */
    boolean showsCount(int index) {
        return shown.counts()[index];
    }

    /** Whether it is said how many live in an area: not where they are few. */
    boolean showsResidents(int index) {
        return question.residents().isPresent()
                && !shown.small().small(question.residents().get()[index]);
    }

    boolean showsRate(int index) {
        return showsCount(index) && showsResidents(index);
    }

    /** Whether z-scores, p-values and steadied rates are shown, all of them or none. */
    boolean showsScores() {
        return !shown.hidesAny();
    }

    double residents(int index) {
        return question.residents().map(people -> people[index]).orElse(Double.NaN);
    }

    /** Events in 1,000 residents as they are, not steadied. */
    double rate(int index) {
        return counted.counts()[index] * 1_000 / residents(index);
    }

    /** What is said of an area, in words. */
    String verdict(int index) {
        return shown.verdicts().get(index).map(Verdict::words).orElse(SmallCounts.MARK);
    }

    /** Areas that stand out: by their z-scores, or in the order of their names where an order would tell what is hidden. */
    List<Integer> outstanding() {
        Comparator<Integer> order = showsScores()
                ? Comparator.comparingDouble(area -> -answer.statistic().z(area))
                : Comparator.comparing(area -> area(area).name());
        return IntStream.range(0, size())
                .filter(area ->
                        shown.verdicts().get(area).filter(Verdict::standsOut).isPresent())
                .boxed()
                .sorted(order)
                .toList();
    }

    long hotspots() {
        return shown.verdicts().stream()
                .filter(verdict -> verdict.filter(Verdict::isHotspot).isPresent())
                .count();
    }

    /** What whoever uses the figures must know; the same sentences stand on the page and in the metadata. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(CAUTION));
        SmallCounts small = shown.small();
        if (!small.shownBecause().isEmpty()) {
            notes.add(small.note() + " Whoever has the z-scores of all areas can work out counts that are left out.");
            return notes;
        }
        if (!shown.hidesAny()) {
            notes.add("No count is small (1 to " + (small.threshold() - 1) + "), so nothing is hidden.");
            return notes;
        }
        notes.add(shown.hidden() + " of " + size() + " counts are hidden (c), because they are 1 to "
                + (small.threshold() - 1)
                + (shown.more() > 0 ? ", or because one that is so small would follow from them and the total" : "")
                + ". A count of none is shown.");
        notes.add(
                "z-scores, p-values and steadied rates are hidden everywhere: whoever has them all can work the counts out."
                        + " For each small count it was proved that what is shown here fits at least one other count"
                        + (shown.total() ? ", also for those who know how many events there are in all." : "."));
        if (shown.hiddenVerdicts() > 0) {
            notes.add("Of " + shown.hiddenVerdicts() + (shown.hiddenVerdicts() == 1 ? " area" : " areas")
                    + " it is not said whether they stand out (c), because a small count would follow from it.");
        }
        if (shown.moran().isEmpty() && answer.moran().isPresent()) {
            notes.add(
                    "Figures of the whole map (Moran's I and global G) are hidden (c), because a small count would follow from"
                            + " them.");
        }
        notes.add(
                "That proof knows nothing of other tables and maps of the same events. Put them through audit together.");
        return notes;
    }
}
