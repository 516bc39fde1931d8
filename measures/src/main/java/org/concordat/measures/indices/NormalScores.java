package org.concordat.measures.indices;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Figures turned into those a normal distribution would have at their ranks, so that no outlier rules a domain: the point
 * below which rank / (N + 1) of a standard normal lies (van der Waerden 1952). Equal figures share the mean of their ranks.
 */
public final class NormalScores {
    private NormalScores() {}

    /** The normal score of each figure; the lowest figure has the lowest score. */
    public static double[] of(double[] figures) {
        var normal = new NormalDistribution();
        double[] scores = Ranking.of(figures, Ranking.Order.LOWEST_FIRST, Ranking.Ties.MEAN)
                .ranks();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = normal.inverseCumulativeProbability(scores[i] / (scores.length + 1));
        }
        return scores;
    }
}
