package org.concordat.disclosure.audit;

import java.util.Arrays;

/**
 * How much is added to a count to perturb it, as a probability for each whole number from {@code least} upwards.
 *
 * <p>For cell keys this is the row of the perturbation table that holds for counts beyond the smallest.
 */
public final class Noise {
    private static final double CLOSE = 1e-6;

    private final int least;
    private final double[] probabilities;

    private Noise(int least, double[] probabilities) {
        this.least = least;
        this.probabilities = probabilities;
    }

    /**
     * A distribution.
     *
     * @param least the most that is taken away, 0 or below
     * @param probabilities of adding {@code least}, one more, and so on; they add up to 1 and their mean is 0, so that
     *     published figures are right on average
     */
    public static Noise of(int least, double... probabilities) {
        return of(least, probabilities, CLOSE);
    }

    /**
     * The distribution of a change that a random key looks up. Probabilities are parts of the number of keys then, so the mean
     * may be off 0 by what rounding them brings.
     *
     * @param least the most that is taken away, 0 or below
     * @param keys how many keys lead to {@code least}, to one more, and so on
     */
    public static Noise ofKeys(int least, long... keys) {
        double all = Arrays.stream(keys).sum();
        return of(
                least, Arrays.stream(keys).mapToDouble(each -> each / all).toArray(), CLOSE + keys.length / (2 * all));
    }

    private static Noise of(int least, double[] probabilities, double close) {
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0)) {
                throw new IllegalArgumentException("a probability is 0 or more, given " + probabilities[i]);
            }
            sum += probabilities[i];
            mean += probabilities[i] * (least + i);
        }
        if (Math.abs(sum - 1) > CLOSE || Math.abs(mean) > close) {
            throw new IllegalArgumentException(
                    "probabilities of noise add up to 1 and have mean 0, given sum " + sum + " and mean " + mean);
        }
        return new Noise(least, probabilities.clone());
    }

    /** The most that is taken away, 0 or below. */
    public int least() {
        return least;
    }

    /** The most that is added. */
    public int most() {
        return least + probabilities.length - 1;
    }

    /** How likely it is that {@code added} is added. */
    public double probability(int added) {
        int place = added - least;
        return place < 0 || place >= probabilities.length ? 0 : probabilities[place];
    }

    /** The sum of this and of {@code other}, drawn independently. */
    public Noise plus(Noise other) {
        double[] sum = new double[probabilities.length + other.probabilities.length - 1];
        for (int i = 0; i < probabilities.length; i++) {
            for (int j = 0; j < other.probabilities.length; j++) {
                sum[i + j] += probabilities[i] * other.probabilities[j];
            }
        }
        return new Noise(least + other.least, sum);
    }

    /** How often an attacker is right who sees one perturbed figure and names the likeliest count. */
    public double guessing() {
        return Arrays.stream(probabilities).max().orElseThrow();
    }

    /** The same of one who also sees the count with {@code other} noise, independent of this. */
    public double guessingWith(Noise other) {
        double right = 0;
        // For each difference between the two figures that can come about, the likeliest count is named.
        for (int difference = other.least - most(); difference <= other.most() - least; difference++) {
            double likeliest = 0;
            for (int added = least; added <= most(); added++) {
                likeliest = Math.max(likeliest, probability(added) * other.probability(added + difference));
            }
            right += likeliest;
        }
        return right;
    }
}
