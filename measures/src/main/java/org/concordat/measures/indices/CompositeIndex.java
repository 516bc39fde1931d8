package org.concordat.measures.indices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;

/**
 * One figure for each area out of several indicators: the weighted sum of what a method made of them. Higher is worse.
 */
public final class CompositeIndex {
    /** What a method makes of an indicator's figures before they are weighed. */
    interface Transformation {
        double of(int indicator, double given);

        /** What was done, with the numbers used. */
        String words(int indicator, double given);
    }

    private final String method;
    private final Indicators indicators;
    private final Transformation transformation;
    private final double[] weights;
    private final double[] scores;
    private final Ranking ranking;

    private CompositeIndex(
            String method,
            Indicators indicators,
            Transformation transformation,
            double[] weights,
            double[] scores,
            Ranking ranking) {
        this.method = method;
        this.indicators = indicators;
        this.transformation = transformation;
        this.weights = weights;
        this.scores = scores;
        this.ranking = ranking;
    }

    static CompositeIndex of(String method, Indicators indicators, double[] weights, Transformation transformation) {
        indicators.checkSome();
        if (weights.length != indicators.names().size()) {
            throw new IllegalArgumentException(
                    "one weight for each of " + indicators.names().size() + " indicators, given " + weights.length);
        }
        double[] scores = new double[indicators.areas().size()];
        for (int indicator = 0; indicator < weights.length; indicator++) {
            if (!(weights[indicator] > 0) || Double.isInfinite(weights[indicator])) {
                throw new IllegalArgumentException("weights are above 0, given " + weights[indicator] + " for "
                        + indicators.names().get(indicator));
            }
            for (int area = 0; area < scores.length; area++) {
                scores[area] += weights[indicator] * transformation.of(indicator, indicators.at(indicator, area));
            }
        }
        Ranking ranking = Ranking.of(scores, Ranking.Order.HIGHEST_FIRST, Ranking.Ties.FIRST);
        return new CompositeIndex(method, indicators, transformation, weights.clone(), scores, ranking);
    }

    /** In words that can be looked up. */
    public String method() {
        return method;
    }

    /** The areas' codes, in the order in which they came. */
    public List<String> areas() {
        return indicators.areas();
    }

    public double score(int area) {
        return scores[area];
    }

    /** Ranks of the scores, 1 the highest; areas with equal scores share the first of their places. */
    public Ranking ranking() {
        return ranking;
    }

    /** How the score of an area came about. */
    public Working working(int area) {
        var steps = new ArrayList<Working.Step>();
        for (int indicator = 0; indicator < weights.length; indicator++) {
            double given = indicators.at(indicator, area);
            steps.add(new Working.Step(
                    indicators.names().get(indicator),
                    given,
                    transformation.words(indicator, given),
                    transformation.of(indicator, given),
                    weights[indicator]));
        }
        return new Working(areas().get(area), steps, scores[area], ranking.rank(area), scores.length);
    }

    /** How the score of an area came about, by its code. */
    public Working working(String code) {
        int area = areas().indexOf(code);
        if (area < 0) {
            throw new IllegalArgumentException(
                    "the index has " + areas().size() + " areas, and " + code + " is none of them");
        }
        return working(area);
    }

    /** The score as it is published; a composite has no numerator, denominator or interval. */
    public Estimate estimate(int area) {
        return new Estimate(
                OptionalDouble.of(scores[area]),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                method,
                Status.NORMAL);
    }
}
