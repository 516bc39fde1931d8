package org.concordat.linkage.blocking;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A conjunction of keys: two records are candidates when they have all of them in common, unless too many records do.
 *
 * @param keys one to three keys
 * @param mostSharing when more records than this share a value it is too common to block on, and this rule leaves those
 *     records to others
 */
public record BlockingRule(List<BlockingKey> keys, int mostSharing) {
    public BlockingRule {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys: a rule needs at least one key, given none");
        }
        if (mostSharing < 2) {
            throw new IllegalArgumentException("mostSharing: expected 2 or more, given " + mostSharing);
        }
    }

    BlockingRule withMostSharing(int most) {
        return new BlockingRule(keys, most);
    }

    /** The record's key under this rule, mixed from all its keys; 0 when it lacks one. */
    public int of(int record) {
        long mixed = 0;
        for (int k = 0; k < keys.size(); k++) {
            int key = keys.get(k).of(record);
            if (key == 0) {
                return 0;
            }
            mixed = mixIn(mixed, key);
        }
        return folded(mixed);
    }

    /** The same as {@link #of}, from columns worked out before. */
    static int of(int[][] columns, int record) {
        long mixed = 0;
        for (int[] column : columns) {
            int key = column[record];
            if (key == 0) {
                return 0;
            }
            mixed = mixIn(mixed, key);
        }
        return folded(mixed);
    }

    /** The same as {@link #of} for the records from one to before another, written from the target's beginning on. */
    static void fill(int[][] columns, int from, int to, int[] target) {
        if (columns.length == 2) {
            fill(columns[0], columns[1], from, to, target);
            return;
        }
        for (int r = from; r < to; r++) {
            target[r - from] = of(columns, r);
        }
    }

    private static void fill(int[] first, int[] second, int from, int to, int[] target) {
        for (int r = from; r < to; r++) {
            int one = first[r];
            int other = second[r];
            target[r - from] = one == 0 || other == 0 ? 0 : folded(mixIn(mixIn(0, one), other));
        }
    }

    // Two different key values can mix to one number; the price is a candidate too many, never one too few.
    private static long mixIn(long mixed, int key) {
        long next = (mixed + key) * 0x9E3779B97F4A7C15L;
        return next ^ (next >>> 29);
    }

    private static int folded(long mixed) {
        int folded = (int) (mixed ^ (mixed >>> 32));
        return folded == 0 ? 1 : folded;
    }

    /** The keys' names joined by {@code and}. */
    public String name() {
        return keys.stream().map(BlockingKey::name).collect(Collectors.joining(" and "));
    }

    @Override
    public String toString() {
        return name();
    }
}
