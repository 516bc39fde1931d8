package org.concordat.linkage.compare;

import java.util.List;

/**
 * The left value of many comparisons: for every symbol, the set of positions at which the value has it.
 *
 * <p>Bit {@code i} of {@code masks[symbol]} says that position {@code i} holds the symbol. Only values of at most 64
 * characters of a pool that is not wide have masks; for the rest {@link #fitsOneWord} is false.
 */
final class FixedText {
    final long[] masks = new long[TextPool.SYMBOLS];
    TextPool pool = TextPool.of(List.of());
    long[] words = pool.words();
    long[] spans = pool.spans();
    int code = -1;
    int length;
    boolean fitsOneWord;

    /** Forgets the previous value and marks the positions of this one. */
    void fix(TextPool newPool, int newCode) {
        if (fitsOneWord) {
            int start = TextPool.start(spans[code]);
            for (int i = 0; i < length; i++) {
                masks[symbol(start, i)] = 0;
            }
        }
        pool = newPool;
        words = newPool.words();
        spans = newPool.spans();
        code = newCode;
        length = newPool.length(newCode);
        fitsOneWord = length <= Long.SIZE && !newPool.isWide();
        if (fitsOneWord) {
            int start = TextPool.start(spans[code]);
            for (int i = 0; i < length; i++) {
                masks[symbol(start, i)] |= 1L << i;
            }
        }
    }

    /** A bit for each position of the value. */
    long positions() {
        return length == 0 ? 0 : -1L >>> (Long.SIZE - length);
    }

    /** The symbol at a place of the value that starts at this word. */
    int symbol(int start, int place) {
        return TextPool.symbol(words[start + place / TextPool.SYMBOLS_A_WORD], place % TextPool.SYMBOLS_A_WORD);
    }
}
