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
        int start = left.starts[code];
        int length = left.starts[code + 1] - start;
        int leftLength = left.length;
        if (code == left.code) {
            return 1;
        }
        if (!left.fitsOneWord || length > Long.SIZE) {
            return JaroWinkler.similarity(left.pool.value(left.code), left.pool.value(code), boostAbove);
        }
        byte[] symbols = left.symbols;
        long[] masks = left.masks;
        int window = JaroWinkler.window(leftLength, length);
        long reach = (2L << window) - 1;
        long leftMatched = 0;
        long rightMatched = 0;
        long crossed = 0;
        long same = 0;
        for (int j = 0; j < length; j++) {
            long places = masks[symbols[start + j] & 0xff];
            same |= places & (1L << j);
            long free = places & reach & ~leftMatched;
            long taken = free & -free;
            crossed |= leftMatched & -(taken << 1);
            leftMatched |= taken;
            rightMatched |= ((free | -free) >>> 63) << j;
            reach = (reach << 1) | ((j - window) >>> 31);
        }
        int outOfPlace = crossed == 0 ? 0 : outOfPlace(leftMatched, rightMatched, start);
        return JaroWinkler.score(Long.bitCount(leftMatched), outOfPlace, leftLength, length, same, boostAbove);
    }

    /** How many of the matched characters differ when both sides' are read in order. */
    private int outOfPlace(long leftMatched, long rightMatched, int start) {
        int count = 0;
        long leftRest = leftMatched;
        for (long rest = rightMatched; rest != 0; rest &= rest - 1) {
            long place = leftRest & -leftRest;
            long places = left.masks[left.symbols[start + Long.numberOfTrailingZeros(rest)] & 0xff];
            count += (places & place) == 0 ? 1 : 0;
            leftRest ^= place;
        }
        return count;
    }
}
