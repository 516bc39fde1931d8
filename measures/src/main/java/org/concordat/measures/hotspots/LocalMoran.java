package org.concordat.measures.hotspots;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Local Moran's I: whether an area is like its neighbours (a cluster, I above 0) or unlike them (an outlier, below 0). Source:
 * Anselin, Geographical Analysis 27 (1995), 93-115; moments given the area's own figure: Sokal, Oden and Thomson,
 * Geographical Analysis 30 (1998), 331-354.
 */
public final class LocalMoran {
    private static final int BLOCK = 256;

    private LocalMoran() {}

    /** How an area and its neighbours lie to the mean of all. */
    public enum Quadrant {
        /** High among high ones. */
        HIGH_HIGH,
        /** High among low ones. */
        HIGH_LOW,
        /** Low among high ones. */
        LOW_HIGH,
        /** Low among low ones. */
        LOW_LOW
    }

    /**
     * Local Moran of all areas.
     *
     * @param values the statistic of each area, 0 of one without neighbours
     * @param expected what it would be by chance, given the area's own figure
     * @param variances of it by chance
     * @param quadrants how each area and its neighbours lie to the mean
     * @param statistic z-scores and p-values
     */
    public record Result(
            double[] values, double[] expected, double[] variances, Quadrant[] quadrants, LocalStatistic statistic) {}

    /** With z-scores from the moments of chance, given each area's own figure, and p-values from the normal distribution. */
    public static Result of(double[] figures, SpatialWeights weights) {
        weights.check(figures);
        if (weights.selfIncluded()) {
            throw new IllegalArgumentException("local Moran leaves areas out of their own neighbours");
        }
        int n = figures.length;
        double[] deviations = deviations(figures);
        double m2 = 0;
        for (double deviation : deviations) {
            m2 += deviation * deviation / n;
        }
        double[] values = new double[n];
        double[] expected = new double[n];
        double[] variances = new double[n];
        double[] lags = new double[n];
        double[] zs = new double[n];
        var quadrants = new Quadrant[n];
        for (int area = 0; area < n; area++) {
            double own = deviations[area];
            double each = weights.each(area);
            double sum = each * weights.count(area);
            double squares = each * sum;
            lags[area] = weights.lag(area, deviations);
            values[area] = own / m2 * lags[area];
            expected[area] = -own * own * sum / ((n - 1) * m2);
            variances[area] =
                    own * own / (m2 * m2) * n / (n - 2) * (squares - sum * sum / (n - 1)) * (m2 - own * own / (n - 1));
            zs[area] = weights.count(area) == 0 || variances[area] <= 0
                    ? Double.NaN
                    : (values[area] - expected[area]) / Math.sqrt(variances[area]);
            quadrants[area] = quadrant(own, lags[area]);
        }
        return new Result(
                values,
                expected,
                variances,
                quadrants,
                LocalStatistic.normal("local Moran (Anselin 1995; Sokal and others 1998)", lags, zs));
    }

    /**
     * With pseudo p-values: how often so extreme a value came up when the figures of all other areas were dealt out anew
     * around each area. Two-sided: twice the rarer side, (count + 1) / (permutations + 1), at most 1. The same seed gives
     * the same values whatever the number of threads.
     *
     * @param permutations at least 99; the lowest p-value that can come out is 2 / (permutations + 1)
     */
    public static Result permuted(double[] figures, SpatialWeights weights, int permutations, long seed) {
        if (permutations < 99) {
            throw new IllegalArgumentException("permutations are at least 99, given " + permutations);
        }
        Result analytic = of(figures, weights);
        int n = figures.length;
        double[] deviations = deviations(figures);
        double[] ps = new double[n];
        int blocks = (n + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int[] deck = IntStream.range(0, n).toArray();
            for (int area = block * BLOCK; area < Math.min(n, (block + 1) * BLOCK); area++) {
                ps[area] = Double.isNaN(analytic.statistic().z(area))
                        ? Double.NaN
                        : pseudo(deviations, weights.neighbours(), area, permutations, seed, deck);
            }
        });
        double[] sums = new double[n];
        double[] zs = new double[n];
        for (int area = 0; area < n; area++) {
            sums[area] = analytic.statistic().estimate(area).numerator().orElse(0);
            zs[area] = analytic.statistic().z(area);
        }
        return new Result(
                analytic.values(),
                analytic.expected(),
                analytic.variances(),
                analytic.quadrants(),
                new LocalStatistic(
                        "local Moran, " + permutations + " conditional permutations, seed " + seed + " (Anselin 1995)",
                        sums,
                        zs,
                        ps));
    }

    /** The sum over neighbours alone varies, since an area's own figure and weights stay, so it is what is compared. */
    private static double pseudo(
            double[] deviations, Neighbours neighbours, int area, int permutations, long seed, int[] deck) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + area);
        int n = deviations.length;
        int count = neighbours.count(area);
        double observed = neighbours.sum(area, deviations);
        double slack = 1e-12 * (1 + Math.abs(observed));
        int[] drawn = new int[count];
        int above = 0;
        int below = 0;
        for (int round = 0; round < permutations; round++) {
            double sum = 0;
            // The area itself goes to the end of the deck, out of reach; the others are drawn from the front.
            swap(deck, area, n - 1);
            for (int i = 0; i < count; i++) {
                drawn[i] = i + random.nextInt(n - 1 - i);
                swap(deck, i, drawn[i]);
                sum += deviations[deck[i]];
            }
            for (int i = count - 1; i >= 0; i--) {
                swap(deck, i, drawn[i]);
            }
            swap(deck, area, n - 1);
            above += sum >= observed - slack ? 1 : 0;
            below += sum <= observed + slack ? 1 : 0;
        }
        return Math.min(1, 2.0 * (Math.min(above, below) + 1) / (permutations + 1));
    }

    private static void swap(int[] deck, int one, int other) {
        int kept = deck[one];
        deck[one] = deck[other];
        deck[other] = kept;
    }

    private static Quadrant quadrant(double own, double lag) {
        if (own >= 0) {
            return lag >= 0 ? Quadrant.HIGH_HIGH : Quadrant.HIGH_LOW;
        }
        return lag >= 0 ? Quadrant.LOW_HIGH : Quadrant.LOW_LOW;
    }

    /** How far figures lie above their mean. */
    static double[] deviations(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        double mean = sum / figures.length;
        double[] deviations = new double[figures.length];
        for (int area = 0; area < figures.length; area++) {
            deviations[area] = figures[area] - mean;
        }
        return deviations;
    }
}
