package org.concordat.measures.indices;

import static org.concordat.measures.indices.Working.plain;

import java.util.List;
import java.util.Locale;

/**
 * The weighted sum of z-scores: how many standard deviations each figure lies above the mean of all areas. The standard
 * deviation is that of all areas (divided by N), since they are no sample. Simple and open to outliers: one wild figure
 * shrinks all others of its indicator.
 */
public final class ZScoreIndex {
    /** Which figures of an indicator are the worse ones. */
    public enum Worse {
        HIGH,
        LOW
    }

    private static final String METHOD = "weighted sum of z-scores (standard deviation of all areas)";

    private ZScoreIndex() {}

    /**
     * The index.
     *
     * @param weights one an indicator, above 0
     * @param worse one an indicator: z-scores of indicators whose low figures are the worse ones are turned round
     */
    public static CompositeIndex of(Indicators indicators, double[] weights, List<Worse> worse) {
        int count = indicators.names().size();
        if (worse.size() != count) {
            throw new IllegalArgumentException(
                    "which figures are worse is said for each of " + count + " indicators, given " + worse.size());
        }
        double[] means = new double[count];
        double[] deviations = new double[count];
        for (int indicator = 0; indicator < count; indicator++) {
            indicators.checkVaries(indicator);
            double[] figures = indicators.column(indicator);
            means[indicator] = Moments.mean(figures);
            deviations[indicator] = Moments.deviation(figures, means[indicator]);
        }
        return CompositeIndex.of(METHOD, indicators, weights, new CompositeIndex.Transformation() {
            @Override
            public double of(int indicator, double given) {
                double z = (given - means[indicator]) / deviations[indicator];
                return worse.get(indicator) == Worse.HIGH ? z : -z;
            }

            @Override
            public String words(int indicator, double given) {
                return String.format(
                        Locale.ROOT,
                        "%s less the mean %.6f, divided by the standard deviation %.6f%s, gives %.4f",
                        plain(given),
                        means[indicator],
                        deviations[indicator],
                        worse.get(indicator) == Worse.HIGH ? "" : ", turned round because low is worse",
                        of(indicator, given));
            }
        });
    }
}
