package org.concordat.disclosure.suppression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.concordat.disclosure.tables.Equations;
import org.jspecify.annotations.Nullable;

/**
 * How a cell follows from others: it equals the sum of the terms. Names cells, holds no figures.
 *
 * @param cell what can be worked out
 * @param less a cell to be taken from it, where what can be worked out is a difference; otherwise -1
 * @param terms the cells that it follows from, each with the number of times it is added, ascending by cell
 */
public record Giveaway(int cell, int less, List<Term> terms) {
    /** One cell of a sum, and how many times it is added (below 0: taken away). */
    public record Term(int cell, long times, long dividedBy) {
        public Term {
            if (times == 0 || dividedBy < 1) {
                throw new IllegalArgumentException(
                        "a term is added some number of times, given " + times + "/" + dividedBy);
            }
        }
    }

    public Giveaway {
        terms = List.copyOf(terms);
    }

    /**
     * How {@code item} follows if {@code cell} and what {@code told} holds become known besides what is not hidden; null where
     * it does not.
     */
    static @Nullable Giveaway find(Problem problem, Neighbourhood near, int item, int[] told, boolean[] hidden) {
        near.gather(problem.cellsOf(item), hidden);
        boolean difference = item >= problem.cells;
        int[] pair = problem.cellsOf(item);
        // A difference of which one cell is published is the other cell.
        int target = near.place(pair[0]) >= 0 ? near.place(pair[0]) : near.place(pair[pair.length - 1]);
        int moved = difference && near.place(pair[0]) >= 0 ? near.place(pair[1]) : -1;
        boolean[] free = new boolean[near.count()];
        for (int cell : told) {
            if (near.place(cell) >= 0) {
                free[near.place(cell)] = true;
            }
        }
        List<Map<Integer, Fraction>> rows = rows(problem, near, target, moved);
        List<Map<Integer, Fraction>> tags = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            tags.add(new TreeMap<>(Map.of(near.equation(i), Fraction.ONE)));
        }
        for (int place = 0; place < near.count(); place++) {
            if (place != target && !free[place]) {
                eliminate(place, rows, tags);
            }
        }
        Map<Integer, Fraction> best = null;
        int bestSize = Integer.MAX_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            Fraction own = rows.get(i).get(target);
            if (own != null) {
                Map<Integer, Fraction> sum = sum(problem.equations, tags.get(i), own);
                if (sum.size() < bestSize) {
                    best = sum;
                    bestSize = sum.size();
                }
            }
        }
        return best == null ? null : of(problem, pair, difference, best);
    }

    private static Giveaway of(Problem problem, int[] pair, boolean difference, Map<Integer, Fraction> sum) {
        int cell = pair[0];
        int less = difference ? pair[1] : -1;
        add(sum, cell, Fraction.ONE.negative());
        if (difference) {
            add(sum, less, Fraction.ONE);
        }
        List<Term> terms = new ArrayList<>();
        sum.forEach((other, factor) -> {
            if (!problem.table.isStructuralZero(other)) {
                Fraction back = factor.negative();
                terms.add(new Term(other, back.above.longValueExact(), back.below.longValueExact()));
            }
        });
        return new Giveaway(cell, less, terms);
    }

    /** The equations over the gathered cells: total less parts; the target of a difference stands for it. */
    private static List<Map<Integer, Fraction>> rows(Problem problem, Neighbourhood near, int target, int moved) {
        List<Map<Integer, Fraction>> rows = new ArrayList<>();
        for (int i = 0; i < near.equationCount(); i++) {
            int equation = near.equation(i);
            Map<Integer, Fraction> row = new TreeMap<>();
            addPlace(row, near.place(problem.equations.total(equation)), Fraction.ONE);
            for (int p = 0; p < problem.equations.partCount(equation); p++) {
                addPlace(row, near.place(problem.equations.part(equation, p)), Fraction.ONE.negative());
            }
            if (moved >= 0 && row.containsKey(target)) {
                add(row, moved, row.get(target));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void eliminate(int place, List<Map<Integer, Fraction>> rows, List<Map<Integer, Fraction>> tags) {
        int pivot = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).containsKey(place)
                    && (pivot < 0 || rows.get(i).size() < rows.get(pivot).size())) {
                pivot = i;
            }
        }
        if (pivot < 0) {
            return;
        }
        Map<Integer, Fraction> pivotRow = rows.remove(pivot);
        Map<Integer, Fraction> pivotTag = tags.remove(pivot);
        Fraction pivotValue = Objects.requireNonNull(pivotRow.get(place));
        for (int i = 0; i < rows.size(); i++) {
            Fraction there = rows.get(i).get(place);
            if (there != null) {
                Fraction factor = there.over(pivotValue).negative();
                addTimes(rows.get(i), pivotRow, factor);
                addTimes(tags.get(i), pivotTag, factor);
            }
        }
    }

    private static Map<Integer, Fraction> sum(Equations equations, Map<Integer, Fraction> tag, Fraction own) {
        Map<Integer, Fraction> sum = new TreeMap<>();
        tag.forEach((equation, times) -> {
            Fraction share = times.over(own);
            add(sum, equations.total(equation), share);
            for (int p = 0; p < equations.partCount(equation); p++) {
                add(sum, equations.part(equation, p), share.negative());
            }
        });
        return sum;
    }

    private static void addPlace(Map<Integer, Fraction> row, int place, Fraction value) {
        if (place >= 0) {
            add(row, place, value);
        }
    }

    private static void addTimes(Map<Integer, Fraction> row, Map<Integer, Fraction> other, Fraction factor) {
        other.forEach((place, value) -> add(row, place, value.times(factor)));
    }

    private static void add(Map<Integer, Fraction> row, int place, Fraction value) {
        Fraction sum = row.getOrDefault(place, Fraction.ZERO).plus(value);
        if (sum.above.signum() == 0) {
            row.remove(place);
        } else {
            row.put(place, sum);
        }
    }

    /** A ratio of two whole numbers in lowest terms. */
    private record Fraction(BigInteger above, BigInteger below) {
        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
        static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

        static Fraction of(BigInteger above, BigInteger below) {
            BigInteger common = above.gcd(below).max(BigInteger.ONE);
            BigInteger sign = BigInteger.valueOf(below.signum());
            return new Fraction(
                    above.divide(common).multiply(sign), below.divide(common).multiply(sign));
        }

        Fraction plus(Fraction other) {
            return of(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Fraction times(Fraction other) {
            return of(above.multiply(other.above), below.multiply(other.below));
        }

        Fraction over(Fraction other) {
            return of(above.multiply(other.below), below.multiply(other.above));
        }

        Fraction negative() {
            return new Fraction(above.negate(), below);
        }
    }
}
