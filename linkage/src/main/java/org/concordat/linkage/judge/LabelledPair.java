package org.concordat.linkage.judge;

/**
 * A pair of records and what a person said of it.
 *
 * @param left the number of one record
 * @param right the number of the other; the order of the two does not matter
 */
public record LabelledPair(int left, int right, Label label) {
    public LabelledPair {
        if (left == right || left < 0 || right < 0) {
            throw new IllegalArgumentException(
                    "left, right: expected two different records, given " + left + " and " + right);
        }
    }

    /** The same number whichever way round the two records stand. */
    long key() {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }
}
