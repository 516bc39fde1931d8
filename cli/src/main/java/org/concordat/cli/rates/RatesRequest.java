package org.concordat.cli.rates;

import java.util.Optional;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.comparisons.Polarity;
import org.concordat.measures.comparisons.QuantileGroups;
import org.concordat.measures.comparisons.WidenedFunnel.Widening;
import org.concordat.measures.rates.CountInterval;
import org.concordat.measures.rates.ProportionInterval;
import org.concordat.measures.standardised.StandardPopulation;

/**
 * What is asked of a table.
 *
 * @param title what the figures are of, where no column says
 * @param unit what is counted, as the column {@code unit} says it
 * @param reference the area whose rates are taken for those expected
 * @param benchmark the area beside which all others are put
 * @param counts which are hidden
 * @param groups into how many groups areas are put by the rank of their figure; 0 for none
 * @param widening how the funnel allows for areas that scatter by more than chance; empty where it does not
 */
record RatesRequest(
        Columns columns,
        String title,
        String unit,
        RateMethod method,
        double multiplier,
        ProportionInterval ofProportions,
        CountInterval ofCounts,
        StandardPopulation standard,
        Optional<String> reference,
        Optional<String> benchmark,
        Polarity polarity,
        double confidence,
        SmallCounts counts,
        int groups,
        Optional<Widening> widening) {

    /** Which column holds what. */
    record Columns(
            String areaCode,
            String areaName,
            String indicator,
            String sex,
            String period,
            String age,
            String numerator,
            String denominator) {}

    /** Whether a count of people is so small that it could tell something about one of them. */
    boolean small(double count) {
        return counts.small(count);
    }

    /** Which end of the figures the first group holds: the worse one where it is known. */
    QuantileGroups.First firstGroup() {
        return polarity == Polarity.HIGH_IS_GOOD ? QuantileGroups.First.LOWEST : QuantileGroups.First.HIGHEST;
    }

    /** What the numbers of the groups mean. */
    String groupWords() {
        return "groups of about equal size by the rank of the figure, 1 the "
                + switch (polarity) {
                    case HIGH_IS_GOOD -> "lowest figures, which are the worse ones";
                    case LOW_IS_GOOD -> "highest figures, which are the worse ones";
                    case NEITHER -> "highest figures";
                };
    }

    String measure() {
        return method.measure(multiplier);
    }
}
