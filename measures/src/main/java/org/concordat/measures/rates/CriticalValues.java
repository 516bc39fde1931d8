package org.concordat.measures.rates;

import org.hipparchus.distribution.continuous.AbstractRealDistribution;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.special.Erf;

/**
 * The values of the distributions on which intervals and tests rest. The distributions are Hipparchus's; what it finds by
 * search is sharpened here by Newton's method, because its search stops at an absolute error that is large beside a
 * limit near zero.
 */
public final class CriticalValues {
    private static final double SEARCH_ACCURACY = 1e-12;
    private static final int SHARPENINGS = 4;

    private CriticalValues() {}

    /** How many standard errors an interval of this confidence reaches to either side, 1.96 for .95. */
    public static double twoSidedNormal(double confidence) {
        return Math.sqrt(2) * Erf.erfInv(Counts.confidence(confidence));
    }

    /** The chance that a chi-squared value of one degree of freedom exceeds {@code chiSquared}. */
    public static double chiSquaredTail(double chiSquared) {
        return Erf.erfc(Math.sqrt(chiSquared / 2));
    }

    /** The mean of a Poisson variable that reaches {@code count} or more with chance {@code tail}; 0 for a count of 0. */
    public static double poissonMeanBelow(double count, double tail) {
        return count == 0 ? 0 : gamma(count, tail);
    }

    /** The mean of a Poisson variable that stays at {@code count} or less with chance {@code tail}. */
    public static double poissonMeanAbove(double count, double tail) {
        return gamma(count + 1, 1 - tail);
    }

    static double beta(double alpha, double beta, double probability) {
        return sharpened(new BetaDistribution(alpha, beta, SEARCH_ACCURACY), probability);
    }

    private static double gamma(double shape, double probability) {
        return sharpened(new GammaDistribution(shape, 1, SEARCH_ACCURACY), probability);
    }

    private static double sharpened(AbstractRealDistribution distribution, double probability) {
        double value = distribution.inverseCumulativeProbability(probability);
        for (int i = 0; i < SHARPENINGS; i++) {
            double step = (distribution.cumulativeProbability(value) - probability) / distribution.density(value);
            if (!Double.isFinite(step) || Math.abs(step) >= value) {
                return value;
            }
            value -= step;
        }
        return value;
    }
}
