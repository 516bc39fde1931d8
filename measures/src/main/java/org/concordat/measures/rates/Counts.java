package org.concordat.measures.rates;

/** What counts, populations, multipliers and confidences must be, said once for every measure. */
public final class Counts {
    private Counts() {}

    /** {@code value}, which counts something: finite and 0 or more. Sums of weights count as well, so it need not be whole. */
    public static double count(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + ": expected a finite count of 0 or more, given " + value);
        }
        return value;
    }

    /** {@code value}, by which something is divided: finite and above 0. */
    public static double population(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + ": expected a finite number above 0, given " + value);
        }
        return value;
    }

    /** A part of a whole: both counts, and the part not above the whole. */
    public static void part(double numerator, double denominator) {
        count("numerator", numerator);
        population("denominator", denominator);
        if (numerator > denominator) {
            throw new IllegalArgumentException("a proportion's numerator is part of its denominator, given " + numerator
                    + " of " + denominator + "; where events can be more than people, ask for a rate or a ratio");
        }
    }

    /** {@code confidence} of an interval, above 0 and below 1. */
    public static double confidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence lies between 0 and 1, both excluded, such as .95; given " + confidence);
        }
        return confidence;
    }
}
