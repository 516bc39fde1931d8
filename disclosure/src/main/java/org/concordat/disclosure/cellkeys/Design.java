package org.concordat.disclosure.cellkeys;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How counts are changed: by at most so much, without bias, with a fixed variance, never to a small count that is not to be
 * published; and otherwise with as much left open as possible. Of all distributions that keep these rules, the one of largest
 * entropy is taken (Marley and Leaver 2011, "A method for confidentialising user-defined tables"; Giessing 2016,
 * "Computational issues in the design of transition probabilities and disclosure risk estimation for additive noise").
 *
 * @param largestChange D: no count is changed by more; 1 or more
 * @param variance V: of the change, above 0, the same for every count
 * @param leastPublished j_s: results from 1 to this do not occur; 0 where any result may
 */
public record Design(int largestChange, double variance, int leastPublished) {
    private static final int MOST = 1_000;
    private static final int STEPS = 500;
    private static final double EXACT = 1e-13;

    public Design {
        if (largestChange < 1 || largestChange > MOST || leastPublished < 0 || leastPublished > MOST) {
            throw new IllegalArgumentException(
                    "the largest change is from 1 and the least published result from 0, both to " + MOST + "; given "
                            + largestChange + " and " + leastPublished);
        }
        if (!(variance > 0 && variance < (double) largestChange * largestChange)) {
            throw new IllegalArgumentException(
                    "a variance lies above 0 and below the square of the largest change, given " + variance
                            + " with a largest change of " + largestChange);
        }
    }

    /** The changes that one count may get, ascending, with their probabilities, which come to 1. */
    public static final class Changes {
        private final int[] changes;
        private final double[] probabilities;

        private Changes(int[] changes, double[] probabilities) {
            this.changes = changes;
            this.probabilities = probabilities;
        }

        public int size() {
            return changes.length;
        }

        public int change(int index) {
            return changes[index];
        }

        public double probability(int index) {
            return probabilities[index];
        }

        /** How probable a change is; 0 for one that cannot be. */
        public double of(int change) {
            return IntStream.range(0, changes.length)
                    .filter(i -> changes[i] == change)
                    .mapToDouble(i -> probabilities[i])
                    .sum();
        }
    }

    /**
     * The changes of a count.
     *
     * @param count from 1
     * @throws IllegalArgumentException where no distribution keeps all rules for this count; the message says which variances
     *     would do
     */
    public Changes changes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a count is 1 or more, given " + count);
        }
        int[] changes = IntStream.rangeClosed(Math.max(0, count - largestChange), count + largestChange)
                .filter(result -> result == 0 || result > leastPublished)
                .map(result -> result - count)
                .toArray();
        requirePossible(count, changes);
        return new Changes(changes, largestEntropy(count, changes));
    }

    /** Without bias the variance is least on the two changes next to 0, and largest on the two outermost. */
    private void requirePossible(int count, int[] changes) {
        int below = IntStream.of(changes).filter(change -> change <= 0).max().orElse(1);
        int above = IntStream.of(changes).filter(change -> change >= 0).min().orElse(-1);
        double least = -(double) below * above;
        double most = -(double) changes[0] * changes[changes.length - 1];
        boolean free = changes.length > 2 && variance > least && variance < most;
        if (!free && !(changes.length == 2 && Math.abs(variance - most) < EXACT)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "with changes up to %d and no result from 1 to %d, the count %d can be changed without bias only with a"
                            + " variance above %s and below %s, given %s",
                    largestChange,
                    leastPublished,
                    count,
                    least,
                    most,
                    variance));
        }
    }

    /**
     * Largest entropy under a given mean and variance has the form exp(a d + b d²). The two numbers are where a convex function
     * is least, which Newton's steps find, halved where one would lead upwards.
     */
    private double[] largestEntropy(int count, int[] changes) {
        double linear = 0;
        double square = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] chances = chances(changes, linear, square);
            double mean = moment(changes, chances, 1);
            double second = moment(changes, chances, 2);
            if (Math.abs(mean) < EXACT && Math.abs(second - variance) < EXACT * Math.max(1, variance)) {
                return chances;
            }
            double third = moment(changes, chances, 3);
            double fourth = moment(changes, chances, 4);
            double ll = second - mean * mean;
            double ls = third - mean * second;
            double ss = fourth - second * second;
            double determinant = ll * ss - ls * ls;
            double towardsLinear = (ss * mean - ls * (second - variance)) / determinant;
            double towardsSquare = (ll * (second - variance) - ls * mean) / determinant;
            double before = height(changes, linear, square);
            double share = 1;
            while (share > EXACT
                    && height(changes, linear - share * towardsLinear, square - share * towardsSquare) > before) {
                share /= 2;
            }
            linear -= share * towardsLinear;
            square -= share * towardsSquare;
        }
        throw new IllegalArgumentException("no changes of the count " + count + " were found for a variance of "
                + variance + ", which is too near to what is possible at all; take another");
    }

    private double height(int[] changes, double linear, double square) {
        double largest = largestExponent(changes, linear, square);
        double sum = 0;
        for (int change : changes) {
            sum += Math.exp(exponent(change, linear, square) - largest);
        }
        return Math.log(sum) + largest - square * variance;
    }

    private static double exponent(int change, double linear, double square) {
        return linear * change + square * change * change;
    }

    private static double largestExponent(int[] changes, double linear, double square) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int change : changes) {
            largest = Math.max(largest, exponent(change, linear, square));
        }
        return largest;
    }

    private static double[] chances(int[] changes, double linear, double square) {
        double largest = largestExponent(changes, linear, square);
        double[] chances = new double[changes.length];
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = Math.exp(exponent(changes[i], linear, square) - largest);
            sum += chances[i];
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    private static double moment(int[] changes, double[] chances, int power) {
        double moment = 0;
        for (int i = 0; i < chances.length; i++) {
            moment += chances[i] * Math.pow(changes[i], power);
        }
        return moment;
    }
}
