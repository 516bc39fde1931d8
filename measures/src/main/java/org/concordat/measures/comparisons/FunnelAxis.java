package org.concordat.measures.comparisons;

import org.concordat.measures.rates.Counts;

/** The sizes of area at which a funnel's limits are drawn: closer together where they bend. */
public final class FunnelAxis {
    private static final int POINTS = 100;

    private FunnelAxis() {}

    /**
     * A hundred whole sizes, each larger than the one before, from just below the smallest area to just above the largest; from 1
     * where the largest is more than twice the smallest. The sizes of PHEindicatormethods' calculate_funnel_limits.
     *
     * @param smallest the smallest denominator, above 0
     * @param largest the largest, not below it
     */
    public static double[] sizes(double smallest, double largest) {
        Counts.population("smallest", smallest);
        Counts.population("largest", largest);
        if (largest < smallest) {
            throw new IllegalArgumentException("largest: expected at least " + smallest + ", given " + largest);
        }
        double from = largest > 2 * smallest ? 1 : Math.max(1, roundDown(smallest * .95));
        double to = roundUp(largest * 1.05);
        double[] sizes = new double[POINTS];
        sizes[0] = from;
        for (int i = 1; i < POINTS; i++) {
            double before = sizes[i - 1];
            double next = Math.rint(Math.pow(to / before, 1.0 / (POINTS - i)) * before);
            sizes[i] = Math.max(next, before + 1);
        }
        return sizes;
    }

    /** To one significant digit. */
    private static double roundDown(double value) {
        double unit = Math.pow(10, digits(Math.floor(value)) - 1.0);
        return Math.floor(value / unit) * unit;
    }

    /** To two significant digits. */
    private static double roundUp(double value) {
        double unit = Math.pow(10, digits(Math.ceil(value)) - 2.0);
        return Math.ceil(value / unit) * unit;
    }

    private static int digits(double whole) {
        return whole < 1 ? 1 : (int) Math.floor(Math.log10(whole)) + 1;
    }
}
