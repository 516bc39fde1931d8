package org.concordat.disclosure.attack;

/**
 * What an attacker can infer about one unknown: it lies between {@code least} and {@code most}.
 *
 * <p>Both halves are proved. No solution lies outside {@code least} to {@code most}; and solutions in whole numbers, each
 * checked against every equation, take the values {@code attainedLeast} and {@code attainedMost}. The two intervals are
 * the same unless the search was cut short, which {@link #settled} tells. Whoever defends a figure relies on the attained
 * ones ({@link #width}), for the attacker may know no less than that, and perhaps more.
 *
 * @param least no solution lies below; minus {@link Bounds#NO_LIMIT} where there is no such number
 * @param most no solution lies above; {@link Bounds#NO_LIMIT} where there is no such number
 * @param attainedLeast a solution has this value
 * @param attainedMost a solution has this value
 */
public record Inference(long least, long most, long attainedLeast, long attainedMost) {
    public Inference {
        if (!(least <= attainedLeast && attainedLeast <= attainedMost && attainedMost <= most)) {
            throw new IllegalArgumentException("attained values lie within the possible ones, given " + attainedLeast
                    + " to " + attainedMost + " within " + least + " to " + most);
        }
    }

    /** Whether every solution has the same value, so that the attacker knows it. */
    public boolean exactlyKnown() {
        return least == most;
    }

    /** Whether both ends are attained, so that the interval is exactly what an attacker can infer. */
    public boolean settled() {
        return least == attainedLeast && most == attainedMost;
    }

    /** How far apart two solutions are known to lie: the interval is at least this wide. */
    public long width() {
        return attainedMost - attainedLeast;
    }

    /** Whether the interval certainly is at least {@code wanted} wide. */
    public boolean atLeastWide(long wanted) {
        return width() >= wanted;
    }

    /** What is inferred about a sum of two that say nothing of each other. */
    Inference plus(Inference other) {
        return new Inference(
                plus(least, other.least),
                plus(most, other.most),
                plus(attainedLeast, other.attainedLeast),
                plus(attainedMost, other.attainedMost));
    }

    /** The same with nothing claimed about what is impossible, since more is to be added. */
    Inference openEnded() {
        return new Inference(-Bounds.NO_LIMIT, Bounds.NO_LIMIT, attainedLeast, attainedMost);
    }

    private static long plus(long one, long other) {
        if (Math.abs(one) >= Bounds.NO_LIMIT || Math.abs(other) >= Bounds.NO_LIMIT) {
            return Math.abs(one) >= Bounds.NO_LIMIT ? one : other;
        }
        return Math.addExact(one, other);
    }
}
