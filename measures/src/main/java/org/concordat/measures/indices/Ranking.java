package org.concordat.measures.indices;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The places of figures in their order, 1 the first, with what was done where figures are equal. Cost: that of sorting.
 */
public final class Ranking {
    /** Which figure is first. */
    public enum Order {
        /** The highest figure has rank 1. */
        HIGHEST_FIRST,
        /** The lowest figure has rank 1. */
        LOWEST_FIRST
    }

    /** What rank equal figures get. */
    public enum Ties {
        /** The mean of the places they share, as statisticians do: 1, 2.5, 2.5, 4. */
        MEAN,
        /** The first of the places they share, as sports do: 1, 2, 2, 4. */
        FIRST
    }

    private final double[] ranks;
    private final Ties ties;
    private final int tied;

    private Ranking(double[] ranks, Ties ties, int tied) {
        this.ranks = ranks;
        this.ties = ties;
        this.tied = tied;
    }

    /** Ranks figures, none of which may be missing. */
    public static Ranking of(double[] figures, Order order, Ties ties) {
        for (int i = 0; i < figures.length; i++) {
            if (!Double.isFinite(figures[i])) {
                throw new IllegalArgumentException(
                        "figures to rank are finite, given " + figures[i] + " at place " + (i + 1));
            }
        }
        Comparator<Integer> rising = Comparator.comparingDouble(i -> figures[i]);
        int[] sorted = IntStream.range(0, figures.length)
                .boxed()
                .sorted(order == Order.LOWEST_FIRST ? rising : rising.reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[figures.length];
        int tied = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && figures[sorted[to]] == figures[sorted[from]]) {
                to++;
            }
            if (to - from > 1) {
                tied += to - from;
            }
            double rank = ties == Ties.FIRST ? from + 1 : (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[sorted[i]] = rank;
            }
            from = to;
        }
        return new Ranking(ranks, ties, tied);
    }

    /**
     * Ranks made by someone else, such as published ones, of all areas there are or of some.
     *
     * @param areas how many areas were ranked, which no rank exceeds
     */
    static void check(double[] ranks, int areas, String name) {
        for (double rank : ranks) {
            if (!(rank >= 1 && rank <= areas)) {
                throw new IllegalArgumentException(
                        "ranks of " + name + " lie between 1 and the " + areas + " areas ranked, given " + rank);
            }
        }
    }

    public int size() {
        return ranks.length;
    }

    /** The rank of the figure at a place counted from 0; a whole number unless it is the mean of shared places. */
    public double rank(int index) {
        return ranks[index];
    }

    /** What was done where figures are equal. */
    public Ties ties() {
        return ties;
    }

    /** How many figures equal another. */
    public int tied() {
        return tied;
    }

    /** All ranks in the order of the figures. */
    public double[] ranks() {
        return ranks.clone();
    }

    /**
     * Which of so many groups of about equal size the figure falls into, 1 the first; 10 groups are deciles. Equal figures
     * fall into the same group, so groups may differ in size by more than one where there are ties.
     */
    public int group(int index, int groups) {
        return group(ranks[index], ranks.length, groups);
    }

    /** The group of a rank among so many ranked, as the Indices of Deprivation form deciles. */
    public static int group(double rank, int ranked, int groups) {
        if (groups < 2 || groups > ranked) {
            throw new IllegalArgumentException("groups number 2 to the " + ranked + " figures ranked, given " + groups);
        }
        return (int) Math.ceil(rank * groups / ranked);
    }

    @Override
    public String toString() {
        return ranks.length + " ranks, of which " + tied + " share theirs: "
                + Arrays.toString(Arrays.copyOf(ranks, Math.min(10, ranks.length)));
    }
}
