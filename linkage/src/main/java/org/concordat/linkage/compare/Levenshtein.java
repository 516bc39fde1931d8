package org.concordat.linkage.compare;

/**
 * How many characters must be replaced, added or left out to make one value of another: 0 when equal, at most the
 * length of the longer.
 *
 * <p>Compares UTF-16 code units. Takes one step for each character of the longer value where the shorter has 64 or
 * fewer, and one step for each of its started 64 beyond. Source: Levenshtein 1966; computed as {@link EditDistance}
 * says.
 */
public final class Levenshtein {
    private Levenshtein() {}

    /** The number of edits. */
    public static int distance(String left, String right) {
        return EditDistance.distance(left, right, EditDistance.SWAPS_COST_TWO, EditDistance.NO_LIMIT);
    }

    /** 1 less the distance as a share of the longer value: from 0 to 1, and 1 for two empty values. */
    public static double similarity(String left, String right) {
        return EditDistance.similarity(distance(left, right), left.length(), right.length());
    }

    /** Whether the distance is {@code edits} or less; stops early where it cannot be. */
    public static boolean isWithin(String left, String right, int edits) {
        int limit = EditDistance.checkedLimit(edits);
        return EditDistance.distance(left, right, EditDistance.SWAPS_COST_TWO, limit) <= limit;
    }
}
