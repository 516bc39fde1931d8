package org.concordat.measures.indices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the score of one area came about, step by step with the very numbers used.
 *
 * @param area its code
 * @param steps one an indicator, in the order of the indicators
 * @param score the sum of the steps' contributions
 * @param rank among the areas compared, 1 the highest score
 * @param areas how many were compared
 */
public record Working(String area, List<Step> steps, double score, double rank, int areas) {
    /**
     * What one indicator adds.
     *
     * @param indicator its name
     * @param given the figure as it came
     * @param how what was done to it, in words and numbers
     * @param transformed what that gave
     * @param weight what it is multiplied by
     */
    public record Step(String indicator, double given, String how, double transformed, double weight) {
        /** What the indicator adds to the score. */
        public double contribution() {
            return transformed * weight;
        }
    }

    public Working {
        steps = List.copyOf(steps);
    }

    /** One line a step and one for the score, as an analyst would write them down. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (Step step : steps) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: %s; times the weight %s adds %.4f",
                    step.indicator(),
                    step.how(),
                    plain(step.weight()),
                    step.contribution()));
        }
        lines.add(String.format(Locale.ROOT, "score: the sum, %.4f; rank %s of %d", score, plain(rank), areas));
        return lines;
    }

    /** A number without needless digits: 7, 7.5, .1667. */
    static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        return String.format(Locale.ROOT, "%.6f", number).replaceAll("0+$", "");
    }
}
