package org.concordat.measures.indices;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * What weight each indicator of a domain gets when one thing unseen (such as ill health) is taken to lie behind them all:
 * maximum-likelihood factor analysis with one factor.
 *
 * <p>Needs at least three indicators that vary, over more areas than indicators. Standardises them itself; for the Indices of
 * Deprivation hand in {@link NormalScores}. Found by Lawley's iteration (Jöreskog, Psychometrika 32 (1967), 443-482), which
 * alternates between the first eigenvector of the scaled correlations and what it leaves unexplained. Weights are those
 * of regression factor scores, scaled to add up to 1.
 */
public final class FactorWeights {
    private static final double LEAST_UNIQUENESS = .005;
    private static final int MOST_ROUNDS = 20_000;

    /** Whether a factor was found; sealed, so that nobody mistakes a failure for weights. */
    public sealed interface Answer {}

    /**
     * A factor with its weights.
     *
     * @param loadings correlations of the indicators with the factor; the sign that makes their sum positive
     * @param uniquenesses the share of each indicator's variance that the factor does not explain
     * @param weights of the standardised indicators, adding up to 1; below 0 where an indicator runs against the others
     * @param against indicators that run against the others, and so must be turned round or left out of an index
     */
    public record Found(double[] loadings, double[] uniquenesses, double[] weights, List<String> against)
            implements Answer {
        public Found {
            against = List.copyOf(against);
        }
    }

    /** No factor, for a reason to be shown. */
    public record NotFound(String reason) implements Answer {}

    private FactorWeights() {}

    /** Looks for the factor behind indicators. */
    public static Answer of(Indicators indicators) {
        int count = indicators.names().size();
        int areas = indicators.areas().size();
        if (count < 3 || areas <= count) {
            throw new IllegalArgumentException(
                    "a factor is looked for behind at least three indicators, over more areas than indicators, given "
                            + count + " indicators and " + areas + " areas");
        }
        double[][] correlations = correlations(indicators);
        double[] uniquenesses = new double[count];
        Arrays.fill(uniquenesses, .5);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] loadings = loadings(correlations, uniquenesses);
            double moved = 0;
            for (int i = 0; i < count; i++) {
                double next = 1 - loadings[i] * loadings[i];
                if (next < LEAST_UNIQUENESS) {
                    return new NotFound(indicators.names().get(i)
                            + " is explained wholly by the others (a Heywood case); leave it out, or weigh by hand");
                }
                moved = Math.max(moved, Math.abs(next - uniquenesses[i]));
                uniquenesses[i] = next;
            }
            if (moved < 1e-13) {
                return found(indicators, loadings, uniquenesses);
            }
        }
        return new NotFound("no factor was settled on within " + MOST_ROUNDS
                + " rounds; the indicators have too little in common, so weigh them by hand");
    }

    private static double[] loadings(double[][] correlations, double[] uniquenesses) {
        int count = uniquenesses.length;
        double[][] scaled = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                scaled[i][j] = correlations[i][j] / Math.sqrt(uniquenesses[i] * uniquenesses[j]);
            }
        }
        var eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(scaled, false));
        double first = Math.sqrt(Math.max(0, eigen.getEigenvalue(0) - 1));
        double[] loadings = eigen.getEigenvector(0).toArray();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            loadings[i] *= first * Math.sqrt(uniquenesses[i]);
            sum += loadings[i];
        }
        if (sum < 0) {
            for (int i = 0; i < count; i++) {
                loadings[i] = -loadings[i];
            }
        }
        return loadings;
    }

    private static Answer found(Indicators indicators, double[] loadings, double[] uniquenesses) {
        double sum = 0;
        double[] weights = new double[loadings.length];
        for (int i = 0; i < loadings.length; i++) {
            weights[i] = loadings[i] / uniquenesses[i];
            sum += weights[i];
        }
        if (!(sum > 1e-9)) {
            return new NotFound("the indicators have nothing in common; weigh them by hand");
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        List<String> names = indicators.names();
        return new Found(
                loadings,
                uniquenesses,
                weights,
                names.stream().filter(name -> weights[names.indexOf(name)] < 0).toList());
    }

    private static double[][] correlations(Indicators indicators) {
        int count = indicators.names().size();
        int areas = indicators.areas().size();
        double[][] standard = new double[count][];
        for (int i = 0; i < count; i++) {
            indicators.checkVaries(i);
            standard[i] = indicators.column(i);
            double mean = Moments.mean(standard[i]);
            double deviation = Moments.deviation(standard[i], mean);
            for (int area = 0; area < areas; area++) {
                standard[i][area] = (standard[i][area] - mean) / deviation;
            }
        }
        double[][] correlations = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int area = 0; area < areas; area++) {
                    sum += standard[i][area] * standard[j][area];
                }
                correlations[i][j] = i == j ? 1 : sum / areas;
                correlations[j][i] = correlations[i][j];
            }
        }
        return correlations;
    }
}
