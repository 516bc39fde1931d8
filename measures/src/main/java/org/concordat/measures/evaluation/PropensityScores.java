package org.concordat.measures.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How likely each person was to be treated, given their covariates: a logistic regression fitted by iteratively reweighted
 * least squares, or why there can be none. Rosenbaum and Rubin (1983); McCullagh and Nelder (1989), "Generalized linear
 * models".
 */
public sealed interface PropensityScores {

    /**
     * Fits the model.
     *
     * @param treated whether each person had the service, in the order of the covariates; both kinds occur
     */
    static PropensityScores of(Covariates covariates, boolean[] treated) {
        if (treated.length != covariates.rows()) {
            throw new IllegalArgumentException(
                    "treated: one for each of " + covariates.rows() + " persons, given " + treated.length);
        }
        int count = 0;
        for (boolean t : treated) {
            count += t ? 1 : 0;
        }
        if (count == 0 || count == treated.length) {
            throw new IllegalArgumentException(
                    "treated: some who were and some who were not, given " + count + " of " + treated.length);
        }
        return new LogisticFit(covariates, treated).scores();
    }

    /**
     * A model that was fitted.
     *
     * @param names {@code (intercept)}, then the covariates
     * @param coefficients on the scale of the logit, in the order of the names
     * @param standardErrors of the coefficients
     * @param logLikelihood at its maximum
     * @param iterations it took
     * @param scores each person's probability of being treated, above 0 and below 1
     * @param logits the scores' logarithms of odds, which separate the very likely better
     */
    record Fitted(
            List<String> names,
            double[] coefficients,
            double[] standardErrors,
            double logLikelihood,
            int iterations,
            double[] scores,
            double[] logits)
            implements PropensityScores {

        @Override
        public boolean equals(Object other) {
            return other instanceof Fitted that
                    && names.equals(that.names)
                    && Arrays.equals(coefficients, that.coefficients)
                    && Arrays.equals(logits, that.logits);
        }

        @Override
        public int hashCode() {
            return 31 * names.hashCode() + Arrays.hashCode(coefficients);
        }

        @Override
        public String toString() {
            return "Fitted[" + names + " " + Arrays.toString(coefficients) + "]";
        }
    }

    /** Everyone has the same value, so it explains nothing. */
    record Constant(String covariate) implements PropensityScores {}

    /**
     * A covariate that others determine.
     *
     * @param others together a straight line through them gives its value
     */
    record Collinear(String covariate, List<String> others) implements PropensityScores {
        public Collinear {
            others = List.copyOf(others);
        }
    }

    /**
     * Covariates tell treated from untreated without error, at least for some, so that those have nobody to be compared
     * with and no largest likelihood exists (Albert and Anderson 1984).
     *
     * @param covariates the one that does so alone, or those that do so together
     */
    record Separated(List<String> covariates) implements PropensityScores {
        public Separated {
            covariates = List.copyOf(covariates);
        }
    }
}
