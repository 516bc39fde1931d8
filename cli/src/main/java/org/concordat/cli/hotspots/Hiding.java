package org.concordat.cli.hotspots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concordat.cli.figures.SmallCounts;

/**
 * Decides what may be said of an answer, so that no small count follows from it. Counts that are small are hidden, and with
 * them all z-scores, p-values and steadied rates, since whoever has those of all areas can solve the counts. What is left,
 * verdicts and rounded figures of the whole map, is tried against witnesses: for each small count there must be another map,
 * with another count there, the same counts where they are shown and the same number of events in all, of which exactly the
 * same would be said. Where there is none, another count is hidden beside, or the verdicts that stand in the way.
 *
 * <p>A witness is worked out in full, by the very method of the answer, so whatever the method says is covered. In it small
 * counts stay small, since everybody knows which sizes are hidden, and none becomes 0, since zeros are shown.
 */
final class Hiding {
    /** How many partners are tried before verdicts are hidden. */
    private static final int MOST_PARTNERS = 60;

    private static final int[] STEPS = {1, -1, 2, -2};
    private static final int WHOLE_MAP = 3;

    private final Question question;
    private final double[] counts;
    private final SmallCounts small;
    private final Consumer<double[]> witnesses;
    private final Said truth;
    private final List<Integer> unsafe;
    private final BitSet hidden = new BitSet();
    private final BitSet silent = new BitSet();
    private boolean wholeMap = true;
    private boolean total = true;

    /** What is said of a map before anything of it is hidden. */
    private record Said(List<Verdict> verdicts, Optional<GlobalFigure> moran, Optional<GlobalFigure> g) {
        static Said of(Question.Answer answer) {
            return new Said(
                    answer.verdicts(),
                    answer.moran().map(GlobalFigure::ofMoran),
                    answer.g().map(GlobalFigure::ofG));
        }
    }

    /** Where what is said of another map differs from what is said of this one, as far as it is shown. */
    private record Difference(BitSet verdicts, boolean wholeMap) {
        int cost() {
            return verdicts.cardinality() + (wholeMap ? WHOLE_MAP : 0);
        }
    }

    /** Another map, of which nearly or exactly the same would be said. */
    private record Witness(int area, int partner, double[] counts, Difference difference) {
        int cost() {
            return difference.cost();
        }
    }

    private Hiding(
            Question question,
            Question.Answer answer,
            double[] counts,
            SmallCounts small,
            Consumer<double[]> witnesses) {
        this.witnesses = witnesses;
        this.question = question;
        this.counts = counts;
        this.small = small;
        this.truth = Said.of(answer);
        this.unsafe = IntStream.range(0, counts.length)
                .filter(area -> small.small(counts[area]))
                .boxed()
                .toList();
    }

    /** What may be said of the answer to these counts. */
    static Shown of(Question question, Question.Answer answer, double[] counts, SmallCounts small) {
        return of(question, answer, counts, small, witness -> {});
    }

    /** The same, handing over each witness that it was decided by: counts of all areas. */
    static Shown of(
            Question question,
            Question.Answer answer,
            double[] counts,
            SmallCounts small,
            Consumer<double[]> witnesses) {
        var work = new Hiding(question, answer, counts, small, witnesses);
        if (work.unsafe.isEmpty()) {
            return Shown.all(answer, small);
        }
        work.unsafe.forEach(work.hidden::set);
        work.hideBesides();
        List<Integer> open = work.seekWitnesses();
        boolean[] shown = new boolean[counts.length];
        for (int area = 0; area < counts.length; area++) {
            shown[area] = !work.hidden.get(area);
        }
        return new Shown(
                small,
                shown,
                IntStream.range(0, counts.length)
                        .mapToObj(area -> work.silent.get(area)
                                ? Optional.<Verdict>empty()
                                : Optional.of(work.truth.verdicts().get(area)))
                        .toList(),
                work.wholeMap ? work.truth.moran() : Optional.empty(),
                work.wholeMap ? work.truth.g() : Optional.empty(),
                work.total,
                work.hidden.cardinality() - work.unsafe.size(),
                open);
    }

    /**
     * Another count is hidden where the small ones follow from how many events there are in all: where there is one alone, or all are as
     * low as they can be, or as high. It is the lowest that is not small; where there is none, the total is not said.
     */
    private void hideBesides() {
        boolean canMove = unsafe.stream()
                .anyMatch(up -> canBe(up, counts[up] + 1)
                        && unsafe.stream().anyMatch(down -> !down.equals(up) && canBe(down, counts[down] - 1)));
        if (canMove) {
            return;
        }
        IntStream.range(0, counts.length)
                .filter(area -> counts[area] >= small.threshold())
                .boxed()
                .min(Comparator.comparingDouble(area -> counts[area]))
                .ifPresentOrElse(hidden::set, () -> total = false);
    }

