package org.concordat.measures.inequality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;
import org.concordat.measures.Status;
import org.concordat.measures.rates.Counts;
import org.hipparchus.random.Well19937c;

/**
 * The slope and the relative index of inequality: a line through the quantiles' figures, each standing at the middle of its
 * share of the population and weighing as much, read at both ends of the population.
 *
 * @param slope the figure at the most advantaged end less that at the least, times the multiplier
 * @param ratio the figure at the most advantaged end over that at the least; the other way round for a negative multiplier
 * @param atLeastAdvantaged the line's figure at the least advantaged end, in the unit of the quantiles' figures
 * @param atMostAdvantaged the same at the most advantaged end
 * @param straightOn the scale on which the line is straight
 */
public record SlopeIndex(
        Estimate slope, Estimate ratio, double atLeastAdvantaged, double atMostAdvantaged, ValueScale straightOn) {
    private static final int FEWEST = 5;
    private static final int MOST = 100;

    /** Which line is drawn. */
    public enum Line {
        /** Straight through the figures themselves. */
        STRAIGHT,
        /** Straight on the figures' scale: rates then change by a factor, proportions by log odds, along the ranks. */
        STRAIGHT_ON_SCALE
    }

    /**
     * The indices of one place.
     *
     * @param quantiles 5 to 100, from the least to the most advantaged
     * @param scale on which the figures' standard errors are
     * @param multiplier what the slope is expressed for, such as 100 for percentages; a negative one turns the direction
     *     round, for figures of which more is worse
     */
    public static SlopeIndex of(
            List<DeprivationQuantile> quantiles,
            ValueScale scale,
            Line line,
            double multiplier,
            Simulation simulation,
            double confidence) {
        if (quantiles.size() < FEWEST || quantiles.size() > MOST) {
            throw new IllegalArgumentException("a slope index needs 5 to 100 quantiles, given " + quantiles.size());
        }
        if (multiplier == 0 || !Double.isFinite(multiplier)) {
            throw new IllegalArgumentException("multiplier: expected a finite number but 0, given " + multiplier);
        }
        Counts.confidence(confidence);
        double[] onScale =
                quantiles.stream().mapToDouble(q -> scale.toScale(q.value())).toArray();
        double[] errors = quantiles.stream()
                .mapToDouble(DeprivationQuantile::standardError)
                .toArray();
        Fit fit = new Fit(
                quantiles.stream().mapToDouble(DeprivationQuantile::population).toArray(), scale, line);
        Ends ends = fit.through(onScale);
        double[] slopes = new double[simulation.repetitions()];
        double[] ratios = new double[simulation.repetitions()];
        Well19937c random = new Well19937c(simulation.seed());
        double[] drawn = new double[onScale.length];
        for (int i = 0; i < slopes.length; i++) {
            for (int q = 0; q < drawn.length; q++) {
                drawn[q] = onScale[q] + errors[q] * random.nextGaussian();
            }
            Ends simulated = line == Line.STRAIGHT ? fit.through(drawn) : fit.turnedAboutTheMiddle(onScale, drawn);
            slopes[i] = simulated.slope() * multiplier;
            ratios[i] = simulated.ratio(multiplier);
        }
        String how = " (Low and Low 2004)"
                + (line == Line.STRAIGHT ? "" : ", fitted on a scale of " + scale.words())
                + ", interval of " + simulation.repetitions() + " simulations with seed " + simulation.seed();
        return new SlopeIndex(
                estimate(ends.slope() * multiplier, slopes, confidence, "slope index of inequality" + how),
                estimate(ends.ratio(multiplier), ratios, confidence, "relative index of inequality" + how),
                ends.least(),
                ends.most(),
                line == Line.STRAIGHT ? ValueScale.PLAIN : scale);
    }

    /**
     * The line's figure for those below whom this share of the population is less advantaged.
     *
     * @param share from 0 (the least advantaged) to 1
     */
    public double at(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: expected from 0 to 1, given " + share);
        }
        double least = straightOn.toScale(atLeastAdvantaged);
        return straightOn.fromScale(least + share * (straightOn.toScale(atMostAdvantaged) - least));
    }

    /** Where a ratio would divide by nothing, or nearly, there is none. */
    private static Estimate estimate(double value, double[] simulated, double confidence, String method) {
        Arrays.sort(simulated);
        double tail = (1 - confidence) / 2;
        double lower = quantile(simulated, tail);
        double upper = quantile(simulated, 1 - tail);
        boolean finite = Double.isFinite(value) && Double.isFinite(lower) && Double.isFinite(upper);
        return new Estimate(
                finite ? OptionalDouble.of(value) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                finite ? Optional.of(new Interval(lower, upper, confidence)) : Optional.empty(),
                method,
                finite ? Status.NORMAL : Status.NOT_APPLICABLE);
    }

    /** Between the two sorted values on either side of the share {@code at}. */
    private static double quantile(double[] sorted, double at) {
        double position = (sorted.length - 1) * at;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The line's figures at both ends of the population. */
    private record Ends(double least, double most) {
        double slope() {
            return most - least;
        }

        double ratio(double multiplier) {
            return multiplier < 0 ? least / most : most / least;
        }
    }

    /** Weighted least squares on ranks that stay while figures are drawn anew, so that its weights are worked out once. */
    private static final class Fit {
        private final ValueScale scale;
        private final Line line;
        private final double[] share;
        private final double[] pull;
        private final double meanRank;

        Fit(double[] populations, ValueScale scale, Line line) {
            this.scale = scale;
            this.line = line;
            double all = Arrays.stream(populations).sum();
            share = new double[populations.length];
            double[] rank = new double[populations.length];
            double before = 0;
            double mean = 0;
            for (int i = 0; i < share.length; i++) {
                share[i] = populations[i] / all;
                rank[i] = before + share[i] / 2;
                before += share[i];
                mean += share[i] * rank[i];
            }
            meanRank = mean;
            double spread = 0;
            for (int i = 0; i < share.length; i++) {
                spread += share[i] * (rank[i] - mean) * (rank[i] - mean);
            }
            pull = new double[share.length];
            for (int i = 0; i < share.length; i++) {
                pull[i] = share[i] * (rank[i] - mean) / spread;
            }
        }

        /** @param onScale one figure a quantile */
        Ends through(double[] onScale) {
            double slope = slope(onScale);
            double least = mean(onScale) - slope * meanRank;
            return ends(least, least + slope);
        }

        /**
         * The line through {@code onScale} with the slope of the one through {@code drawn}, about the middle of all ranks:
         * how PHEindicatormethods carries a slope's limits back from the scale.
         */
        Ends turnedAboutTheMiddle(double[] onScale, double[] drawn) {
            double middle = mean(onScale) + slope(onScale) * (.5 - meanRank);
            double slope = slope(drawn);
            return ends(middle - slope / 2, middle + slope / 2);
        }

        private Ends ends(double least, double most) {
            return line == Line.STRAIGHT
                    ? new Ends(least, most)
                    : new Ends(scale.fromScale(least), scale.fromScale(most));
        }

        private double mean(double[] onScale) {
            double mean = 0;
            for (int i = 0; i < share.length; i++) {
                mean += share[i] * figure(onScale[i]);
            }
            return mean;
        }

        private double slope(double[] onScale) {
            double slope = 0;
            for (int i = 0; i < share.length; i++) {
                slope += pull[i] * figure(onScale[i]);
            }
            return slope;
        }

        /** The figure that the line goes through. */
        private double figure(double onScale) {
            return line == Line.STRAIGHT ? scale.fromScale(onScale) : onScale;
        }
    }
}
