package org.concordat.disclosure.attack;

import java.util.Arrays;

/**
 * What is known of each unknown by itself: the least and the greatest whole number that it can be. For a cell whose figure
 * is published the two are equal. Magnitudes are given in their finest unit, such as pence.
 *
 * <p>A value: every method that changes something returns another.
 */
public final class Bounds {
    /** Stands for "no greatest value is known", and its negative for no least; all real figures are smaller in size. */
    public static final long NO_LIMIT = 1_000_000_000_000L;

    private final long[] least;
    private final long[] most;

    private Bounds(long[] least, long[] most) {
        this.least = least;
        this.most = most;
    }

    /** Of every unknown it is known that it is not below 0, as of a count, and nothing else. */
    public static Bounds notBelowZero(int unknowns) {
        long[] most = new long[unknowns];
        Arrays.fill(most, NO_LIMIT);
        return new Bounds(new long[unknowns], most);
    }

    /** One least and one greatest value for each unknown. */
    public static Bounds of(long[] least, long[] most) {
        if (least.length != most.length) {
            throw new IllegalArgumentException(
                    "there are as many least as greatest values, given " + least.length + " and " + most.length);
        }
        for (int u = 0; u < least.length; u++) {
            check(u, least[u], most[u]);
        }
        return new Bounds(least.clone(), most.clone());
    }

    /** The same, but the unknown lies between the two given. */
    public Bounds with(int unknown, long leastValue, long mostValue) {
        check(unknown, leastValue, mostValue);
        long[] newLeast = least.clone();
        long[] newMost = most.clone();
        newLeast[unknown] = leastValue;
        newMost[unknown] = mostValue;
        return new Bounds(newLeast, newMost);
    }

    /** Every unknown of which {@code published} is true is exactly known; of the others it is known what was. */
    public Bounds publishing(boolean[] published, long[] values) {
        long[] newLeast = least.clone();
        long[] newMost = most.clone();
        for (int u = 0; u < least.length; u++) {
            if (published[u]) {
                check(u, values[u], values[u]);
                newLeast[u] = values[u];
                newMost[u] = values[u];
            }
        }
        return new Bounds(newLeast, newMost);
    }

    /** How many unknowns there are. */
    public int size() {
        return least.length;
    }

    /** The least value known, or minus {@link #NO_LIMIT}. */
    public long least(int unknown) {
        return least[unknown];
    }

    /** The greatest value known, or {@link #NO_LIMIT}. */
    public long most(int unknown) {
        return most[unknown];
    }

    /** Whether {@code values}, one for each unknown, lie within; exact. */
    public boolean holdFor(long[] values) {
        for (int u = 0; u < least.length; u++) {
            if (values[u] < least[u] || values[u] > most[u]) {
                return false;
            }
        }
        return true;
    }

    long[] leastValues() {
        return least.clone();
    }

    long[] mostValues() {
        return most.clone();
    }

    private static void check(int unknown, long least, long most) {
        if (least > most || Math.abs(least) > NO_LIMIT || Math.abs(most) > NO_LIMIT) {
            throw new IllegalArgumentException("an unknown lies between a least and a greatest value, each at most "
                    + NO_LIMIT + " in size, given " + least + " and " + most + " for unknown " + unknown);
        }
    }
}
