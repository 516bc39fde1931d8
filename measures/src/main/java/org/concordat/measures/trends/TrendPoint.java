package org.concordat.measures.trends;

import org.concordat.measures.rates.Counts;

/** One period of a series. */
public sealed interface TrendPoint {
    /** The period's year, or its middle where it is several years; finite. */
    double time();

    /**
     * A count of a known number.
     *
     * @param numerator 0 or more, not above {@code denominator}
     * @param denominator above 0
     */
    record Proportion(double time, double numerator, double denominator) implements TrendPoint {
        public Proportion {
            TrendPoint.checkTime(time);
            Counts.part(numerator, denominator);
        }
    }

    /**
     * A figure of any other kind, with how sure it is.
     *
     * @param value finite
     * @param standardError above 0
     */
    record Figure(double time, double value, double standardError) implements TrendPoint {
        public Figure {
            TrendPoint.checkTime(time);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value: expected a finite number, given " + value);
            }
            Counts.population("standard error", standardError);
        }
    }

    private static void checkTime(double time) {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time: expected a finite number of years, given " + time);
        }
    }
}
