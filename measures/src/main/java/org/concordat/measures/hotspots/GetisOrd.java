package org.concordat.measures.hotspots;

/**
 * The statistics of Getis and Ord: whether high figures lie together, or low ones. A high z-score is a hotspot, a low one a
 * cold spot.
 *
 * <p>G* counts an area among its own neighbours, G does not. With w the weights around area i, W their sum and S their sum
 * of squares, x̄ the mean and s² the variance (divided by n) of all n figures: G*<sub>i</sub> = (Σ w x − W x̄) / (s √((n S − W²)
 * / (n − 1))). For G the area itself is left out of mean, variance and n. Source: Ord and Getis, Geographical Analysis 27
 * (1995), 286-306; global G: Getis and Ord, Geographical Analysis 24 (1992), 189-206, with the variance as corrected in
 * 25 (1993), 276.
 *
 * <p>Known limit: with few neighbours and very skew figures z-scores are not normal; then trust {@link LocalMoran}'s
 * permutations more. Cost: one pass over the pairs.
 */
public final class GetisOrd {
    private GetisOrd() {}

    /** G* of each area; the weights must include the area itself. */
    public static LocalStatistic starred(double[] figures, SpatialWeights weights) {
        weights.check(figures);
        if (!weights.selfIncluded()) {
            throw new IllegalArgumentException("G* counts an area among its own neighbours; use weights.withSelf()");
        }
        int n = figures.length;
        double mean = sum(figures) / n;
        double deviation = Math.sqrt(squares(figures, mean) / n);
        double[] sums = new double[n];
        double[] zs = new double[n];
        for (int area = 0; area < n; area++) {
            sums[area] = weights.lag(area, figures);
            zs[area] = z(sums[area], weights, area, mean, deviation, n);
        }
        return LocalStatistic.normal("Gi* (Ord and Getis 1995)", sums, zs);
    }

    /** G of each area; the weights must leave the area itself out. Areas without neighbours have none. */
    public static LocalStatistic unstarred(double[] figures, SpatialWeights weights) {
        weights.check(figures);
        if (weights.selfIncluded()) {
            throw new IllegalArgumentException(
                    "G leaves an area out of its own neighbours; use starred, or weights without");
        }
        int n = figures.length;
        double centre = sum(figures) / n;
        double squares = squares(figures, centre);
        double[] sums = new double[n];
        double[] zs = new double[n];
        for (int area = 0; area < n; area++) {
            // Mean and squares of all others, by taking this area out of those of all.
            double own = figures[area] - centre;
            double mean = centre - own / (n - 1);
            double left = Math.max(0, squares - own * own * n / (n - 1));
            sums[area] = weights.lag(area, figures);
            zs[area] = z(sums[area], weights, area, mean, Math.sqrt(left / (n - 1)), n - 1);
        }
        return LocalStatistic.normal("Gi (Ord and Getis 1995)", sums, zs);
    }

    private static double z(double sum, SpatialWeights weights, int area, double mean, double deviation, int n) {
        int count = weights.count(area);
        if (count == 0 || count >= n || deviation == 0) {
            return Double.NaN;
        }
        double each = weights.each(area);
        double total = each * count;
        double spread = Math.sqrt((n * (each * each * count) - total * total) / (n - 1));
        return (sum - total * mean) / (deviation * spread);
    }

    /** Global G: whether products of neighbours' figures are larger than by chance. Figures must be 0 or more. */
    public static GlobalStatistic global(double[] figures, SpatialWeights weights) {
        weights.check(figures);
        if (weights.selfIncluded()) {
            throw new IllegalArgumentException("global G leaves areas out of their own neighbours");
        }
        double products = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        for (int area = 0; area < figures.length; area++) {
            double x = figures[area];
            if (x < 0) {
                throw new IllegalArgumentException("global G wants figures of 0 or more, given " + x);
            }
            products += x * weights.lag(area, figures);
            s1 += x;
            s2 += x * x;
            s3 += x * x * x;
            s4 += x * x * x * x;
        }
        SpatialWeights.Sums w = weights.sums();
        double n = figures.length;
        double w2 = w.s0() * w.s0();
        double expected = w.s0() / (n * (n - 1));
        double b0 = (n * n - 3 * n + 3) * w.s1() - n * w.s2() + 3 * w2;
        double b1 = -((n * n - n) * w.s1() - 2 * n * w.s2() + 6 * w2);
        double b2 = -(2 * n * w.s1() - (n + 3) * w.s2() + 6 * w2);
        double b3 = 4 * (n - 1) * w.s1() - 2 * (n + 1) * w.s2() + 8 * w2;
        double b4 = w.s1() - w.s2() + w2;
        double pairs = s1 * s1 - s2;
        double square = (b0 * s2 * s2 + b1 * s4 + b2 * s1 * s1 * s2 + b3 * s1 * s3 + b4 * s1 * s1 * s1 * s1)
                / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3));
        return GlobalStatistic.of(
                products / pairs, expected, square - expected * expected, "global G (Getis and Ord 1992)");
    }

    private static double sum(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return sum;
    }

    private static double squares(double[] figures, double mean) {
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        return squares;
    }
}
