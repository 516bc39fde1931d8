package org.concordat.cli.rates;

import java.util.Optional;
import org.concordat.measures.comparisons.Polarity;
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
 * @param threshold counts from 1 up to one less are hidden; 1 hides none
 * @param shownBecause the reason why nothing is hidden; empty where it is
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
        long threshold,
        String shownBecause) {

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
        return count > 0 && count < threshold;
    }

    String measure() {
        return method.measure(multiplier);
    }
}
