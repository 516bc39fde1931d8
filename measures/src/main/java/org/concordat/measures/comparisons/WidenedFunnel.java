package org.concordat.measures.comparisons;

import org.concordat.measures.Interval;
import org.concordat.measures.rates.Counts;
import org.concordat.measures.rates.CriticalValues;

/**
 * A funnel whose limits allow for areas that differ by more than chance, so that it shows those which differ from the way
 * areas usually differ. It takes that usual difference as given: it must not be used to say that all is well.
 *
 * <p>Figures are put on a scale on which their standard error, 1 / (2 √size), does not depend on them: the square root of
 * rates and ratios, the arcsine of the square root of proportions. Source: Spiegelhalter, Handling over-dispersion of
 * performance indicators, Quality and Safety in Health Care 14 (2005), 347-351; the scales are those of Spiegelhalter and
 * others, Statistical methods for healthcare regulation, Journal of the Royal Statistical Society A 175 (2012), 1-47.
 *
 * @param average what all areas have together
 * @param excess how much they scatter, on that scale
 */
public record WidenedFunnel(double average, Kind kind, Widening widening, Overdispersion excess) implements Funnel {
    /** What the figures are. */
    public enum Kind {
        PROPORTIONS {
            @Override
            double toScale(double figure) {
                return Math.asin(Math.sqrt(figure));
            }

            @Override
            double fromScale(double onScale) {
                return Math.pow(Math.sin(Math.clamp(onScale, 0, Math.PI / 2)), 2);
            }
        },
        RATES_OR_RATIOS {
            @Override
            double toScale(double figure) {
                return Math.sqrt(figure);
            }

            @Override
            double fromScale(double onScale) {
                return Math.pow(Math.max(0, onScale), 2);
            }
        };

        abstract double toScale(double figure);

        abstract double fromScale(double onScale);

        private void check(double numerator, double denominator) {
            if (this == PROPORTIONS) {
                Counts.part(numerator, denominator);
            } else {
                Counts.count("numerator", numerator);
                Counts.population("denominator", denominator);
            }
        }
    }

    /** How limits are widened. */
    public enum Widening {
        /** Every area's variance is so many times as large: limits of large areas stay close. */
        MULTIPLICATIVE,
        /** Every area has a variance of its own besides chance: limits stay apart however large an area is. */
        ADDITIVE
    }

    public WidenedFunnel {
        kind.check(average, 1);
    }

    /**
     * The funnel of these areas about an average.
     *
     * @param numerators one an area, of at least ten areas
     * @param denominators people, or events expected
     * @param average such as that of all areas together, or 1 for ratios
     */
    public static WidenedFunnel of(
            Kind kind, double[] numerators, double[] denominators, double average, Widening widening) {
        if (numerators.length != denominators.length) {
            throw new IllegalArgumentException(
                    "one denominator for each of " + numerators.length + " numerators, given " + denominators.length);
        }
        double[] figures = new double[numerators.length];
        double[] errors = new double[numerators.length];
        for (int i = 0; i < figures.length; i++) {
            kind.check(numerators[i], denominators[i]);
            figures[i] = kind.toScale(numerators[i] / denominators[i]);
            errors[i] = error(denominators[i]);
        }
        return new WidenedFunnel(
                average,
                kind,
                widening,
                Overdispersion.of(figures, errors, kind.toScale(average), Overdispersion.USUAL_SHARE));
    }

    private static double error(double size) {
        return 1 / (2 * Math.sqrt(Counts.population("size", size)));
    }

    /** The standard deviation of areas of this size about the average, on the scale. */
    private double widened(double size) {
        double variance = Math.pow(error(size), 2);
        return Math.sqrt(
                switch (widening) {
                    case MULTIPLICATIVE -> variance * excess.factor();
                    case ADDITIVE -> variance + excess.between();
                });
    }

    @Override
    public Interval limits(double size, double confidence) {
        double reach = CriticalValues.twoSidedNormal(confidence) * widened(size);
        double middle = kind.toScale(average);
        return new Interval(kind.fromScale(middle - reach), kind.fromScale(middle + reach), confidence);
    }

    @Override
    public Standing standing(double numerator, double denominator) {
        kind.check(numerator, denominator);
        double off = kind.toScale(numerator / denominator) - kind.toScale(average);
        return Standing.by(
                confidence -> off + CriticalValues.twoSidedNormal(confidence) * widened(denominator),
                confidence -> CriticalValues.twoSidedNormal(confidence) * widened(denominator) - off);
    }
}
