package org.concordat.linkage.scoring;

import java.util.Arrays;

/** Scored pairs of records, each pair once; the record that was added first stands left. */
public final class Links {
    private int[] lefts;
    private int[] rights;
    private float[] bits;
    private int size;

    /** No links yet, with room for this many. */
    public Links(int expected) {
        lefts = new int[Math.max(16, expected)];
        rights = new int[lefts.length];
        bits = new float[lefts.length];
    }

    /** Adds a pair that is not among them. */
    public void add(int one, int other, double weightBits) {
        if (size == lefts.length) {
            grow(size + 1);
        }
        lefts[size] = Math.min(one, other);
        rights[size] = Math.max(one, other);
        bits[size++] = (float) weightBits;
    }

    void addAll(Links others) {
        int sum = size + others.size;
        if (sum > lefts.length) {
            grow(sum);
        }
        System.arraycopy(others.lefts, 0, lefts, size, others.size);
        System.arraycopy(others.rights, 0, rights, size, others.size);
        System.arraycopy(others.bits, 0, bits, size, others.size);
        size = sum;
    }

    private void grow(int least) {
        int more = Math.max(least, size + (size >> 1));
        lefts = Arrays.copyOf(lefts, more);
        rights = Arrays.copyOf(rights, more);
        bits = Arrays.copyOf(bits, more);
    }

    public int size() {
        return size;
    }

    public int left(int link) {
        return lefts[link];
    }

    public int right(int link) {
        return rights[link];
    }

    /** The weight of the evidence in bits, the prior included. */
    public double bits(int link) {
        return bits[link];
    }
}
