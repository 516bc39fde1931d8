package org.concordat.measures.rates;

import org.concordat.measures.Interval;

/** How sure a proportion is: the two methods in use for a count out of a known number. */
public enum ProportionInterval {
    /**
     * Wilson's score interval (E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal
     * of the American Statistical Association 22, 1927). The field's default: near its confidence also for few and for
     * none, and never outside 0 to 1.
     */
    WILSON("Wilson score interval (Wilson 1927)") {
        @Override
        Interval checked(double numerator, double denominator, double confidence) {
            double z = CriticalValues.twoSidedNormal(confidence);
            double centre = 2 * numerator + z * z;
            double reach = z * Math.sqrt(z * z + 4 * numerator * (1 - numerator / denominator));
            // As a quotient, since the difference of two near numbers would lose the digits of a small share.
            double lower = 2 * numerator * numerator / (denominator * (centre + reach));
            double upper = (centre + reach) / (2 * (denominator + z * z));
            return new Interval(lower, Math.min(1, upper), confidence);
        }
    },

    /**
     * The exact interval of C. J. Clopper and E. S. Pearson (Biometrika 26, 1934). Never covers less than it says, and
     * so is wider than it need be; for when a figure must stand up to a lawyer.
     */
    CLOPPER_PEARSON("exact interval (Clopper and Pearson 1934)") {
        @Override
        Interval checked(double numerator, double denominator, double confidence) {
            double tail = (1 - confidence) / 2;
            double others = denominator - numerator;
            double lower = numerator == 0 ? 0 : CriticalValues.beta(numerator, others + 1, tail);
            double upper = others == 0 ? 1 : CriticalValues.beta(numerator + 1, others, 1 - tail);
            return new Interval(lower, upper, confidence);
        }
    };

    private final String words;

    ProportionInterval(String words) {
        this.words = words;
    }

    /** The method's name, as it stands beside a figure. */
    public String words() {
        return words;
    }

    /**
     * The interval around a proportion, from 0 to 1.
     *
     * @param numerator 0 or more, not above {@code denominator}
     * @param denominator above 0
     */
    public Interval around(double numerator, double denominator, double confidence) {
        Counts.part(numerator, denominator);
        return checked(numerator, denominator, Counts.confidence(confidence));
    }

    abstract Interval checked(double numerator, double denominator, double confidence);
}
