package org.concordat.disclosure.audit;

/**
 * How small a count must be to be protected, and how uncertain an attacker must be left about it.
 *
 * <p>Protected are, where between 1 and under {@code thresholdPersons} people are in them: every cell that a release names,
 * hidden or not; every piece, that is atoms which all figures together do not tell apart (a strip between two boundaries,
 * those who came between two dates); and what is in one cell but not in another that lies wholly within it, unless
 * cells are named that make up the rest. Where {@code
 * width} is at least {@code thresholdPersons}, no group of that size whatever can be counted exactly, however many figures
 * it takes: such a group holds a piece that would be bounded by it. With a smaller width the sum of several hidden cells can
 * become known, as in any table with suppressed cells, without any of them becoming so.
 *
 * @param thresholdPersons counts from 1 to one less are protected; at least 2
 * @param width the least distance between the ends of the interval that an attacker can infer; 1 means no more than "not
 *     exactly known"
 */
public record Protection(long thresholdPersons, long width) {
    public Protection {
        if (thresholdPersons < 2 || width < 1) {
            throw new IllegalArgumentException("a threshold is 2 persons or more and a width 1 or more, given "
                    + thresholdPersons + " and " + width);
        }
    }

    /** The field's rule of thumb: counts under 6, which then can be anything from 0 to 6. */
    public static Protection usual() {
        return new Protection(6, 6);
    }

    boolean protects(long count) {
        return count > 0 && count < thresholdPersons;
    }
}
