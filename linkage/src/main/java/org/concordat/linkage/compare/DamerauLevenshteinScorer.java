package org.concordat.linkage.compare;

/**
 * Damerau-Levenshtein distance (optimal string alignment) of one value of a pool to many others, fast.
 *
 * <p>Call {@link #fix} once for the left value, then {@link #distance} or {@link #against} for each right value. Gives
 * exactly the figures of {@link DamerauLevenshtein}. One scorer a thread: it remembers the fixed value. A left value of
 * more than 64 characters, and wide pools, go through the slower string form.
 */
public final class DamerauLevenshteinScorer {
    private final FixedText left = new FixedText();

    /** Makes this the left value of all comparisons until the next call. */
    public void fix(TextPool pool, int code) {
        left.fix(pool, code);
    }

    /** The number of edits between the fixed value and this one of the same pool. */
    public int distance(int code) {
        int leftLength = left.length;
        int start = left.starts[code];
        int end = left.starts[code + 1];
        if (!left.fitsOneWord) {
            return DamerauLevenshtein.distance(left.pool.value(left.code), left.pool.value(code));
        }
        if (leftLength == 0) {
            return end - start;
        }
        byte[] symbols = left.symbols;
        long[] masks = left.masks;
        int last = leftLength - 1;
        int distance = leftLength;
        long up = -1;
        long down = 0;
        long flat = 0;
        long before = 0;
        for (int at = start; at < end; at++) {
            long places = masks[symbols[at] & 0xff];
            long swapped = ((~flat & places) << 1) & before;
            flat = (((places & up) + up) ^ up) | places | down | swapped;
            long rise = down | ~(flat | up);
            long fall = up & flat;
            distance += (int) ((rise >>> last) & 1) - (int) ((fall >>> last) & 1);
            rise = (rise << 1) | 1;
            up = (fall << 1) | ~(flat | rise);
            down = rise & flat;
            before = places;
        }
        return distance;
    }

    /** How alike the two are: 1 less the distance as a share of the longer value, from 0 to 1. */
    public double against(int code) {
        return EditDistance.similarity(distance(code), left.length, left.pool.length(code));
    }
}
