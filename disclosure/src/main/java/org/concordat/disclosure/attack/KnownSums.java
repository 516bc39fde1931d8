package org.concordat.disclosure.attack;

import java.util.Arrays;

/**
 * Sums of unknowns with a known value or a known range: coefficient times unknown, summed, lies between two whole numbers,
 * both included. Unknowns and equations are numbered from 0 in the order in which the caller thinks of them.
 *
 * <p>Limits, so that all arithmetic stays exact in a {@code long}: known values lie under {@link Bounds#NO_LIMIT} in
 * size, and the coefficients of one equation add up to less than nine million.
 */
public final class KnownSums {
    private static final long MOST_COEFFICIENTS = 9_000_000;

    private final int unknowns;
    private final int[] starts;
    private final int[] terms;
    private final long[] coefficients;
    private final long[] least;
    private final long[] most;

    private KnownSums(Builder builder) {
        unknowns = builder.unknowns;
        starts = Arrays.copyOf(builder.starts, builder.size + 1);
        terms = Arrays.copyOf(builder.terms, starts[builder.size]);
        coefficients = Arrays.copyOf(builder.coefficients, starts[builder.size]);
        least = Arrays.copyOf(builder.least, builder.size);
        most = Arrays.copyOf(builder.most, builder.size);
    }

    /** KnownSums between unknowns numbered 0 to {@code unknowns - 1}; none yet. */
    public static Builder over(int unknowns) {
        return new Builder(unknowns);
    }

    /** The same equations, with room for others after them and for unknowns after those there are. */
    public Builder toBuilder(int allUnknowns) {
        if (allUnknowns < unknowns) {
            throw new IllegalArgumentException(
                    "unknowns can be added, not taken away: there are " + unknowns + ", given " + allUnknowns);
        }
        Builder builder = new Builder(allUnknowns);
        for (int e = 0; e < size(); e++) {
            builder.add(unknownsOf(e), coefficientsOf(e), least[e], most[e]);
        }
        return builder;
    }

    /** How many equations there are. */
    public int size() {
        return least.length;
    }

    /** How many unknowns there are, in equations or not. */
    public int unknowns() {
        return unknowns;
    }

    /** The least value that the sum can have; equal to {@link #most} where its value is known. */
    public long least(int equation) {
        return least[equation];
    }

    /** The greatest value that the sum can have. */
    public long most(int equation) {
        return most[equation];
    }

    /** The unknowns that the equation adds up, each once; a copy. */
    public int[] unknownsOf(int equation) {
        return Arrays.copyOfRange(terms, starts[equation], starts[equation + 1]);
    }

    /** Their coefficients, none 0, in the order of {@link #unknownsOf}; a copy. */
    public long[] coefficientsOf(int equation) {
        return Arrays.copyOfRange(coefficients, starts[equation], starts[equation + 1]);
    }

    /** Whether {@code values}, one for each unknown, satisfy every equation; exact. */
    public boolean holdFor(long[] values) {
        return firstBroken(values) < 0;
    }

    /** The first equation that {@code values} do not satisfy, or -1. */
    int firstBroken(long[] values) {
        for (int e = 0; e < size(); e++) {
            long sum = 0;
            for (int t = starts[e]; t < starts[e + 1]; t++) {
                sum += coefficients[t] * values[terms[t]];
            }
            if (sum < least[e] || sum > most[e]) {
                return e;
            }
        }
        return -1;
    }

    int start(int equation) {
        return starts[equation];
    }

    int end(int equation) {
        return starts[equation + 1];
    }

    int term(int at) {
        return terms[at];
    }

    long coefficient(int at) {
        return coefficients[at];
    }

    /** For each unknown the places of its terms: {@code places[from[u]]} to {@code places[from[u + 1] - 1]}. */
    int[][] equationsByUnknown() {
        int[] from = new int[unknowns + 1];
        for (int term : terms) {
            from[term + 1]++;
        }
        for (int u = 0; u < unknowns; u++) {
            from[u + 1] += from[u];
        }
        int[] next = from.clone();
        int[] equation = new int[terms.length];
        for (int e = 0; e < size(); e++) {
            for (int t = starts[e]; t < starts[e + 1]; t++) {
                equation[next[terms[t]]++] = e;
            }
        }
        return new int[][] {from, equation};
    }

