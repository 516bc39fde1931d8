package org.concordat.synthetic.chance;

/**
 * Puts the numbers 0 to {@code size - 1} in a random-looking order without keeping a list of them.
 *
 * <p>A four-round Feistel network over the next even power of two, walked until the answer lies inside (Black and
 * Rogaway, "Ciphers with arbitrary finite domains", 2002). One to one: two different numbers never share an answer.
 */
public final class Shuffle {
    private final long size;
    private final int halfBits;
    private final long seed;

    /** A shuffle of {@code size} numbers, from 1 to 2^60. */
    public Shuffle(long size, long seed) {
        if (size < 1 || size > 1L << 60) {
            throw new IllegalArgumentException("size must be from 1 to 2^60, was " + size);
        }
        this.size = size;
        this.seed = seed;
        int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
        this.halfBits = (bits + 1) / 2;
    }

    /** Where {@code number} comes to stand; from 0 to {@code size - 1}. */
    public long of(long number) {
        if (number < 0 || number >= size) {
            throw new IllegalArgumentException("number must be from 0 to " + (size - 1) + ", was " + number);
        }
        long walked = number;
        do {
            walked = once(walked);
        } while (walked >= size);
        return walked;
    }

    private long once(long number) {
        long mask = (1L << halfBits) - 1;
        long left = number >>> halfBits;
        long right = number & mask;
        for (int round = 0; round < 4; round++) {
            long next = left ^ (Dice.mix(right * 0x9E3779B97F4A7C15L + seed + round) & mask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }

    /** Shuffles the first {@code count} entries of a list in place (Fisher and Yates). */
    public static void inPlace(long[] list, int count, Dice dice) {
        for (int i = count - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            long kept = list[i];
            list[i] = list[j];
            list[j] = kept;
        }
    }

    /** Shuffles a whole list in place (Fisher and Yates). */
    public static void inPlace(int[] list, Dice dice) {
        for (int i = list.length - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            int kept = list[i];
            list[i] = list[j];
            list[j] = kept;
        }
    }
}
