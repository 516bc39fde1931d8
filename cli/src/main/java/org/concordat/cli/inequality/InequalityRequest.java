package org.concordat.cli.inequality;

import java.util.List;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.measures.comparisons.Polarity;
import org.concordat.measures.inequality.Simulation;
import org.concordat.measures.inequality.SlopeIndex;
import org.concordat.measures.inequality.ValueScale;

/**
 * What is asked of a table.
 *
 * @param title what the figures are of
 * @param from what makes a group's figure
 * @param deprivation the column that orders areas
 * @param order what stands in that column
 * @param groups into how many groups areas are put, where the column does not say
 * @param by columns each of whose values has an index of its own
 * @param multiplier what figures are expressed for
 * @param polarity which figures are the good ones
 * @param scale on which figures are drawn at random
 */
record InequalityRequest(
        String title,
        From from,
        String deprivation,
        Order order,
        int groups,
        List<String> by,
        double multiplier,
        Polarity polarity,
        ValueScale scale,
        SlopeIndex.Line line,
        Simulation simulation,
        double confidence,
        SmallCounts counts) {
    /** What makes a group's figure. */
    sealed interface From {}

    /** Counts, added up over the areas of a group: of events where {@code events}, else of people who are part of the others. */
    record Counted(String numerator, String denominator, boolean events) implements From {}

    /** Figures of whole groups, with their 95 % intervals. */
    record Given(String value, String lower, String upper, String population) implements From {}

    /** What the column of deprivation holds. */
    enum Order {
        /** Scores, of which the highest is the most deprived. */
        SCORES,
        /** Ranks, 1 the most deprived. */
        RANKS,
        /** Groups already, 1 the most deprived. */
        GROUPS
    }

    /** Turned round where low figures are good, so that above 0, and above 1, the deprived are worse off. */
    double signedMultiplier() {
        return polarity == Polarity.LOW_IS_GOOD ? -multiplier : multiplier;
    }

    /** Which way the indices point. */
    String direction() {
        return switch (polarity) {
            case LOW_IS_GOOD ->
                "The slope is the figure at the most deprived end less that at the least deprived one, the ratio the first over"
                        + " the second: above 0, and above 1, the deprived are worse off.";
            case HIGH_IS_GOOD ->
                "The slope is the figure at the least deprived end less that at the most deprived one, the ratio the first over"
                        + " the second: above 0, and above 1, the deprived are worse off.";
            case NEITHER ->
                "The slope is the figure at the least deprived end less that at the most deprived one, the ratio the first over"
                        + " the second; nothing was said of which figures are good (--polarity).";
        };
    }
}
