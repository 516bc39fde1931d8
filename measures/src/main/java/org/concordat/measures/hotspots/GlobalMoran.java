package org.concordat.measures.hotspots;

/**
 * Moran's I: whether neighbours are alike over the whole map, about −1 (unlike) to 1 (alike), near 0 by chance. Source: Moran,
 * Biometrika 37 (1950), 17-23; variances: Cliff and Ord, Spatial Processes (1981).
 */
public final class GlobalMoran {
    private GlobalMoran() {}

    /** What is taken to be chance. */
    public enum Null {
        /** The figures given, dealt out anew over the areas; right for most data. */
        RANDOMISATION,
        /** Figures drawn from a normal distribution. */
        NORMALITY
    }

    /** Moran's I of figures; the weights must leave the areas themselves out. */
    public static GlobalStatistic of(double[] figures, SpatialWeights weights, Null chance) {
        weights.check(figures);
        if (weights.selfIncluded()) {
            throw new IllegalArgumentException("Moran's I leaves areas out of their own neighbours");
        }
        double[] deviations = LocalMoran.deviations(figures);
        double n = figures.length;
        double products = 0;
        double squares = 0;
        double fourths = 0;
        for (int area = 0; area < figures.length; area++) {
            double square = deviations[area] * deviations[area];
            products += deviations[area] * weights.lag(area, deviations);
            squares += square;
            fourths += square * square;
        }
        SpatialWeights.Sums w = weights.sums();
        double w2 = w.s0() * w.s0();
        double expected = -1 / (n - 1);
        double square = switch (chance) {
            case NORMALITY -> (n * n * w.s1() - n * w.s2() + 3 * w2) / (w2 * (n * n - 1));
            case RANDOMISATION -> {
                double kurtosis = n * fourths / (squares * squares);
                double first = n * ((n * n - 3 * n + 3) * w.s1() - n * w.s2() + 3 * w2);
                double second = kurtosis * ((n * n - n) * w.s1() - 2 * n * w.s2() + 6 * w2);
                yield (first - second) / ((n - 1) * (n - 2) * (n - 3) * w2);
            }
        };
        return GlobalStatistic.of(
                n / w.s0() * products / squares,
                expected,
                square - expected * expected,
                "Moran's I (Moran 1950; Cliff and Ord 1981)");
    }
}
