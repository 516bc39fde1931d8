package org.concordat.synthetic.chance;

/**
 * A seeded source of chance: the same seed gives the same throws for ever.
 *
 * <p>The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). It is
 * cheap to make, so that every record can have its own, independent of the order in which records are written.
 */
public final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one thing, told from all others of the same seed by up to three numbers. */
    public static Dice of(long seed, long first, long second, long third) {
        long mixed = mix(seed + STEP);
        mixed = mix(mixed ^ mix(first + 2 * STEP));
        mixed = mix(mixed ^ mix(second + 3 * STEP));
        return new Dice(mix(mixed ^ mix(third + 4 * STEP)));
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Sixty-four random bits. */
    public long bits() {
        state += STEP;
        return mix(state);
    }

    /** A whole number from 0 to {@code bound - 1}; {@code bound} is at least 1. The bias is below one in a million. */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, was " + bound);
        }
        return (int) (((bits() >>> 33) * bound) >>> 31);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A fraction from 0 (included) to 1 (excluded). */
    public double fraction() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** True with the given probability; never at 0 or below, always at 1 or above. */
    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /** About normally distributed: the sum of four uniforms, so never more than 3.5 spreads from the middle. */
    public double bell(double middle, double spread) {
        double sum = fraction() + fraction() + fraction() + fraction() - 2;
        return middle + spread * sum * Math.sqrt(3);
    }

    /** One of the given things, each as likely. */
    public <T> T oneOf(T[] things) {
        return things[below(things.length)];
    }
}