    /** Collects equations one after the other. */
    public static final class Builder {
        private final int unknowns;
        private int size;
        private int[] starts = new int[17];
        private int[] terms = new int[64];
        private long[] coefficients = new long[64];
        private long[] least = new long[16];
        private long[] most = new long[16];

        private Builder(int unknowns) {
            if (unknowns < 0) {
                throw new IllegalArgumentException("the number of unknowns is 0 or more, given " + unknowns);
            }
            this.unknowns = unknowns;
        }

        /** The unknowns add up to {@code value}. */
        public Builder sum(int[] of, long value) {
            return add(of, ones(of.length), value, value);
        }

        /** The parts add up to the total, itself an unknown: parts minus total is 0. */
        public Builder total(int total, int... parts) {
            int[] of = Arrays.copyOf(parts, parts.length + 1);
            of[parts.length] = total;
            long[] signs = ones(of.length);
            signs[parts.length] = -1;
            return add(of, signs, 0, 0);
        }

        /** The unknowns times their coefficients add up to something between {@code least} and {@code most}. */
        public Builder add(int[] of, long[] coefficientOf, long leastValue, long mostValue) {
            check(of, coefficientOf, leastValue, mostValue);
            int from = starts[size];
            if (size == least.length) {
                starts = Arrays.copyOf(starts, 2 * size + 1);
                least = Arrays.copyOf(least, 2 * size);
                most = Arrays.copyOf(most, 2 * size);
            }
            if (from + of.length > terms.length) {
                int room = Math.max(2 * terms.length, from + of.length);
                terms = Arrays.copyOf(terms, room);
                coefficients = Arrays.copyOf(coefficients, room);
            }
            System.arraycopy(of, 0, terms, from, of.length);
            System.arraycopy(coefficientOf, 0, coefficients, from, of.length);
            least[size] = leastValue;
            most[size] = mostValue;
            starts[++size] = from + of.length;
            return this;
        }

        /** How many equations there are so far, which is the number that the next one gets. */
        public int size() {
            return size;
        }

        public KnownSums build() {
            return new KnownSums(this);
        }

        private void check(int[] of, long[] coefficientOf, long leastValue, long mostValue) {
            if (of.length != coefficientOf.length) {
                throw new IllegalArgumentException("an equation has one coefficient for each unknown, given "
                        + coefficientOf.length + " for " + of.length);
            }
            if (leastValue > mostValue
                    || Math.abs(leastValue) > Bounds.NO_LIMIT
                    || Math.abs(mostValue) > Bounds.NO_LIMIT) {
                throw new IllegalArgumentException("a sum lies between a least and a greatest value, each under "
                        + Bounds.NO_LIMIT + " in size, given " + leastValue + " and " + mostValue);
            }
            long size = 0;
            for (long coefficient : coefficientOf) {
                if (coefficient == 0 || Math.abs(coefficient) > MOST_COEFFICIENTS) {
                    throw new IllegalArgumentException(
                            "a coefficient is not 0 and under " + MOST_COEFFICIENTS + " in size, given " + coefficient);
                }
                size += Math.abs(coefficient);
            }
            if (size > MOST_COEFFICIENTS) {
                throw new IllegalArgumentException("the coefficients of one equation add up to at most "
                        + MOST_COEFFICIENTS + " in size, given " + size);
            }
            int[] sorted = of.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length; i++) {
                if (sorted[i] < 0 || sorted[i] >= unknowns) {
                    throw new IllegalArgumentException(
                            "unknowns are numbered 0 to " + (unknowns - 1) + ", given " + sorted[i]);
                }
                if (i > 0 && sorted[i] == sorted[i - 1]) {
                    throw new IllegalArgumentException(
                            "an equation names each unknown once, given " + sorted[i] + " twice");
                }
            }
        }

        private static long[] ones(int length) {
            long[] ones = new long[length];
            Arrays.fill(ones, 1);
            return ones;
        }
    }
}
