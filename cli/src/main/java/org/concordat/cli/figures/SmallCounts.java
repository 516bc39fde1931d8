package org.concordat.cli.figures;

import org.concordat.pictures.Numbers;

/**
 * Which counts of people are so small that they could tell something about one of them, and so are hidden; or the reason why
 * none is.
 *
 * @param threshold counts from 1 up to one less are small; 1 where nothing is hidden
 * @param shownBecause the reason why nothing is hidden; empty where it is
 */
public record SmallCounts(long threshold, String shownBecause) {
    /** The mark that stands in the place of what is hidden. */
    public static final String MARK = "c";

    public SmallCounts {
        if (threshold < 1 || (threshold == 1) == shownBecause.isBlank()) {
            throw new IllegalArgumentException(
                    "threshold: 2 or more, or 1 with a reason, given " + threshold + " and \"" + shownBecause + "\"");
        }
    }

    /** Nothing is hidden, for a reason that readers are told. */
    public static SmallCounts shown(String because) {
        return new SmallCounts(1, because);
    }

    /** Whether a count could tell something about one of those counted. */
    public boolean small(double count) {
        return count > 0 && count < threshold;
    }

    /** Whether a part of a known whole is small, or all but it, which would be as telling. */
    public boolean tells(double part, double whole) {
        return small(part) || small(whole - part);
    }

    /** A count of people for readers: a small one only says that it is. */
    public String words(long people) {
        return small((double) people) ? "fewer than " + threshold : Numbers.COUNT.write((double) people);
    }

    /** What readers must know of hiding, for pages and metadata. */
    public String note() {
        return shownBecause.isEmpty()
                ? "A c stands where a figure rests on 1 to " + (threshold - 1)
                        + " people, on all but so few, or would give such a figure away. It is neither none nor missing."
                : "Small counts are NOT hidden, because " + shownBecause
                        + ". Such figures can tell something about a person; give them only to whom that reason covers.";
    }
}
