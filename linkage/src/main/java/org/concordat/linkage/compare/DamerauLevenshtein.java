package org.concordat.linkage.compare;

/**
 * How many characters must be replaced, added, left out, or swapped with their neighbour to make one value of another.
 *
 * <p>This is the variant called <em>optimal string alignment</em>: no stretch is edited twice, so {@code ca} to {@code
 * abc} costs 3, where the unrestricted Damerau-Levenshtein distance (which DuckDB computes) is 2. The two agree on
 * nearly all names. Like every optimal string alignment it may break the triangle inequality.
 *
 * <p>Units, cost and sources as for {@link Levenshtein}; Damerau 1964 for the swaps.
 */
public final class DamerauLevenshtein {
    private DamerauLevenshtein() {}

    /** The number of edits. */
    public static int distance(String left, String right) {
        return EditDistance.distance(left, right, EditDistance.SWAPS_COST_ONE, EditDistance.NO_LIMIT);
    }

    /** 1 less the distance as a share of the longer value: from 0 to 1, and 1 for two empty values. */
    public static double similarity(String left, String right) {
        return EditDistance.similarity(distance(left, right), left.length(), right.length());
    }

    /** Whether the distance is {@code edits} or less; stops early where it cannot be. */
    public static boolean isWithin(String left, String right, int edits) {
        int limit = EditDistance.checkedLimit(edits);
        return EditDistance.distance(left, right, EditDistance.SWAPS_COST_ONE, limit) <= limit;
    }
}
