package org.concordat.linkage.compare;

/**
 * One column of the table of edit distances in a few machine operations, for any two strings.
 *
 * <p>Instead of the distances it keeps, as bits, where each is one more or one less than its neighbour: {@code up} and
 * {@code down} along a column, {@code rise} and {@code fall} along a row, {@code flat} along the diagonal (no dearer
 * than the cell up and to the left). Values of more than 64 characters take several words, with the carries passed on.
 *
 * <p>Sources: Myers 1999, Journal of the ACM 46 (3), in the form of Hyyrö 2003, Nordic Journal of Computing 10 (1),
 * whose term for transpositions gives the optimal string alignment distance.
 */
final class EditDistance {
    /** Passed for {@code swaps}: two adjacent characters that changed places cost two edits. */
    static final long SWAPS_COST_TWO = 0;

    /** Passed for {@code swaps}: two adjacent characters that changed places cost one edit. */
    static final long SWAPS_COST_ONE = -1;

    static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final int STEPS_BETWEEN_LOOKS = 16;

    private EditDistance() {}

    /** The distance, or some number above {@code limit} when it is above that. */
    static int distance(String left, String right, long swaps, int limit) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.length() + right.length();
        }
        if (Math.abs(left.length() - right.length()) > limit) {
            return Math.abs(left.length() - right.length());
        }
        // The shorter value becomes the bits, the longer one the steps: one word serves as often as possible.
        String bits = left.length() <= right.length() ? left : right;
        String steps = left.length() <= right.length() ? right : left;
        return bits.length() <= Long.SIZE
                ? oneWord(bits, steps, swaps, limit)
                : new LongEditDistance(bits, swaps).to(steps, limit);
    }

    private static int oneWord(String bits, String steps, long swaps, int limit) {
        LetterMasks masks = new LetterMasks(bits);
        long rows = -1L >>> (Long.SIZE - bits.length());
        int distance = bits.length();
        int done = 0;
        long up = -1;
        long down = 0;
        long flat = 0;
        long before = 0;
        // Each step that is left can lower the distance by one at most; worth a look now and then.
        while (done < steps.length() && distance - (steps.length() - done) <= limit) {
            int end = Math.min(steps.length(), done + STEPS_BETWEEN_LOOKS);
            for (; done < end; done++) {
                long places = masks.of(steps.charAt(done));
                long swapped = ((~flat & places) << 1) & before & swaps;
                flat = (((places & up) + up) ^ up) | (places | down | swapped);
                long rise = (~(flat | up) << 1) | ((down << 1) | 1);
                up = ((up & flat) << 1) | ~(flat | rise);
                down = rise & flat;
                before = places;
            }
            // The first row of the column is as many as the steps; the rest follows down the bits.
            distance = done + Long.bitCount(up & rows) - Long.bitCount(down & rows);
        }
        return distance - (steps.length() - done);
    }

    /** 1 less the distance as a share of the longer value; 1 for two empty values. */
    static double similarity(int distance, int leftLength, int rightLength) {
        int longer = Math.max(leftLength, rightLength);
        return longer == 0 ? 1 : 1 - (double) distance / longer;
    }

    static int checkedLimit(int edits) {
        if (edits < 0) {
            throw new IllegalArgumentException("edits: 0 or more, given " + edits + ".");
        }
        return edits;
    }
}
