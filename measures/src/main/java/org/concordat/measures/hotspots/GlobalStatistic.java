package org.concordat.measures.hotspots;

/**
 * One figure that says whether like lies beside like over the whole map.
 *
 * @param value the statistic
 * @param expected what chance alone would give
 * @param variance of the statistic by chance
 * @param z how many standard deviations the value lies above what is expected
 * @param p the two-sided chance of one at least as far from it, from the normal distribution
 * @param method in words that can be looked up
 */
public record GlobalStatistic(double value, double expected, double variance, double z, double p, String method) {

    static GlobalStatistic of(double value, double expected, double variance, String method) {
        double z = (value - expected) / Math.sqrt(variance);
        return new GlobalStatistic(value, expected, variance, z, LocalStatistic.twoSided(z), method);
    }
}
