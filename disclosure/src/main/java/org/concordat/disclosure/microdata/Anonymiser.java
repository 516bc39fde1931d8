package org.concordat.disclosure.microdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes an extract k-anonymous and l-diverse by telling each key on the finest levels that will do, the same for all rows, and
 * leaving out few rows that stand out even then. Levels are tried from the finest on, in order of what they lose (Sweeney's
 * precision: the mean over keys of level over top level); the first that will do is therefore the best, and among equals the
 * one that keeps the first keys finer. With many keys and levels that is slow: a few keys of a few levels are meant.
 */
public final class Anonymiser {
    private static final int MOST_TRIED = 100_000;

    private final int least;
    private final int different;
    private final double mostLeftOut;

    /**
     * @param least k: how many rows must be alike, from 2
     * @param different l: how many values of each sensitive column a class must have, from 1, which asks for nothing
     * @param mostLeftOut the share of rows that may be left out, from 0 to below 1
     */
    public Anonymiser(int least, int different, double mostLeftOut) {
        if (least < 2 || different < 1 || different > least || !(mostLeftOut >= 0 && mostLeftOut < 1)) {
            throw new IllegalArgumentException(
                    "k is 2 or more, l from 1 to k, and the share left out from 0 to below 1;" + " given " + least
                            + ", " + different + " and " + mostLeftOut);
        }
        this.least = least;
        this.different = different;
        this.mostLeftOut = mostLeftOut;
    }

    /** The levels at which the extract loses least, and what must be left out. */
    public Anonymised anonymise(Extract extract) {
        List<Integer> tops = extract.keys().stream().map(Generalisation::top).toList();
        int allowed = (int) Math.floor(mostLeftOut * extract.size());
        var queue =
                new PriorityQueue<List<Integer>>(Comparator.<List<Integer>>comparingDouble(levels -> loss(levels, tops))
                        .thenComparing(Anonymiser::keepsTheFirstFiner));
        Set<List<Integer>> seen = new HashSet<>();
        queue.add(tops.stream().map(top -> 0).toList());
        while (!queue.isEmpty() && seen.size() < MOST_TRIED) {
            List<Integer> levels = queue.remove();
            Set<Integer> standOut = standingOut(extract, levels);
            if (standOut.size() <= allowed && standOut.size() < extract.size()) {
                return new Anonymised.Done(
                        levels, new TreeSet<>(standOut), Risk.of(extract), Risk.of(extract, levels, standOut));
            }
            for (int key = 0; key < tops.size(); key++) {
                if (levels.get(key) < tops.get(key)) {
                    List<Integer> coarser = new ArrayList<>(levels);
                    coarser.set(key, levels.get(key) + 1);
                    if (seen.add(coarser)) {
                        queue.add(List.copyOf(coarser));
                    }
                }
            }
        }
        return new Anonymised.NotPossible(
                queue.isEmpty()
                        ? "Even with nothing told of any key, fewer than " + least
                                + " rows are alike or a sensitive column has" + " fewer than " + different + " values."
                        : "None of " + MOST_TRIED
                                + " combinations of levels will do. Name fewer keys, or fewer levels.");
    }

    private static double loss(List<Integer> levels, List<Integer> tops) {
        return IntStream.range(0, tops.size())
                        .mapToDouble(key -> (double) levels.get(key) / tops.get(key))
                        .sum()
                / tops.size();
    }

    private static int keepsTheFirstFiner(List<Integer> one, List<Integer> other) {
        return IntStream.range(0, one.size())
                .map(key -> Integer.compare(one.get(key), other.get(key)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private Set<Integer> standingOut(Extract extract, List<Integer> levels) {
        Set<Integer> standOut = new HashSet<>();
        for (List<Integer> rows : extract.classes(levels)) {
            boolean safe = rows.size() >= least
                    && IntStream.range(0, extract.sensitive().size())
                            .allMatch(column -> Risk.different(extract, rows, column) >= different);
            if (!safe) {
                standOut.addAll(rows);
            }
        }
        return standOut;
    }
}
