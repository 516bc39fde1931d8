package org.concordat.cli.rates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.measures.Status;
import org.concordat.measures.comparisons.Funnel.Standing;
import org.concordat.measures.comparisons.Overdispersion;

/** What whoever uses the figures must know; the same sentences stand on the page and in the metadata. */
final class RatesNotes {
    static final String RANKING =
            "Do not rank the areas. Most of what sets small areas apart is chance, and a place called the worst can be harmed"
                    + " by it: in house prices, insurance, how its people are seen and see themselves. Ask what lies behind a"
                    + " figure before you name a place.";

    private RatesNotes() {}

    static List<String> of(List<AreaFigure> figures, RatesRequest request) {
        List<String> notes = new ArrayList<>(List.of(RANKING));
        hiding(notes, figures, request);
        long unreliable = count(figures, Status.LOW_RELIABILITY);
        if (unreliable > 0) {
            notes.add(unreliable + (unreliable == 1 ? " figure rests" : " figures rest")
                    + " on too few to be given, or to be relied on: status u.");
        }
        long missing = count(figures, Status.NOT_AVAILABLE);
        if (missing > 0) {
            notes.add(missing + (missing == 1 ? " figure" : " figures")
                    + " could not be computed, since a count or a population is missing or does not fit:"
                    + " status x.");
        }
        funnels(notes, figures, request);
        if (request.groups() > 0) {
            notes.add(
                    "Areas are put into " + request.groups() + " " + request.groupWords()
                            + ", for each period apart, those hidden left out. Areas near each other on either side of a limit are"
                            + " much alike, and a group judges nobody. Periods with fewer figures shown than groups have none.");
        }
        switch (request.method()) {
            case PROPORTION, RATE, RATIO ->
                notes.add("Not adjusted for age: an area with more old people will have more of what comes with age.");
            case INDIRECT_RATIO, INDIRECT_RATE ->
                notes.add(
                        "Each area can be compared with the reference, strictly not with another area, since each weighs the"
                                + " ages by its own population.");
            case DIRECT ->
                notes.add("Adjusted for age with the standard population "
                        + request.standard().name() + " (" + request.standard().source()
                        + "); comparable only with figures of the same standard.");
            case LIFE_EXPECTANCY ->
                notes.add("How long a child born now would live at the death rates of this period; no forecast.");
        }
        return notes;
    }

    private static void funnels(List<String> notes, List<AreaFigure> figures, RatesRequest request) {
        List<String> standings = figures.stream()
                .map(AreaFigure::standing)
                .filter(standing -> !standing.isEmpty() && !standing.equals(AreaFigure.NOT_SHOWN))
                .toList();
        long outside = standings.stream()
                .filter(standing -> !standing.equals(Standing.WITHIN.words()))
                .count();
        if (request.widening().isPresent()) {
            notes.add(
                    "The funnel's limits are widened, since areas differ by more than chance: an area within them differs as"
                            + " areas usually do, which does not say that all is well there. Periods with fewer than "
                            + Overdispersion.FEWEST + " figures shown have no funnel.");
        } else if (2 * outside > standings.size()) {
            notes.add(outside + " of " + standings.size()
                    + " figures lie outside the funnel's 95 % limits, so more than chance sets"
                    + " areas apart (wealth, age, how events are recorded). Ask for what, or for limits that allow for it"
                    + " with --funnel additive.");
        }
    }

    private static void hiding(List<String> notes, List<AreaFigure> figures, RatesRequest request) {
        if (!request.counts().shownBecause().isEmpty()) {
            notes.add(request.counts().note());
            return;
        }
        long hidden = count(figures, Status.CONFIDENTIAL);
        notes.add(hidden + " of " + figures.size() + " figures are hidden (status c), because they rest on 1 to "
                + (request.counts().threshold() - 1) + " people, or on all but so few. A count of none is shown.");
        if (hidden > 0) {
            notes.add(
                    "Hiding a figure is not enough where it can be worked out from a total, from its neighbours or from"
                            + " another release. This table is not protected against that: put it through protect before it leaves.");
        }
        long alone = alone(figures);
        if (alone > 0) {
            notes.add(
                    alone == 1
                            ? "One figure alone is hidden in its period: whoever knows the total has it by subtraction."
                            : "In " + alone
                                    + " periods one figure alone is hidden: whoever knows the total has it by subtraction.");
        }
    }

    /** How many groups of figures, of one series and period, have one hidden figure alone. */
    private static long alone(List<AreaFigure> figures) {
        Map<List<Object>, Integer> hidden = new HashMap<>();
        for (AreaFigure figure : figures) {
            if (figure.isHidden()) {
                hidden.merge(List.of(figure.series(), figure.period()), 1, Integer::sum);
            }
        }
        return hidden.values().stream().filter(count -> count == 1).count();
    }

    static long count(List<AreaFigure> figures, Status status) {
        return figures.stream().filter(f -> f.estimate().status() == status).count();
    }
}
