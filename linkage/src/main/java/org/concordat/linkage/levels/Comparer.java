package org.concordat.linkage.levels;

/**
 * Compares one aspect of two rows. Holds scratch space of its own: one for each thread.
 *
 * <p>Rows are given as an array and the offset of the row's first cell. The left row is expected to stay the same for
 * many calls in a row.
 */
public abstract class Comparer {

    /** The level of agreement, from 1 (strongest) on; 0 when either side is missing. */
    public abstract int level(int[] left, int leftAt, int[] right, int rightAt);
}
