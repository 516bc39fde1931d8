package org.concordat.linkage.model;

import java.util.Arrays;

/** How often each pattern was met. Grows as needed; memory follows the number of distinct patterns. */
public final class PatternCounts {
    private long[] patterns = new long[1 << 12];
    private double[] counts = new double[1 << 12];
    private int size;

    /** Counts a pattern. */
    public void add(long pattern, double count) {
        // Patterns are stored with their bits inverted, so that 0 can stand for an empty place.
        long key = ~pattern;
        int mask = patterns.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (patterns[at] != 0 && patterns[at] != key) {
            at = (at + 1) & mask;
        }
        if (patterns[at] == 0) {
            patterns[at] = key;
            size++;
            counts[at] = count;
            if (size * 2 > patterns.length) {
                grow();
            }
        } else {
            counts[at] += count;
        }
    }

    /** Adds all counts of another. */
    public void addAll(PatternCounts other) {
        for (int at = 0; at < other.patterns.length; at++) {
            if (other.patterns[at] != 0) {
                add(~other.patterns[at], other.counts[at]);
            }
        }
    }

    private void grow() {
        long[] old = patterns;
        double[] oldCounts = counts;
        patterns = new long[old.length * 2];
        counts = new double[old.length * 2];
        size = 0;
        for (int at = 0; at < old.length; at++) {
            if (old[at] != 0) {
                add(~old[at], oldCounts[at]);
            }
        }
    }

    /** How many distinct patterns were met. */
    public int distinct() {
        return size;
    }

    /** The patterns in ascending order, so that sums over them do not depend on the order of counting. */
    public long[] patterns() {
        long[] met = new long[size];
        int n = 0;
        for (long key : patterns) {
            if (key != 0) {
                met[n++] = ~key;
            }
        }
        Arrays.sort(met);
        return met;
    }

    /** How often this pattern was met. */
    public double count(long pattern) {
        long key = ~pattern;
        int mask = patterns.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (patterns[at] != 0) {
            if (patterns[at] == key) {
                return counts[at];
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    /** The sum of all counts. */
    public double total() {
        double sum = 0;
        for (long pattern : patterns()) {
            sum += count(pattern);
        }
        return sum;
    }
}
