package org.concordat.linkage.blocking;

/**
 * How many records share each key, counted exactly while the keys are few and for an even share of the keys when they
 * are many (distinct sampling, after Gibbons, 2001). A key is either counted from its first record on or not at all, so
 * that no group looks smaller than it is.
 */
final class GroupSizes {
    private static final int CAPACITY_BITS = 17;
    private static final int CAPACITY = 1 << CAPACITY_BITS;
    private static final int MOST_KEYS = CAPACITY / 2;

    private int[] keys = new int[CAPACITY];
    private int[] counts = new int[CAPACITY];
    private int size;
    /** One key in this many is counted: a power of two. */
    private int share = 1;

    /** Counts a record that has this key, which is not 0. */
    void add(int key) {
        if ((mixed(key) & share - 1) != 0) {
            return;
        }
        int at = place(key);
        counts[at]++;
        if (keys[at] == 0) {
            keys[at] = key;
            if (++size > MOST_KEYS) {
                halve();
            }
        }
    }

    /** How many pairs the groups of two to so many records hold, over all keys by estimate. */
    double pairs(int mostSharing) {
        double pairs = 0;
        for (int count : counts) {
            if (count > 1 && count <= mostSharing) {
                pairs += .5 * count * (count - 1);
            }
        }
        return pairs * share;
    }

    private int place(int key) {
        int at = (key * 0x9E3779B9) >>> (Integer.SIZE - CAPACITY_BITS);
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & CAPACITY - 1;
        }
        return at;
    }

    private static int mixed(int key) {
        return key * 0x85EBCA6B >>> 8;
    }

    private void halve() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[CAPACITY];
        counts = new int[CAPACITY];
        size = 0;
        share *= 2;
        for (int i = 0; i < CAPACITY; i++) {
            if (oldKeys[i] != 0 && (mixed(oldKeys[i]) & share - 1) == 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
                size++;
            }
        }
    }
}
