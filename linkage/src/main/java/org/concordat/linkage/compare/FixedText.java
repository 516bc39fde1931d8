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
    byte[] symbols = pool.symbols();
    int[] starts = pool.starts();
    int code = -1;
    int length;
    boolean fitsOneWord;

    /** Forgets the previous value and marks the positions of this one. */
    void fix(TextPool newPool, int newCode) {
        if (fitsOneWord) {
            for (int at = starts[code], end = at + length; at < end; at++) {
                masks[symbols[at] & 0xff] = 0;
            }
        }
        pool = newPool;
        symbols = newPool.symbols();
        starts = newPool.starts();
        code = newCode;
        length = newPool.length(newCode);
        fitsOneWord = length <= Long.SIZE && !newPool.isWide();
        if (fitsOneWord) {
            long bit = 1;
            for (int at = starts[code], end = at + length; at < end; at++) {
                masks[symbols[at] & 0xff] |= bit;
                bit <<= 1;
            }
        }
    }
}