    private boolean canBe(int area, double count) {
        return small.small(counts[area]) ? small.small(count) : count >= 1;
    }

    /** Finds a witness for each small count, hiding verdicts where it must; returns those for which there is none. */
    private List<Integer> seekWitnesses() {
        var found = new BitSet();
        List<Integer> shuffled = new ArrayList<>(unsafe);
        Collections.shuffle(shuffled, new SplittableRandom(unsafe.size()));
        together(shuffled, found);
        var open = new ArrayList<Integer>();
        for (int area : unsafe) {
            if (!found.get(area) && !alone(area, found)) {
                open.add(area);
            }
        }
        return open;
    }

    /** Tries one witness for many areas at once, which saves most of the work on large maps; then for each half of them. */
    private void together(List<Integer> areas, BitSet found) {
        if (areas.size() < 4) {
            return;
        }
        double[] other = counts.clone();
        var moved = new BitSet();
        for (int at = 0; at + 1 < areas.size(); at += 2) {
            int area = areas.get(at);
            int partner = areas.get(at + 1);
            int step = canBe(area, counts[area] + 1) && canBe(partner, counts[partner] - 1) ? 1 : -1;
            if (canBe(area, counts[area] + step) && canBe(partner, counts[partner] - step)) {
                other[area] += step;
                other[partner] -= step;
                moved.set(area);
                moved.set(partner);
            }
        }
        if (!moved.isEmpty() && difference(other).filter(d -> d.cost() == 0).isPresent()) {
            witnesses.accept(other);
            found.or(moved);
            return;
        }
        together(areas.subList(0, areas.size() / 2), found);
        together(areas.subList(areas.size() / 2, areas.size()), found);
    }

    /** A witness for one area: with the best of many partners, even if some verdicts must be hidden for it. */
    private boolean alone(int area, BitSet found) {
        Optional<Witness> best = Optional.empty();
        for (int partner : partners(area)) {
            for (int step : STEPS) {
                Optional<Witness> witness = exchange(area, partner, step);
                if (witness.isPresent()
                        && (best.isEmpty() || witness.get().cost() < best.get().cost())) {
                    best = witness;
                }
                if (best.isPresent() && best.get().cost() == 0) {
                    return accept(best, found);
                }
            }
        }
        return accept(best, found);
    }

    private boolean accept(Optional<Witness> best, BitSet found) {
        best.ifPresent(witness -> {
            silent.or(witness.difference().verdicts());
            wholeMap &= !witness.difference().wholeMap();
            found.set(witness.area());
            found.set(witness.partner());
            witnesses.accept(witness.counts());
        });
        return best.isPresent();
    }

    /** The map with some events of one area moved to another; empty where that cannot be; the area alone where both are the same. */
    private Optional<Witness> exchange(int area, int partner, int step) {
        boolean apart = partner != area;
        if (!canBe(area, counts[area] + step) || (apart && !canBe(partner, counts[partner] - step))) {
            return Optional.empty();
        }
        double[] other = counts.clone();
        other[area] += step;
        if (apart) {
            other[partner] -= step;
        }
        return difference(other).map(difference -> new Witness(area, partner, other, difference));
    }

    /** With whom an area may exchange events: neighbours first, since what one loses beside it the other has. */
    private List<Integer> partners(int area) {
        if (!total) {
            return List.of(area);
        }
        return Stream.concat(
                        Arrays.stream(question.neighbours().of(area)).boxed(),
                        hidden.stream().boxed())
                .filter(other -> other != area && hidden.get(other))
                .distinct()
                .limit(MOST_PARTNERS)
                .toList();
    }

    private Optional<Difference> difference(double[] other) {
        return question.answer(other).map(Said::of).map(said -> {
            var verdicts = new BitSet();
            for (int area = 0; area < other.length; area++) {
                if (!silent.get(area)
                        && said.verdicts().get(area) != truth.verdicts().get(area)) {
                    verdicts.set(area);
                }
            }
            boolean whole =
                    wholeMap && !(said.moran().equals(truth.moran()) && said.g().equals(truth.g()));
            return new Difference(verdicts, whole);
        });
    }
}
