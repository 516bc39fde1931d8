package org.concordat.measures.rates;

import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;

/**
 * The three plain figures of public health: a proportion of a group, a rate of events for a population, and a ratio of what
 * happened to what was expected. None of them allows for age; see {@code standardised}.
 *
 * <p>The multiplier is what the figure is expressed for: 1, 100 for a percentage, 100,000 for a rate.
 */
public final class Rates {
    private Rates() {}

    /** How many of {@code denominator} are {@code numerator}, times {@code multiplier}. */
    public static Estimate proportion(
            double numerator, double denominator, double multiplier, double confidence, ProportionInterval method) {
        Counts.population("multiplier", multiplier);
        Interval interval = method.around(numerator, denominator, confidence).times(multiplier);
        return Estimate.of(numerator / denominator * multiplier, numerator, denominator, interval, method.words());
    }

    /**
     * How many events there were for each {@code multiplier} of the population; may be above the multiplier, since one
     * person can have many.
     */
    public static Estimate rate(
            double events, double population, double multiplier, double confidence, CountInterval method) {
        Counts.count("events", events);
        Counts.population("population", population);
        Counts.population("multiplier", multiplier);
        Interval interval = method.around(events, confidence).times(multiplier / population);
        return Estimate.of(events / population * multiplier, events, population, interval, method.words(events));
    }

    /** How many times as many events were observed as {@code expected}, times {@code multiplier} (1 or 100). */
    public static Estimate ratio(
            double observed, double expected, double multiplier, double confidence, CountInterval method) {
        Counts.count("observed", observed);
        Counts.population("expected", expected);
        Counts.population("multiplier", multiplier);
        Interval interval = method.around(observed, confidence).times(multiplier / expected);
        return Estimate.of(observed / expected * multiplier, observed, expected, interval, method.words(observed));
    }
}
