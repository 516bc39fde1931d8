package org.concordat.cli.figures;

/**
 * Which counts are so small that they could tell something about a person, and whether they are hidden.
 *
 * @param threshold counts from 1 up to one less are small; 1 where none is
 * @param shownBecause the reason why none is hidden, in a user's words; empty where small ones are
 */
public record SmallCounts(long threshold, String shownBecause) {
    /** What stands in the place of a hidden figure. */
    public static final String MARK = "c";

    /** The field's rule of thumb: 1 to 5 are small. */
    public static final long USUAL_THRESHOLD = 6;

    public SmallCounts {
        if (threshold < 1 || (threshold == 1) == shownBecause.isBlank()) {
            throw new IllegalArgumentException(
                    "counts are hidden below 2 or more, or shown for a reason, given a threshold of " + threshold);
        }
    }

    /** Whether a count of people is hidden. None is not small, whatever follows from it. */
    public boolean hides(double count) {
        return count > 0 && count < threshold;
    }

    /** Whether any count can be hidden. */
    public boolean areHidden() {
        return shownBecause.isEmpty();
    }

    /** What is done with small counts, for whoever reads the results: a sentence without its full stop. */
    public String words() {
        return areHidden()
                ? "Counts of 1 to " + (threshold - 1) + " are hidden (" + MARK + "), with what follows from them"
                : "Small counts are NOT hidden, because " + shownBecause
                        + ". Such a table can tell something about a person; give it only to whom that reason covers";
    }
}
