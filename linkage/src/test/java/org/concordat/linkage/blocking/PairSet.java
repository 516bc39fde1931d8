package org.concordat.linkage.blocking;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.linkage.records.Records;

/** Pairs of records worked out the slow way: by looking at each. A pair is {@code smaller << 32 | larger}. */
public final class PairSet {
    private PairSet() {}

    public static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    public static int first(long pair) {
        return (int) (pair >>> 32);
    }

    public static int second(long pair) {
        return (int) pair;
    }

    /** All pairs that agree on every key of at least one rule, on a value that is not too common for it. */
    public static Set<Long> ofRules(Records records, List<BlockingRule> rules) {
        Set<Long> pairs = new TreeSet<>();
        for (BlockingRule rule : rules) {
            for (int left = 0; left < records.size(); left++) {
                int sharing = 0;
                for (int other = 0; other < records.size(); other++) {
                    sharing += agree(rule, left, other) ? 1 : 0;
                }
                for (int right = left + 1; right < records.size() && sharing <= rule.mostSharing(); right++) {
                    if (agree(rule, left, right)) {
                        pairs.add(pair(left, right));
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean agree(BlockingRule rule, int left, int right) {
        for (BlockingKey key : rule.keys()) {
            if (key.of(left) == 0 || key.of(left) != key.of(right)) {
                return false;
            }
        }
        return true;
    }
}
