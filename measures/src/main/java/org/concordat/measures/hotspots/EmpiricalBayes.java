package org.concordat.measures.hotspots;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rates of areas with few people, moved towards the rate of all (or of the neighbourhood), the more so the fewer they are; so
 * that one burglary in ten homes does not make a hotspot. Source: Marshall, Applied Statistics 40 (1991), 283-294.
 *
 * <p>With m the pooled rate, n̄ the mean population and s² the population-weighted variance of rates, the variance between
 * areas is A = s² − m/n̄, or 0 where that is below 0 (then all areas get m); an area's rate r becomes m + (r − m) A / (A + m/n).
 */
public final class EmpiricalBayes {
    private EmpiricalBayes() {}

    /** Rates moved towards the rate of all areas. */
    public static double[] global(double[] counts, double[] populations) {
        check(counts, populations);
        int[] all = IntStream.range(0, counts.length).toArray();
        return IntStream.range(0, counts.length)
                .mapToDouble(area -> moved(area, all, counts, populations))
                .toArray();
    }

    /** Rates moved towards the rate of each area's neighbourhood, the area included. */
    public static double[] local(double[] counts, double[] populations, Neighbours neighbours) {
        check(counts, populations);
        if (neighbours.size() != counts.length) {
            throw new IllegalArgumentException(
                    "neighbours of each of " + counts.length + " areas, given those of " + neighbours.size());
        }
        return IntStream.range(0, counts.length)
                .mapToDouble(area -> {
                    int[] around = Arrays.copyOf(neighbours.of(area), neighbours.count(area) + 1);
                    around[around.length - 1] = area;
                    return moved(area, around, counts, populations);
                })
                .toArray();
    }

    private static double moved(int area, int[] around, double[] counts, double[] populations) {
        double events = 0;
        double people = 0;
        for (int other : around) {
            events += counts[other];
            people += populations[other];
        }
        double pooled = events / people;
        double squares = 0;
        for (int other : around) {
            double rate = counts[other] / populations[other];
            squares += populations[other] * (rate - pooled) * (rate - pooled);
        }
        double between = Math.max(0, squares / people - pooled / (people / around.length));
        double rate = counts[area] / populations[area];
        double own = between + pooled / populations[area];
        return own == 0 ? pooled : pooled + (rate - pooled) * between / own;
    }

    private static void check(double[] counts, double[] populations) {
        if (counts.length != populations.length || counts.length == 0) {
            throw new IllegalArgumentException(
                    "one population for each count, given " + counts.length + " and " + populations.length);
        }
        for (int area = 0; area < counts.length; area++) {
            if (!(counts[area] >= 0 && populations[area] > 0) || Double.isInfinite(counts[area] + populations[area])) {
                throw new IllegalArgumentException("counts are 0 or more and populations above 0, given " + counts[area]
                        + " and " + populations[area] + " at place " + area
                        + "; leave areas without people out, since they have no rate");
            }
        }
    }
}
