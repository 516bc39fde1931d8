package org.concordat.disclosure.attack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds equations that follow from others and may be left out, so that fewer unknowns stand in more than two. In a table
 * whose areas nest, what the categories of a large area add up to follows from its small areas.
 *
 * <p>Decided by elimination modulo a prime, so that an equation could in theory be left out though it does not follow;
 * whoever uses a solution checks it against all equations.
 */
final class Redundancy {
    private static final long PRIME = 2_147_483_647L;

    /** In which order equations that may be left out are taken: what comes late is left out. */
    enum Order {
        FEWEST_CROWDED_FIRST,
        AS_GIVEN,
        BACKWARDS
    }

    private final KnownSums equations;
    private final int[] rank;
    private final int[][] pivotColumns;
    private final long[][] pivotValues;
    private final long[] row;

    private Redundancy(KnownSums equations, int[] rank) {
        this.equations = equations;
        this.rank = rank;
        pivotColumns = new int[rank.length][0];
        pivotValues = new long[rank.length][0];
        row = new long[rank.length];
    }

    /** For each equation whether it says something that those before it do not. */
    static boolean[] independent(Part part) {
        KnownSums equations = part.equations();
        int[] from = equations.equationsByUnknown()[0];
        Redundancy redundancy = new Redundancy(equations, rank(from));
        boolean[] keep = new boolean[equations.size()];
        for (int e = 0; e < keep.length; e++) {
            keep[e] = equations.least(e) < equations.most(e) || redundancy.add(e);
        }
        return keep;
    }

    /** For each equation whether it stays; all do where no unknown stands in more than two. */
    static boolean[] keep(Part part, Order order) {
        KnownSums equations = part.equations();
        int[] from = equations.equationsByUnknown()[0];
        int[] crowded = new int[equations.size()];
        for (int e = 0; e < crowded.length; e++) {
            for (int t = equations.start(e); t < equations.end(e); t++) {
                int unknown = equations.term(t);
                crowded[e] += from[unknown + 1] - from[unknown] > 2 ? 1 : 0;
            }
        }
        boolean[] keep = new boolean[equations.size()];
        Arrays.fill(keep, true);
        if (Arrays.stream(crowded).allMatch(c -> c == 0)) {
            return keep;
        }
        Redundancy redundancy = new Redundancy(equations, rank(from));
        int[] sequence = IntStream.range(0, equations.size())
                .filter(e -> equations.least(e) == equations.most(e))
                .boxed()
                .sorted(comparator(order, crowded))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int e : sequence) {
            boolean follows = !redundancy.add(e);
            keep[e] = !(follows && crowded[e] > 0);
        }
        return keep;
    }

    /** Unknowns in few equations are eliminated first, which keeps rows short. */
    private static int[] rank(int[] from) {
        Integer[] byCount = IntStream.range(0, from.length - 1).boxed().toArray(Integer[]::new);
        Arrays.sort(byCount, Comparator.comparingInt(u -> from[u + 1] - from[u]));
        int[] rank = new int[byCount.length];
        for (int i = 0; i < rank.length; i++) {
            rank[byCount[i]] = i;
        }
        return rank;
    }

    private static Comparator<Integer> comparator(Order order, int[] crowded) {
        Comparator<Integer> neverLeftOutFirst = Comparator.comparingInt(e -> crowded[e] == 0 ? 0 : 1);
        return switch (order) {
            case FEWEST_CROWDED_FIRST -> neverLeftOutFirst.thenComparingInt(e -> crowded[e]);
            case AS_GIVEN -> neverLeftOutFirst.thenComparingInt(e -> e);
            case BACKWARDS -> neverLeftOutFirst.thenComparingInt(e -> -e);
        };
    }

    /** Adds the equation to those seen. Returns whether it says something new. */
    private boolean add(int equation) {
        int lowest = row.length;
        for (int t = equations.start(equation); t < equations.end(equation); t++) {
            int column = rank[equations.term(t)];
            row[column] = Math.floorMod(equations.coefficient(t), PRIME);
            lowest = Math.min(lowest, column);
        }
        int pivot = -1;
        int count = 0;
        for (int column = lowest; column < row.length; column++) {
            if (row[column] == 0) {
                continue;
            }
            if (pivotColumns[column].length == 0) {
                pivot = pivot < 0 ? column : pivot;
                count++;
            } else if (pivot < 0) {
                subtract(column);
            } else {
                count++;
            }
        }
        if (pivot < 0) {
            return false;
        }
        int[] columns = new int[count];
        long[] values = new long[count];
        long inverse = power(row[pivot], PRIME - 2);
        int size = 0;
        for (int column = pivot; column < row.length; column++) {
            if (row[column] != 0) {
                columns[size] = column;
                values[size++] = row[column] * inverse % PRIME;
                row[column] = 0;
            }
        }
        pivotColumns[pivot] = columns;
        pivotValues[pivot] = values;
        return true;
    }

    private void subtract(int column) {
        long factor = PRIME - row[column];
        int[] columns = pivotColumns[column];
        long[] values = pivotValues[column];
        for (int i = 0; i < columns.length; i++) {
            row[columns[i]] = (row[columns[i]] + factor * values[i]) % PRIME;
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
