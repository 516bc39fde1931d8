package org.concordat.files;

import java.util.TreeSet;

/**
 * Counts different values in bounded memory: exactly as long as there are few, then by how closely the smallest hashes
 * lie together (Bar-Yossef and others, "Counting distinct elements in a data stream", 2002).
 */
final class DistinctCounter {

    static final int EXACT = 1_023;

    private final TreeSet<Long> smallest = new TreeSet<>();

    void add(String value) {
        long hash = hash(value);
        if (smallest.size() <= EXACT) {
            smallest.add(hash);
        } else if (hash < smallest.last() && smallest.add(hash)) {
            smallest.pollLast();
        }
    }

    long count() {
        if (smallest.size() <= EXACT) {
            return smallest.size();
        }
        double share = smallest.last() / (double) Long.MAX_VALUE;
        return Math.round(EXACT / share);
    }

    /** 63 well-mixed bits of the value (FNV-1a, then the finisher of MurmurHash3). */
    private static long hash(String value) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash >>> 1;
    }
}
