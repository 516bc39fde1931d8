package org.concordat.measures.hotspots;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;
import org.hipparchus.special.Erf;

/**
 * One figure for each area that says how it and its neighbours stand out, as a z-score, with how likely that is by chance.
 * Areas without neighbours, where the statistic needs some, have none (NaN).
 */
public final class LocalStatistic {
    private final String method;
    private final double[] sums;
    private final double[] zs;
    private final double[] ps;

    /**
     * @param sums the weighted sums around the areas that the z-scores came of
     * @param ps two-sided
     */
    LocalStatistic(String method, double[] sums, double[] zs, double[] ps) {
        this.method = method;
        this.sums = sums;
        this.zs = zs;
        this.ps = ps;
    }

    /** With p-values from the normal distribution. */
    static LocalStatistic normal(String method, double[] sums, double[] zs) {
        double[] ps = new double[zs.length];
        for (int area = 0; area < zs.length; area++) {
            ps[area] = twoSided(zs[area]);
        }
        return new LocalStatistic(method, sums, zs, ps);
    }

    /** The chance of a z-score at least as far from 0 on either side; NaN of NaN. */
    static double twoSided(double z) {
        return Double.isNaN(z) ? Double.NaN : Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** In words that can be looked up. */
    public String method() {
        return method;
    }

    public int size() {
        return zs.length;
    }

    /** The z-score of an area; NaN where it has none. */
    public double z(int area) {
        return zs[area];
    }

    /** The two-sided p-value of an area, not corrected for many tests; NaN where it has none. */
    public double p(int area) {
        return ps[area];
    }

    /** All p-values, to be corrected by {@link FalseDiscovery}. */
    public double[] ps() {
        return ps.clone();
    }

    /** The z-score as it is published, with the weighted sum it came of as numerator. */
    public Estimate estimate(int area) {
        boolean known = Double.isFinite(zs[area]);
        return new Estimate(
                known ? OptionalDouble.of(zs[area]) : OptionalDouble.empty(),
                OptionalDouble.of(sums[area]),
                OptionalDouble.empty(),
                Optional.empty(),
                method,
                known ? Status.NORMAL : Status.NOT_APPLICABLE);
    }

    /** Places of areas that have no figure because they have no neighbours. */
    public List<Integer> without() {
        return java.util.stream.IntStream.range(0, zs.length)
                .filter(area -> Double.isNaN(zs[area]))
                .boxed()
                .toList();
    }
}
