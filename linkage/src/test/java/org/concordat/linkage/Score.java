package org.concordat.linkage;

import java.util.HashMap;
import java.util.Map;

/**
 * How well groups of records agree with the truth, by pairs.
 *
 * @param precision the share of pairs put together that are one person, from 0 to 1
 * @param recall the share of one person's pairs that were put together, from 0 to 1
 */
public record Score(double precision, double recall) {

    /** Compares two groupings of the same records; each gives every record the number of its group. */
    public static Score of(int[] groups, int[] truth) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Long, Integer> found = new HashMap<>();
        Map<Long, Integer> real = new HashMap<>();
        for (int r = 0; r < groups.length; r++) {
            both.merge((long) groups[r] << 32 | truth[r], 1, Integer::sum);
            found.merge((long) groups[r], 1, Integer::sum);
            real.merge((long) truth[r], 1, Integer::sum);
        }
        double right = pairs(both);
        return new Score(right / Math.max(1, pairs(found)), right / Math.max(1, pairs(real)));
    }

    private static double pairs(Map<Long, Integer> sizes) {
        return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }

    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
