package org.concordat.linkage.clustering;

/** Numbers distinct non-zero keys from 0 on, in order of first appearance. */
final class LongGroups {
    private long[] keys;
    private int[] numbers;
    private int size;

    LongGroups(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected)) * 2;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    int size() {
        return size;
    }

    /** The number of this key, given now if it has none. */
    int number(long key) {
        int at = place(key);
        if (keys[at] == key) {
            return numbers[at];
        }
        keys[at] = key;
        numbers[at] = size++;
        int number = numbers[at];
        if (size * 2 > keys.length) {
            grow();
        }
        return number;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }
}
