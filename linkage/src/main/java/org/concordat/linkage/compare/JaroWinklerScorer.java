package org.concordat.linkage.compare;

/**
 * Jaro-Winkler similarity of one value of a pool with many others, fast.
 *
 * <p>Call {@link #fix} once for the left value, then {@link #against} for each right value. Gives exactly the figures
 * of {@link JaroWinkler#similarity(String, String)}. One scorer a thread: it remembers the fixed value.
 *
 * <p>Cost: one short step for each character of the right value, whatever the left one is. Values of more than 64
 * characters, and wide pools, go through the slower string form.
 */
public final class JaroWinklerScorer {
    private final FixedText left = new FixedText();
    private final double boostAbove;

    /** A scorer that always adds Winkler's prefix bonus. */
    public JaroWinklerScorer() {
        this(JaroWinkler.ALWAYS_BOOST);
    }

    /** A scorer that adds the prefix bonus only where the Jaro similarity is greater than {@code boostAbove}. */
    public JaroWinklerScorer(double boostAbove) {
        this.boostAbove = JaroWinkler.checkedBoost(boostAbove);
    }

    /** Makes this the left value of all comparisons until the next call. */
    public void fix(TextPool pool, int code) {
        left.fix(pool, code);
    }

    /** How alike the fixed value and this one of the same pool are, from 0 to 1. */
    public double against(int code) {
        long span = left.spans[code];
        int length = TextPool.length(span);
        int leftLength = left.length;
        if (code == left.code) {
            return 1;
        }
        if (!left.fitsOneWord || length > Long.SIZE) {
            return JaroWinkler.similarity(left.pool.value(left.code), left.pool.value(code), boostAbove);
        }
        long[] words = left.words;
        long[] masks = left.masks;
        int start = TextPool.start(span);
        int window = JaroWinkler.window(leftLength, length);
        long reach = (2L << window) - 1;
        long leftMatched = 0;
        long rightMatched = 0;
        long crossed = 0;
        // Always whole words: what fills the last one matches nothing, and steps that never vary run ahead.
        for (int j = 0; j < length; j += TextPool.SYMBOLS_A_WORD) {
            long word = words[start + j / TextPool.SYMBOLS_A_WORD];
            for (int k = 0; k < TextPool.SYMBOLS_A_WORD; k++) {
                long places = masks[(int) word & 0xff];
                word >>>= Byte.SIZE;
                long free = places & reach & ~leftMatched;
                long taken = free & -free;
                crossed |= leftMatched & -(taken << 1);
                leftMatched |= taken;
                rightMatched |= ((free | -free) >>> 63) << (j + k);
                reach = (reach << 1) | ((j + k - window) >>> 31);
            }
        }
        int outOfPlace = crossed == 0 ? 0 : outOfPlace(leftMatched, rightMatched, start);
        return JaroWinkler.score(
                Long.bitCount(leftMatched), outOfPlace, leftLength, length, sameStart(start, length), boostAbove);
    }

    /** Bit {@code i} for each of the first characters that both values have in the same place. */
    private int sameStart(int start, int length) {
        if (left.length == 0 || length == 0) {
            return 0;
        }
        long difference = left.words[TextPool.start(left.spans[left.code])] ^ left.words[start];
        int same = Math.min(length, Long.numberOfTrailingZeros(difference) / Byte.SIZE);
        return (1 << same) - 1;
    }

    /** How many of the matched characters differ when both sides' are read in order. */
    private int outOfPlace(long leftMatched, long rightMatched, int start) {
        int count = 0;
        long leftRest = leftMatched;
        for (long rest = rightMatched; rest != 0; rest &= rest - 1) {
            long place = leftRest & -leftRest;
            long places = left.masks[left.symbol(start, Long.numberOfTrailingZeros(rest))];
            count += (places & place) == 0 ? 1 : 0;
            leftRest ^= place;
        }
        return count;
    }
}
