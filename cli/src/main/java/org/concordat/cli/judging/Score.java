package org.concordat.cli.judging;

/**
 * How well found pairs match the true ones.
 *
 * @param found pairs that were found
 * @param right those of them that are true
 * @param truth pairs that are true, found or not
 */
public record Score(long found, long right, long truth) {
    /** The share of found pairs that are true, from 0 to 1; 1 where nothing was found. */
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** The share of true pairs that were found, from 0 to 1; 1 where there are none. */
    public double recall() {
        return truth == 0 ? 1 : (double) right / truth;
    }

    /** The harmonic mean of both, from 0 to 1. */
    public double f1() {
        return found + truth == 0 ? 1 : 2.0 * right / (found + truth);
    }
}
