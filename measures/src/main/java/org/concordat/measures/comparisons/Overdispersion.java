package org.concordat.measures.comparisons;

import java.util.Arrays;
import org.concordat.measures.rates.Counts;

/**
 * How much further areas scatter about what all would have than chance alone puts them.
 *
 * <p>With z = (figure - target) / standard error, of which the outermost share at either end is drawn in to the quantile there
 * (winsorised), so that the very areas that a funnel is to find do not widen it, {@code factor} is the mean of z² and {@code
 * between} = (N factor - (N - 1)) / (Σw - Σw² / Σw), w = 1 / standard error², or 0. Quantiles lie between the two nearest z.
 * Source: Spiegelhalter, Handling over-dispersion of performance indicators, Quality and Safety in Health Care 14 (2005),
 * 347-351. Without winsorising, about the weighted mean of all, {@code between} is that of DerSimonian and Laird, Controlled
 * Clinical Trials 7 (1986).
 *
 * @param factor by how much the variance is greater than by chance; 1 where areas scatter as chance has it
 * @param between the variance between areas that chance does not explain, in the square of the figures' unit
 * @param areas how many areas it was seen from
 */
public record Overdispersion(double factor, double between, int areas) {
    /** How many areas there must be before their scatter can be told. */
    public static final int FEWEST = 10;

    /** How much is drawn in at either end where nothing is said. */
    public static final double USUAL_SHARE = .1;

    public Overdispersion {
        Counts.count("factor", factor);
        Counts.count("between", between);
    }

    /**
     * Looks at the scatter of figures.
     *
     * @param figures at least ten
     * @param errors the standard error by chance alone of each, above 0
     * @param target what all would have
     * @param winsorised share at either end that is drawn in, from 0 to below .5
     */
    public static Overdispersion of(double[] figures, double[] errors, double target, double winsorised) {
        int areas = figures.length;
        if (areas < FEWEST || errors.length != areas) {
            throw new IllegalArgumentException("the scatter of " + FEWEST + " areas or more can be told, given " + areas
                    + " figures and " + errors.length + " errors");
        }
        if (!(winsorised >= 0 && winsorised < .5)) {
            throw new IllegalArgumentException("a share from 0 to below .5 is winsorised, given " + winsorised);
        }
        double[] z = new double[areas];
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < areas; i++) {
            double weight = 1 / Math.pow(Counts.population("standard error", errors[i]), 2);
            z[i] = (figures[i] - target) / errors[i];
            weights += weight;
            squares += weight * weight;
        }
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double least = quantile(sorted, winsorised);
        double most = quantile(sorted, 1 - winsorised);
        double sum = 0;
        for (double each : z) {
            sum += Math.pow(Math.clamp(each, least, most), 2);
        }
        double between = Math.max(0, (sum - (areas - 1)) / (weights - squares / weights));
        return new Overdispersion(Math.max(1, sum / areas), between, areas);
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
