package org.concordat.measures.inequality;

import org.concordat.measures.rates.Counts;
import org.concordat.measures.rates.CriticalValues;

/**
 * One quantile of deprivation, such as the most deprived tenth: its people and their figure.
 *
 * @param population above 0
 * @param value the figure, finite
 * @param standardError of the figure on the scale it is used on: of its logarithm for a rate, of its log odds for a
 *     proportion; 0 or more
 */
public record DeprivationQuantile(double population, double value, double standardError) {
    public DeprivationQuantile {
        Counts.population("population of a quantile", population);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value of a quantile: expected a finite number, given " + value);
        }
        Counts.count("standard error of a quantile", standardError);
    }

    /** A quantile whose figure comes with its 95 % interval instead of a standard error. */
    public static DeprivationQuantile withInterval(
            double population, double value, double lower95, double upper95, ValueScale scale) {
        if (!Double.isFinite(lower95) || !Double.isFinite(upper95)) {
            throw new IllegalArgumentException("an interval's ends are finite, given " + lower95 + " to " + upper95);
        }
        double error = (scale.toScale(upper95) - scale.toScale(lower95)) / (2 * CriticalValues.twoSidedNormal(.95));
        return new DeprivationQuantile(population, value, error);
    }
}
