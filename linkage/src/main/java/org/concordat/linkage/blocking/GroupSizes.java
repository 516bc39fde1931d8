package org.concordat.linkage.blocking;

/**
 * How many records share each key, counted exactly while the keys are few and for an even share of the keys when they
 * are many (distinct sampling, after Gibbons, 2001). A key is either counted from its first record on or not at all, so
 * that no group looks smaller than it is.
 */
final class GroupSizes {
    private static final int MOST_BITS = 17;

    private final int bits;
    private int[] keys;
    private int[] counts;
    private int size;
    /** One key in this many is counted: a power of two. */
    private int share = 1;

    /** @param records how many will be counted at most */
    GroupSizes(int records) {
        bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(records) + 1L, 4, MOST_BITS);
        keys = new int[1 << bits];
        counts = new int[1 << bits];
    }

    /** Counts a record that has this key, which is not 0. */
    void add(int key) {
        if ((mixed(key) & share - 1) != 0) {
            return;
        }
        int at = place(key);
        counts[at]++;
        if (keys[at] == 0) {
            keys[at] = key;
            if (++size > keys.length / 2) {
                halve();
            }
        }
    }

    /** How many pairs the groups of at most so many records hold, for each limit, over all keys by estimate. */
    double[] pairs(int[] limits) {
        double[] pairs = new double[limits.length];
        for (int count : counts) {
            for (int l = limits.length - 1; l >= 0 && count > 1 && count <= limits[l]; l--) {
                pairs[l] += .5 * share * count * (count - 1);
            }
        }
        return pairs;
    }

    private int place(int key) {
        int at = Mixing.spread(key) >>> (Integer.SIZE - bits);
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private static int mixed(int key) {
        return key * 0x85EBCA6B >>> 8;
    }

    private void halve() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[oldKeys.length];
        counts = new int[oldKeys.length];
        size = 0;
        share *= 2;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0 && (mixed(oldKeys[i]) & share - 1) == 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
                size++;
            }
        }
    }
}
