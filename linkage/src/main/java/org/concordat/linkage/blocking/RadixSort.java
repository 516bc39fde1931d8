package org.concordat.linkage.blocking;

/** Sorts records by key in time proportional to their number; records of one key keep their order. */
final class RadixSort {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private RadixSort() {}

    /** Sorts the first {@code size} keys, as unsigned numbers, and the records with them. */
    static void sort(int[] keys, int[] records, int size) {
        int[] otherKeys = new int[size];
        int[] otherRecords = new int[size];
        pass(keys, records, otherKeys, otherRecords, size, 0);
        pass(otherKeys, otherRecords, keys, records, size, BITS);
        pass(keys, records, otherKeys, otherRecords, size, 2 * BITS);
        System.arraycopy(otherKeys, 0, keys, 0, size);
        System.arraycopy(otherRecords, 0, records, 0, size);
    }

    private static void pass(int[] fromKeys, int[] fromRecords, int[] toKeys, int[] toRecords, int size, int shift) {
        int[] starts = new int[BUCKETS + 1];
        for (int i = 0; i < size; i++) {
            starts[((fromKeys[i] >>> shift) & (BUCKETS - 1)) + 1]++;
        }
        for (int b = 0; b < BUCKETS; b++) {
            starts[b + 1] += starts[b];
        }
        for (int i = 0; i < size; i++) {
            int at = starts[(fromKeys[i] >>> shift) & (BUCKETS - 1)]++;
            toKeys[at] = fromKeys[i];
            toRecords[at] = fromRecords[i];
        }
    }
}
