package org.concordat.linkage.blocking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            Map<List<Integer>, List<Integer>> sharing = new HashMap<>();
            for (int r = 0; r < records.size(); r++) {
                int record = r;
                List<Integer> values =
                        rule.keys().stream().map(key -> key.of(record)).toList();
                if (!values.contains(0)) {
                    sharing.computeIfAbsent(values, v -> new ArrayList<>()).add(r);
                }
            }
            for (List<Integer> group : sharing.values()) {
                for (int a = 0; a < group.size() && group.size() <= rule.mostSharing(); a++) {
                    for (int b = a + 1; b < group.size(); b++) {
                        pairs.add(pair(group.get(a), group.get(b)));
                    }
                }
            }
        }
        return pairs;
    }
}
