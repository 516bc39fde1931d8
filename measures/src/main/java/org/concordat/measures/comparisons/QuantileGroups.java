package org.concordat.measures.comparisons;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Areas in groups of about equal number by the rank of their figure: fifths, tenths. As phe_quantile of PHEindicatormethods
 * does it, but in whole numbers, where its quotients can be off by one through rounding.
 *
 * <p>Equal figures share the lowest of their ranks and so stay together; groups are then not of equal size. Look at them by eye
 * where many are equal.
 */
public final class QuantileGroups {
    private QuantileGroups() {}

    /** Which figures make the first group. */
    public enum First {
        /** As deprivation deciles are numbered: 1 holds the highest scores. */
        HIGHEST,
        /** 1 holds the lowest. */
        LOWEST
    }

    /**
     * The number of each figure's group, from 1, in the order of {@code values}; empty where the figure is missing. All are empty
     * where there are fewer figures than groups. For groups within regions, call this for each region.
     *
     * @param values finite where they are known
     * @param groups 2 or more, such as 5 for fifths
     */
    public static List<OptionalInt> of(List<OptionalDouble> values, int groups, First first) {
        if (groups < 2) {
            throw new IllegalArgumentException("areas are put into 2 groups or more, given " + groups);
        }
        double[] known = values.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .map(value -> ranked(value, first))
                .sorted()
                .toArray();
        return values.stream()
                .map(value -> value.isEmpty() || known.length < groups
                        ? OptionalInt.empty()
                        : OptionalInt.of(group(known, ranked(value.getAsDouble(), first), groups)))
                .toList();
    }

    private static double ranked(double value, First first) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a figure to be ranked is finite, given " + value);
        }
        // Adding 0 makes the two zeros one, which a sort would tell apart.
        return (first == First.HIGHEST ? -value : value) + 0.0;
    }

    private static int group(double[] sorted, double value, int groups) {
        int below = 0;
        int end = sorted.length;
        while (below < end) {
            int middle = (below + end) >>> 1;
            if (sorted[middle] < value) {
                below = middle + 1;
            } else {
                end = middle;
            }
        }
        long notBelow = (long) sorted.length - below;
        return Math.max(1, Math.toIntExact(groups + 1 - Math.ceilDiv(notBelow * groups, sorted.length)));
    }
}
