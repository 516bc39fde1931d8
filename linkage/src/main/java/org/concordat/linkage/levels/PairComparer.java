package org.concordat.linkage.levels;

import java.util.List;

/**
 * Reduces a pair of rows to its pattern: the level of every comparison in four bits each, first comparison lowest. One
 * for each thread.
 */
public final class PairComparer {
    private final Comparer[] comparers;

    public PairComparer(Comparisons comparisons) {
        List<Comparison> all = comparisons.all();
        comparers = new Comparer[all.size()];
        for (int c = 0; c < comparers.length; c++) {
            comparers[c] = all.get(c).comparers().get();
        }
    }

    /** The pattern of two rows; calls with the same left row in sequence are cheapest. */
    public long pattern(int[] left, int leftAt, int[] right, int rightAt) {
        long pattern = 0;
        for (int c = 0; c < comparers.length; c++) {
            pattern |= (long) comparers[c].level(left, leftAt, right, rightAt) << (4 * c);
        }
        return pattern;
    }

    /** The pattern of two records. */
    public long pattern(Rows rows, int left, int right) {
        int width = rows.width();
        return pattern(rows.cells(), left * width, rows.cells(), right * width);
    }

    /** The level of one comparison within a pattern. */
    public static int level(long pattern, int comparison) {
        return (int) (pattern >>> (4 * comparison)) & 15;
    }
}
