package org.concordat.measures.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How alike those compared are, covariate by covariate. A standardised difference is one of means, divided by the standard
 * deviation of all treated before matching, so that matching cannot improve it by changing the unit; for a covariate of 0 and 1
 * that is the root of p(1-p). Stuart (2010), "Matching methods for causal inference"; as MatchIt's summary for the effect
 * on the treated.
 */
public record Balance(List<CovariateBalance> covariates) {
    /** Beyond it, on either side, no effect is told: the Justice Data Lab calls such a covariate poorly matched. */
    public static final double WORST_DIFFERENCE = .1;

    public Balance {
        covariates = List.copyOf(covariates);
    }

    /**
     * Compares means before and after matching.
     *
     * @param treated the covariates of the treated
     * @param pool the same covariates of the others
     */
    public static Balance of(Covariates treated, Covariates pool, Matches matches) {
        if (!treated.names().equals(pool.names())) {
            throw new IllegalArgumentException(
                    "pool: the covariates of the treated, " + treated.names() + ", given " + pool.names());
        }
        double[] own = new double[treated.rows()];
        int[] partners = matches.partners();
        for (int t = 0; t < own.length; t++) {
            own[t] = partners[t] > 0 ? 1 : 0;
        }
        double[] weights = matches.weights();
        List<CovariateBalance> all = new ArrayList<>();
        for (int c = 0; c < treated.names().size(); c++) {
            all.add(one(treated.names().get(c), treated.column(c), own, pool.column(c), weights));
        }
        return new Balance(all);
    }

    private static CovariateBalance one(String name, double[] treated, double[] own, double[] pool, double[] weights) {
        boolean binary = binary(treated) && binary(pool);
        Spread treatedBefore = Spread.of(treated, ones(treated.length), binary);
        Spread poolBefore = Spread.of(pool, ones(pool.length), binary);
        Spread treatedAfter = Spread.of(treated, own, binary);
        Spread poolAfter = Spread.of(pool, weights, binary);
        double unit = Math.sqrt(treatedBefore.variance() > 1e-16 ? treatedBefore.variance() : poolBefore.variance());
        return new CovariateBalance(
                name,
                treatedAfter.mean(),
                poolBefore.mean(),
                poolAfter.mean(),
                divided(treatedBefore.mean() - poolBefore.mean(), unit),
                divided(treatedAfter.mean() - poolAfter.mean(), unit),
                ratio(binary, treatedBefore, poolBefore),
                ratio(binary, treatedAfter, poolAfter));
    }

    private static double divided(double difference, double unit) {
        return unit > 0 ? difference / unit : 0;
    }

    private static OptionalDouble ratio(boolean binary, Spread treated, Spread others) {
        return binary || !(others.variance() > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(treated.variance() / others.variance());
    }

    private static boolean binary(double[] values) {
        for (double value : values) {
            if (value != 0 && value != 1) {
                return false;
            }
        }
        return true;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Those that are worse than allowed, worst first. */
    public List<CovariateBalance> poor() {
        return covariates.stream()
                .filter(covariate -> !covariate.good())
                .sorted((a, b) -> Double.compare(Math.abs(b.differenceAfter()), Math.abs(a.differenceAfter())))
                .toList();
    }

    /** A mean and a variance of weighted values. */
    private record Spread(double mean, double variance) {
        static Spread of(double[] values, double[] weights, boolean binary) {
            double total = 0;
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                total += weights[i];
                squares += weights[i] * weights[i];
                sum += weights[i] * values[i];
            }
            if (total == 0) {
                return new Spread(0, 0);
            }
            double mean = sum / total;
            if (binary) {
                return new Spread(mean, mean * (1 - mean));
            }
            double deviations = 0;
            for (int i = 0; i < values.length; i++) {
                deviations += weights[i] * (values[i] - mean) * (values[i] - mean);
            }
            double freedom = total - squares / total;
            return new Spread(mean, freedom > 0 ? deviations / freedom : 0);
        }
    }
}
