package org.concordat.measures.comparisons;

import java.util.function.DoubleUnaryOperator;
import org.concordat.measures.Interval;
import org.concordat.measures.rates.CountInterval;
import org.concordat.measures.rates.Counts;
import org.concordat.measures.rates.CriticalValues;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.special.Gamma;

/**
 * Within what limits areas of one size would lie if all were alike and only chance set them apart. Small areas scatter widely, so
 * that the limits have the shape of a funnel; a list by rank would put the smallest at both its ends.
 *
 * <p>Figures are as counted, for one person or one event expected; callers multiply.
 */
public sealed interface Funnel permits Funnel.Proportions, Funnel.Events, WidenedFunnel {
    /** The two confidences that funnels are drawn at, about two and three standard errors. */
    double INNER = .95;

    /** The outer one. */
    double OUTER = .998;

    /** What all areas would have. */
    double average();

    /**
     * The limits for an area of this size.
     *
     * @param size its denominator: people, or events expected; above 0
     */
    Interval limits(double size, double confidence);

    /** Where an area lies. */
    Standing standing(double numerator, double denominator);

    /** The funnel of proportions, about the share {@code average} of all areas together. */
    static Funnel ofProportions(double average) {
        return new Proportions(average);
    }

    /** The funnel of rates, about the rate {@code average} of all areas together, for one person. */
    static Funnel ofRates(double average) {
        return new Events(average);
    }

    /** The funnel of ratios of observed to expected events, about 1. */
    static Funnel ofRatios() {
        return new Events(1);
    }

    /** Where an area lies in a funnel, by the limits it crosses. */
    enum Standing {
        /** Above the outer limit: one area in a thousand by chance. */
        FAR_ABOVE("far above"),
        /** Above the inner limit: one in forty. */
        ABOVE("above"),
        /** Within the inner limits. */
        WITHIN("within"),
        /** Below the inner limit. */
        BELOW("below"),
        /** Below the outer limit. */
        FAR_BELOW("far below");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** As it stands in a table. */
        public String words() {
            return words;
        }

        /**
         * @param aboveLower how far the area is above the lower limit of a confidence
         * @param belowUpper how far it is below the upper one
         */
        static Standing by(DoubleUnaryOperator aboveLower, DoubleUnaryOperator belowUpper) {
            if (aboveLower.applyAsDouble(OUTER) < 0) {
                return FAR_BELOW;
            }
            if (belowUpper.applyAsDouble(OUTER) < 0) {
                return FAR_ABOVE;
            }
            if (aboveLower.applyAsDouble(INNER) < 0) {
                return BELOW;
            }
            return belowUpper.applyAsDouble(INNER) < 0 ? ABOVE : WITHIN;
        }
    }

    /** Limits by the normal approximation, never outside 0 to 1. */
    record Proportions(double average) implements Funnel {
        public Proportions {
            if (!(average >= 0 && average <= 1)) {
                throw new IllegalArgumentException("an average proportion lies between 0 and 1, given " + average);
            }
        }

        @Override
        public Interval limits(double size, double confidence) {
            Counts.population("size", size);
            double reach = CriticalValues.twoSidedNormal(confidence) * Math.sqrt(average * (1 - average) / size);
            return new Interval(Math.max(0, average - reach), Math.min(1, average + reach), confidence);
        }

        @Override
        public Standing standing(double numerator, double denominator) {
            Counts.part(numerator, denominator);
            double value = numerator / denominator;
            return Standing.by(
                    confidence -> value - limits(denominator, confidence).lower(),
                    confidence -> limits(denominator, confidence).upper() - value);
        }
    }

    /** Exact limits of Poisson counts; where an area stands is told by its count's interval, as Fingertips does. */
    record Events(double average) implements Funnel {
        private static final int MOST_STEPS = 200;
        private static final double STEP_ACCURACY = 1e-12;

        public Events {
            Counts.population("average rate", average);
        }

        @Override
        public Interval limits(double size, double confidence) {
            double expected = Counts.population("size", size) * average;
            double tail = (1 - Counts.confidence(confidence)) / 2;
            double far = expected + 12 * Math.sqrt(expected) + 40;
            // The count, not always whole, whose own exact limit is just the count expected.
            double upper = root(count -> Gamma.regularizedGammaP(count, expected) - tail, far);
            double lower = Math.exp(-expected) > tail
                    ? 0
                    : root(more -> Gamma.regularizedGammaQ(more, expected) - tail, far) - 1;
            return new Interval(Math.max(0, lower) / size, upper / size, confidence);
        }

        private static double root(DoubleUnaryOperator function, double far) {
            return new BracketingNthOrderBrentSolver(STEP_ACCURACY, STEP_ACCURACY, STEP_ACCURACY, 5)
                    .solve(MOST_STEPS, function::applyAsDouble, 1e-9, far, AllowedSolution.ANY_SIDE);
        }

        @Override
        public Standing standing(double numerator, double denominator) {
            double expected = Counts.population("denominator", denominator) * average;
            Counts.count("numerator", numerator);
            return Standing.by(
                    confidence -> interval(numerator, confidence).upper() - expected,
                    confidence -> expected - interval(numerator, confidence).lower());
        }

        private static Interval interval(double count, double confidence) {
            return CountInterval.EXACT_BELOW_TEN.around(count, confidence);
        }
    }
}
