package org.concordat.linkage.compare;

/**
 * Edit distances by the table of their definition: what the bit-parallel forms must equal, and are timed against.
 *
 * <p>Written to be as fast as plain code goes: two or three rows that are kept, arrays of characters.
 */
public final class PlainLevenshtein {
    private int[] row = new int[129];
    private int[] previous = new int[129];
    private int[] beforePrevious = new int[129];

    /** Replacements, additions and omissions. One row, overwritten in place. */
    public int distance(char[] left, char[] right) {
        for (int j = 0; j <= right.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length; i++) {
            char character = left[i - 1];
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length; j++) {
                int above = row[j];
                int kept = diagonal + (character == right[j - 1] ? 0 : 1);
                row[j] = Math.min(kept, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length];
    }

    /** The same with swaps of adjacent characters as one edit, no stretch edited twice (optimal string alignment). */
    public int distanceWithSwaps(char[] left, char[] right) {
        for (int j = 0; j <= right.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length; i++) {
            int[] freed = beforePrevious;
            beforePrevious = previous;
            previous = row;
            row = freed;
            row[0] = i;
            for (int j = 1; j <= right.length; j++) {
                int kept = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.min(kept, Math.min(previous[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                    row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
                }
            }
        }
        return row[right.length];
    }
}
