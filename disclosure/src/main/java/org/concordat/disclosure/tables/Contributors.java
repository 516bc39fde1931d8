package org.concordat.disclosure.tables;

/**
 * Who stands behind each cell: how many, how much the largest of them give, and which one where there is one alone. Persons
 * and firms are known by numbers that mean nothing outside the table.
 */
public final class Contributors {
    /** How many of a cell's largest contributions are kept; dominance and p % rules reach no further. */
    public static final int LARGEST_KEPT = 10;

    /** That a cell has no contributor, or more than one. */
    public static final int NOBODY_ALONE = -1;

    private final int[] counts;
    private final long[][] largest;
    private final int[] alone;

    Contributors(int[] counts, long[][] largest, int[] alone) {
        this.counts = counts;
        this.largest = largest;
        this.alone = alone;
    }

    /** How many different contributors {@code cell} has. */
    public int count(int cell) {
        return counts[cell];
    }

    /** The {@code rank}th largest holding in {@code cell} of one contributor, in the table's units; 0 where there is none. */
    public long largest(int cell, int rank) {
        if (rank < 0 || rank >= LARGEST_KEPT) {
            throw new IllegalArgumentException("a rank lies between 0 and " + (LARGEST_KEPT - 1) + ", given " + rank);
        }
        return rank < largest[cell].length ? largest[cell][rank] : 0;
    }

    /** The number of the only contributor of {@code cell}, or {@link #NOBODY_ALONE}. */
    public int alone(int cell) {
        return alone[cell];
    }
}
