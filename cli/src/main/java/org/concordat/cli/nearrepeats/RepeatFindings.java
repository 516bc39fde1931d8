package org.concordat.cli.nearrepeats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.hotspots.FalseDiscovery;
import org.concordat.measures.hotspots.NearRepeats;
import org.concordat.measures.hotspots.RepeatVictims;

/**
 * All that was found, and what of it may be shown.
 *
 * @param what what the events are, or the name of their file
 * @param read rows of it
 * @param withoutPlace rows without a place
 * @param victims how often places had events
 * @param cells pairs by distance and time
 * @param corrected p-values of the cells that are shown, corrected for having tested them all; NaN of hidden ones
 */
record RepeatFindings(
        String what,
        int read,
        int withoutPlace,
        boolean converted,
        EventDates events,
        RepeatVictims victims,
        List<NearRepeats.Cell> cells,
        double[] corrected,
        int shuffles,
        long seed,
        SmallCounts small) {
    static final String CAUTION =
            "That events come back says nothing of those who live there, and nothing of why. It is for helping victims soon;"
                    + " naming the places, or branding them, harms those it should help.";

    /** From how many times chance on a band of near repeats is worth acting on, as Ratcliffe's calculator has it. */
    static final double MUCH = 1.2;

    /** Places with so many events; the last line holds those with as many or more. */
    record Line(int events, boolean orMore, int places) {
        String words() {
            return events + (orMore ? " or more" : "");
        }
    }

    static double[] corrected(List<NearRepeats.Cell> cells, SmallCounts small) {
        return FalseDiscovery.BENJAMINI_HOCHBERG.correct(cells.stream()
                .mapToDouble(cell -> small.small((double) cell.observed()) ? Double.NaN : cell.p())
                .toArray());
    }

    int count() {
        return events.xs().length;
    }

    /** Whether what follows from how many pairs a cell has is shown. */
    boolean shows(NearRepeats.Cell cell) {
        return !small.small((double) cell.observed());
    }

    long hiddenCells() {
        return cells.stream().filter(cell -> !shows(cell)).count();
    }

    /** Whether it can be said how many events were repeats: not where they, or the places that had them, are few. */
    boolean showsRepeats() {
        return !small.small(victims.repeats()) && !small.small(repeatedPlaces());
    }

    int repeatedPlaces() {
        return victims.places().tailMap(2).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Places by how many events they had, the many-times ones gathered into one line until it is no longer small. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (Map.Entry<Integer, Integer> entry :
                List.copyOf(victims.places().entrySet()).reversed()) {
            int above = lines.stream().mapToInt(Line::places).sum();
            boolean enough = above > 0 && !small.small(lines.getFirst().places());
            if (enough && !small.small(entry.getValue())
                    || !small.shownBecause().isEmpty()) {
                lines.addFirst(new Line(entry.getKey(), false, entry.getValue()));
            } else {
                lines.clear();
                lines.add(new Line(entry.getKey(), above > 0, above + entry.getValue()));
            }
        }
        return lines;
    }

    /** The cell of events at the same place, or nearest, and soonest. */
    NearRepeats.Cell first() {
        return cells.getFirst();
    }

    String bandWords(NearRepeats.Cell cell) {
        if (cell.toMetres() == 0) {
            return "same place";
        }
        String from = cell.fromMetres() > 0
                ? String.valueOf(Math.round(cell.fromMetres()))
                : first().toMetres() == 0 ? "over 0" : "0";
        return from + " to " + Math.round(cell.toMetres()) + " m";
    }

    String timeWords(NearRepeats.Cell cell) {
        boolean months = events.unit() == EventDates.Unit.MONTHS;
        if (cell.toDays() == 0) {
            return months ? "same month" : "same day";
        }
        return cell.fromDays() == cell.toDays()
                ? cell.toDays()
                        + (cell.toDays() == 1
                                ? months ? " month" : " day"
                                : " " + events.unit().words())
                : cell.fromDays() + " to " + cell.toDays() + " " + events.unit().words();
    }

    /** What whoever uses the figures must know; the same sentences stand on the page and in the metadata. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(CAUTION));
        if (!small.shownBecause().isEmpty()) {
            notes.add(small.note());
        } else if (hiddenCells() == 0) {
            notes.add("No count of pairs is small (1 to " + (small.threshold() - 1)
                    + "), so none is hidden. Places with many events are"
                    + " gathered into one line, so that none stands alone.");
        } else {
            notes.add(hiddenCells() + " of " + cells.size() + " counts of pairs are hidden (c), because they are "
                    + "1 to " + (small.threshold() - 1)
                    + ", and with them their ratio and p-value. A count of none is shown. Places with many events are"
                    + " gathered into one line, so that none stands alone.");
        }
        notes.add(
                "Places that were blurred to a common point, as public crime data are, look like repeats and are none.");
        if (events.unit() == EventDates.Unit.MONTHS) {
            notes.add(
                    "Only months are known. What comes back within days cannot be told from what comes back within weeks: ask"
                            + " for days.");
        }
        if (converted) {
            notes.add(
                    "Places in degrees were turned into metres, to within 2 to 4 metres; distances between them do not"
                            + " suffer.");
        }
        return notes;
    }
}
