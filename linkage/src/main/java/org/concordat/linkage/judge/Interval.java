package org.concordat.linkage.judge;

/**
 * An estimated share and how sure it is.
 *
 * @param estimate from 0 to 1
 * @param low where the interval begins, at or below the estimate
 * @param high where it ends, at or above the estimate
 */
public record Interval(double estimate, double low, double high) {
    public Interval {
        if (!(0 <= low && low <= estimate && estimate <= high && high <= 1)) {
            throw new IllegalArgumentException("low, estimate, high: expected ascending from 0 to 1, given " + low
                    + ", " + estimate + ", " + high);
        }
    }
}
