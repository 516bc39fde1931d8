package org.concordat.disclosure.attack;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why an unknown cannot be above (or below) a value: add up the equations, each times its multiplier; what then stands on
 * the left is the unknown and others that cannot be below (above) their own bounds. Anyone can check it with pencil and
 * paper.
 *
 * @param upper whether it bounds from above
 * @param bound the value; of an unknown that is a whole number, rounded to one
 * @param shares the equations, by number, with their multipliers
 * @param atBound other unknowns whose own bounds the argument uses, by number
 * @param wholeNumbers whether it holds only because unknowns are whole numbers: then no multipliers prove it, and the
 *     shares name the equations, each with multiplier 1, that together leave no other whole number
 */
public record Proof(boolean upper, long bound, List<Share> shares, List<Integer> atBound, boolean wholeNumbers) {
    private static final long[] DENOMINATORS = {1, 2, 3, 4, 6, 12, 60, 1L << 30};
    private static final double CLOSE = 1e-6;

    /**
     * One equation's share in an argument: it is taken {@code multiplier / divisor} times.
     *
     * @param equation its number
     * @param multiplier not 0
     * @param divisor above 0
     */
    public record Share(int equation, long multiplier, long divisor) {}

    public Proof {
        shares = List.copyOf(shares);
        atBound = List.copyOf(atBound);
    }

    /**
     * The bound that the shares prove of {@code unknown}, worked out again from what is known; equal to {@link #bound}. Not
     * for an argument from whole numbers.
     */
    public long check(KnownSums sums, Bounds bounds, int unknown) {
        long divisor = shares.isEmpty() ? 1 : shares.getFirst().divisor();
        BigInteger total = BigInteger.ZERO;
        Map<Integer, Long> left = new TreeMap<>(Map.of(unknown, divisor));
        for (Share share : shares) {
            int[] of = sums.unknownsOf(share.equation());
            long[] coefficients = sums.coefficientsOf(share.equation());
            for (int i = 0; i < of.length; i++) {
                left.merge(of[i], -share.multiplier() * coefficients[i], Long::sum);
            }
            boolean most = (share.multiplier() > 0) == upper;
            long side = most ? sums.most(share.equation()) : sums.least(share.equation());
            total = total.add(BigInteger.valueOf(share.multiplier()).multiply(BigInteger.valueOf(side)));
        }
        for (Map.Entry<Integer, Long> rest : left.entrySet()) {
            boolean most = (rest.getValue() > 0) == upper;
            long side = most ? bounds.most(rest.getKey()) : bounds.least(rest.getKey());
            total = total.add(BigInteger.valueOf(rest.getValue()).multiply(BigInteger.valueOf(side)));
        }
        return rounded(total, divisor, upper);
    }

    /** What multipliers prove, worked out exactly; null where they prove nothing. Numbers are those of the part. */
    static @Nullable Proof by(
            Part part,
            int unknown,
            boolean upper,
            int[] equations,
            double[] multipliers,
            int sign,
            long[] least,
            long[] most,
            boolean whole) {
        long denominator = denominator(multipliers);
        KnownSums all = part.equations();
        // left[u]: what of unknown u is not covered by the equations; total: what the equations come to at the most
        // (least).
        BigInteger total = BigInteger.ZERO;
        long[] left = new long[part.size()];
        left[unknown] = denominator;
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < equations.length; i++) {
            long multiplier = sign * Math.round(multipliers[i] * denominator);
            if (multiplier == 0) {
                continue;
            }
            int e = equations[i];
            shares.add(new Share(part.equationsOutside()[e], multiplier, denominator));
            for (int t = all.start(e); t < all.end(e); t++) {
                left[all.term(t)] -= multiplier * all.coefficient(t);
            }
            long side = (multiplier > 0) == upper ? all.most(e) : all.least(e);
            if (Math.abs(side) >= Bounds.NO_LIMIT) {
                return null;
            }
            total = total.add(BigInteger.valueOf(multiplier).multiply(BigInteger.valueOf(side)));
        }
        List<Integer> atBound = new ArrayList<>();
        for (int u = 0; u < left.length; u++) {
            if (left[u] != 0) {
                long bound = (left[u] > 0) == upper ? most[u] : least[u];
                if (Math.abs(bound) >= Bounds.NO_LIMIT) {
                    return null;
                }
                atBound.add(part.unknowns()[u]);
                total = total.add(BigInteger.valueOf(left[u]).multiply(BigInteger.valueOf(bound)));
            }
        }
        return new Proof(upper, rounded(total, denominator, upper == whole), shares, atBound, false);
    }

    private static long rounded(BigInteger total, long denominator, boolean down) {
        BigInteger[] parts = total.divideAndRemainder(BigInteger.valueOf(denominator));
        int direction = parts[1].signum();
        long quotient = parts[0].longValueExact();
        if (direction == 0) {
            return quotient;
        }
        return down ? quotient - (direction < 0 ? 1 : 0) : quotient + (direction > 0 ? 1 : 0);
    }

    private static long denominator(double[] multipliers) {
        for (long denominator : DENOMINATORS) {
            boolean fits = true;
            for (double multiplier : multipliers) {
                double scaled = multiplier * denominator;
                fits &= Math.abs(scaled - Math.rint(scaled)) < CLOSE * denominator;
            }
            if (fits) {
                return denominator;
            }
        }
        return DENOMINATORS[DENOMINATORS.length - 1];
    }
}
