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
    /** Up to here the reach of a character, moved around the end of the word, never meets a position that is used. */
    private static final int SHORT = 40;

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
        int start = TextPool.start(span);
        int window = JaroWinkler.window(leftLength, length);
        if (Math.max(leftLength, length) > SHORT) {
            return againstLong(start, length, window);
        }
        long[] words = left.words;
        long[] masks = left.masks;
        long firstReach = Long.rotateRight((2L << (2 * window)) - 1, window);
        long reach = firstReach;
        long matched = 0;
        long crossed = 0;
        // Always whole words: what fills the last one matches nothing, and steps that never vary run ahead.
        for (int at = start, end = start + TextPool.words(length); at < end; at++) {
            long word = words[at];
            for (int k = 0; k < TextPool.SYMBOLS_A_WORD; k++) {
                long free = masks[(int) word & 0xff] & reach & ~matched;
                long taken = free & -free;
                crossed |= matched & -taken;
                matched |= taken;
                reach = Long.rotateLeft(reach, 1);
                word >>>= Byte.SIZE;
            }
        }
        // Matches that do not cross stand in the same order on both sides: nothing to count.
        int outOfPlace = crossed == 0 ? 0 : outOfPlace(matched, start, length, firstReach);
        return score(Long.bitCount(matched), outOfPlace, start, length);
    }

    private double againstLong(int start, int length, int window) {
        long firstReach = (2L << window) - 1;
        long reach = firstReach;
        long matched = 0;
        long rightMatched = 0;
        for (int j = 0; j < length; j++) {
            long free = left.masks[left.symbol(start, j)] & reach & ~matched;
            matched |= free & -free;
            rightMatched |= ((free | -free) >>> 63) << j;
            reach = (reach << 1) | ((j - window) >>> 31);
        }
        int outOfPlace = 0;
        long leftRest = matched;
        for (long rest = rightMatched; rest != 0; rest &= rest - 1) {
            long places = left.masks[left.symbol(start, Long.numberOfTrailingZeros(rest))];
            outOfPlace += (places & leftRest & -leftRest) == 0 ? 1 : 0;
            leftRest &= leftRest - 1;
        }
        return score(Long.bitCount(matched), outOfPlace, start, length);
    }

    /** Matches once more, and counts the matched characters that differ when both sides' are read in order. */
    private int outOfPlace(long matched, int start, int length, long firstReach) {
        int count = 0;
        long reach = firstReach;
        long again = 0;
        long leftRest = matched;
        for (int j = 0; j < length; j++) {
            long places = left.masks[left.symbol(start, j)];
            long free = places & reach & ~again;
            if (free != 0) {
                again |= free & -free;
                count += (places & leftRest & -leftRest) == 0 ? 1 : 0;
                leftRest &= leftRest - 1;
            }
            reach = Long.rotateLeft(reach, 1);
        }
        return count;
    }

    private double score(int matches, int outOfPlace, int start, int length) {
        return JaroWinkler.score(matches, outOfPlace, left.length, length, sameStart(start, length), boostAbove);
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
}
