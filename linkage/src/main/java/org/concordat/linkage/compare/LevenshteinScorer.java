package org.concordat.linkage.compare;

/**
 * Levenshtein distance of one value of a pool to many others, fast.
 *
 * <p>Call {@link #fix} once for the left value, then {@link #distance} or {@link #against} for each right value. Gives
 * exactly the figures of {@link Levenshtein}. One scorer a thread: it remembers the fixed value. A left value of more
 * than 64 characters, and wide pools, go through the slower string form.
 */
public final class LevenshteinScorer {
    private final FixedText left = new FixedText();

    /** Makes this the left value of all comparisons until the next call. */
    public void fix(TextPool pool, int code) {
        left.fix(pool, code);
    }

    /** The number of edits between the fixed value and this one of the same pool. */
    public int distance(int code) {
        long span = left.spans[code];
        int length = TextPool.length(span);
        if (!left.fitsOneWord) {
            return Levenshtein.distance(left.pool.value(left.code), left.pool.value(code));
        }
        long[] words = left.words;
        long[] masks = left.masks;
        int at = TextPool.start(span);
        int filling = TextPool.filling(length);
        long up = -1;
        long down = 0;
        long previous = 0;
        // Always whole words, since steps whose number never varies run ahead. What fills them goes first, where it
        // changes nothing: a symbol 0 matches nothing and does not count as a character.
        for (int end = at + TextPool.words(length); at < end; at++) {
            long word = TextPool.joined(previous, words[at], filling);
            previous = words[at];
            for (int k = 0; k < TextPool.SYMBOLS_A_WORD; k++) {
                int symbol = (int) word & 0xff;
                word >>>= Byte.SIZE;
                long places = masks[symbol];
                long flat = (((places & up) + up) ^ up) | (places | down);
                long rise = (~(flat | up) << 1) | ((down << 1) | (-symbol >>> 31));
                up = ((up & flat) << 1) | ~(flat | rise);
                down = rise & flat;
            }
        }
        // The last column runs from the length down the bits.
        long rows = left.positions();
        return length + Long.bitCount(up & rows) - Long.bitCount(down & rows);
    }

    /** How alike the two are: 1 less the distance as a share of the longer value, from 0 to 1. */
    public double against(int code) {
        return EditDistance.similarity(distance(code), left.length, left.pool.length(code));
    }
}
