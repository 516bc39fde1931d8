package org.concordat.measures.rates;

import org.concordat.measures.Interval;

/** How sure a count of independent events is, if it came about by a Poisson process: the interval of its expectation. */
public enum CountInterval {
    /**
     * What PHEindicatormethods and Fingertips use for rates and ratios: {@link #EXACT} below ten events, {@link #BYAR}
     * from ten on.
     */
    EXACT_BELOW_TEN {
        @Override
        Interval checked(double count, double confidence) {
            return chosen(count).checked(count, confidence);
        }

        @Override
        public String words(double count) {
            return chosen(count).words(count);
        }

        private CountInterval chosen(double count) {
            return count < FEW_EVENTS ? EXACT : BYAR;
        }
    },

    /**
     * Byar's approximation (N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research, volume II, 1987). Has no
     * lower limit for very few events at high confidence, and none for no event: the interval then begins at negative
     * infinity.
     */
    BYAR {
        @Override
        Interval checked(double count, double confidence) {
            double z = CriticalValues.twoSidedNormal(confidence);
            double lower = count == 0 ? -1 : count * cube(1 - 1 / (9 * count) - z / (3 * Math.sqrt(count)));
            double more = count + 1;
            double upper = more * cube(1 - 1 / (9 * more) + z / (3 * Math.sqrt(more)));
            return new Interval(lower < 0 ? Double.NEGATIVE_INFINITY : lower, upper, confidence);
        }

        @Override
        public String words(double count) {
            return "Byar's approximation (Breslow and Day 1987)";
        }
    },

    /** The exact limits by the chi-squared distribution (F. Garwood, Biometrika 28, 1936). */
    EXACT {
        @Override
        Interval checked(double count, double confidence) {
            double tail = (1 - confidence) / 2;
            return new Interval(
                    CriticalValues.poissonMeanBelow(count, tail),
                    CriticalValues.poissonMeanAbove(count, tail),
                    confidence);
        }

        @Override
        public String words(double count) {
            return "exact Poisson interval (Garwood 1936)";
        }
    };

    /** Below so many events Byar's approximation is left for the exact limits, and a standardised rate is not given. */
    public static final int FEW_EVENTS = 10;

    /** The method's name, as it stands beside a figure that rests on {@code count} events. */
    public abstract String words(double count);

    /** The interval around {@code count}, which is 0 or more; in events. */
    public Interval around(double count, double confidence) {
        Counts.count("count", count);
        return checked(count, Counts.confidence(confidence));
    }

    abstract Interval checked(double count, double confidence);

    private static double cube(double value) {
        return value * value * value;
    }
}
