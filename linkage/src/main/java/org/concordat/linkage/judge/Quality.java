package org.concordat.linkage.judge;

/**
 * How a set of pairs compares with the true pairs.
 *
 * @param right pairs that were found and are true
 * @param wrong pairs that were found and are not true
 * @param missed true pairs that were not found
 */
public record Quality(long right, long wrong, long missed) {
    public Quality {
        if (right < 0 || wrong < 0 || missed < 0) {
            throw new IllegalArgumentException(
                    "right, wrong, missed: expected 0 or more each, given " + right + ", " + wrong + ", " + missed);
        }
    }

    /** The share of pairs found that are true, from 0 to 1; 1 where none was found. */
    public double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** The share of true pairs that were found, from 0 to 1; 1 where there is none. */
    public double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    /** The harmonic mean of precision and recall, from 0 to 1. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
