package org.concordat.cli.sources;

/**
 * Which counts are so small that they could tell something about a person: 1 up to below a threshold. None is not small.
 *
 * @param threshold the lowest count that is shown; 1 where all are
 * @param shownBecause why small counts are shown; empty where they are hidden
 */
public record SmallCounts(long threshold, String shownBecause) {
    /** What stands in the place of a figure that is hidden. */
    public static final String HIDDEN = "c";

    public boolean isSmall(double count) {
        return count > 0 && count < threshold;
    }

    /** Whether small counts are hidden at all. */
    public boolean hides() {
        return shownBecause.isEmpty();
    }

    /** The sizes that are hidden: "1 to 5". */
    public String range() {
        return threshold == 2 ? "1" : "1 to " + (threshold - 1);
    }

    /** What whoever reads figures with small counts in them must know. */
    public String warning() {
        return "Small counts are NOT hidden, because " + shownBecause
                + ". Such a table can tell something about a person; give it only to whom that reason covers.";
    }
}
