package org.concordat.measures.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;

/** Fits one logistic regression on covariates brought to mean 0 and standard deviation 1, so that no unit disturbs another. */
final class LogisticFit {
    /** As R's {@code glm}: what is left of a covariate when the others are taken out, as a share of its variance. */
    private static final double COLLINEAR = 1e-11;

    private static final double SETTLED = 1e-11;
    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 30;

    private final Covariates covariates;
    private final boolean[] treated;
    private final int rows;
    private final int terms;
    private final double[] means;
    private final double[] deviations;
    private final double[][] z;
    private final double[] logits;

    LogisticFit(Covariates covariates, boolean[] treated) {
        this.covariates = covariates;
        this.treated = treated;
        this.rows = covariates.rows();
        this.terms = covariates.names().size() + 1;
        this.means = new double[terms];
        this.deviations = new double[terms];
        this.z = new double[terms][];
        this.logits = new double[rows];
    }

    PropensityScores scores() {
        z[0] = new double[rows];
        Arrays.fill(z[0], 1);
        for (int c = 1; c < terms; c++) {
            if (!standardise(c)) {
                return new PropensityScores.Constant(name(c));
            }
        }
        for (int c = 1; c < terms; c++) {
            List<String> others = determining(c);
            if (!others.isEmpty()) {
                return new PropensityScores.Collinear(name(c), others);
            }
        }
        for (int c = 1; c < terms; c++) {
            if (separatesAlone(covariates.column(c - 1))) {
                return new PropensityScores.Separated(List.of(name(c)));
            }
        }
        return climb();
    }

    private String name(int term) {
        return covariates.names().get(term - 1);
    }

    private boolean standardise(int term) {
        double[] column = covariates.column(term - 1);
        double sum = 0;
        double least = column[0];
        double most = column[0];
        for (double value : column) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (least == most) {
            return false;
        }
        double mean = sum / rows;
        double squares = 0;
        for (double value : column) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / rows);
        double[] standardised = new double[rows];
        for (int i = 0; i < rows; i++) {
            standardised[i] = (column[i] - mean) / deviation;
        }
        means[term] = mean;
        deviations[term] = deviation;
        z[term] = standardised;
        return true;
    }

    /** Those before it that determine a covariate; none where something of it is left. */
    private List<String> determining(int term) {
        if (term == 1) {
            return List.of();
        }
        RealMatrix before = new Array2DRowRealMatrix(term - 1, term - 1);
        double[] with = new double[term - 1];
        for (int a = 1; a < term; a++) {
            for (int b = 1; b <= a; b++) {
                double product = product(z[a], z[b]) / rows;
                before.setEntry(a - 1, b - 1, product);
                before.setEntry(b - 1, a - 1, product);
            }
            with[a - 1] = product(z[a], z[term]) / rows;
        }
        double[] slopes = solver(before).solve(new ArrayRealVector(with)).toArray();
        double left = 0;
        for (int i = 0; i < rows; i++) {
            double rest = z[term][i];
            for (int a = 1; a < term; a++) {
                rest -= slopes[a - 1] * z[a][i];
            }
            left += rest * rest;
        }
        if (left / rows > COLLINEAR) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        for (int a = 1; a < term; a++) {
            if (Math.abs(slopes[a - 1]) > 1e-6) {
                others.add(name(a));
            }
        }
        return others;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private boolean separatesAlone(double[] column) {
        double leastTreated = Double.POSITIVE_INFINITY;
        double mostTreated = Double.NEGATIVE_INFINITY;
        double leastOther = Double.POSITIVE_INFINITY;
        double mostOther = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            if (treated[i]) {
                leastTreated = Math.min(leastTreated, column[i]);
                mostTreated = Math.max(mostTreated, column[i]);
            } else {
                leastOther = Math.min(leastOther, column[i]);
                mostOther = Math.max(mostOther, column[i]);
            }
        }
        return leastTreated >= mostOther || leastOther >= mostTreated;
    }

    /** Newton's steps, halved where the likelihood would fall; where they never settle there is no maximum. */
    private PropensityScores climb() {
        double[] beta = new double[terms];
        double likelihood = likelihood(beta);
        double[] step = new double[terms];
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            RealMatrix information = new Array2DRowRealMatrix(terms, terms);
            double[] gradient = new double[terms];
            gather(information, gradient);
            double[] last = step;
            try {
                step = solver(information).solve(new ArrayRealVector(gradient)).toArray();
            } catch (MathIllegalArgumentException flat) {
                return separated(last);
            }
            double[] next = plus(beta, step, 1);
            double found = likelihood(next);
            double share = 1;
            for (int h = 0; h < MOST_HALVINGS && !(found >= likelihood - 1e-12 * Math.abs(likelihood)); h++) {
                share /= 2;
                next = plus(beta, step, share);
                found = likelihood(next);
            }
            beta = next;
            likelihood = found;
            if (largest(step) <= SETTLED * (1 + largest(beta))) {
                return fitted(beta, likelihood, iteration);
            }
        }
        return separated(step);
    }

    private static double[] plus(double[] beta, double[] step, double share) {
        double[] sum = beta.clone();
        for (int c = 0; c < sum.length; c++) {
            sum[c] += share * step[c];
        }
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Sets the logits and returns the logarithm of the likelihood. */
    private double likelihood(double[] beta) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double logit = beta[0];
            for (int c = 1; c < terms; c++) {
                logit += beta[c] * z[c][i];
            }
            logits[i] = logit;
            double against = treated[i] ? -logit : logit;
            sum -= against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
        }
        return sum;
    }

    private void gather(RealMatrix information, double[] gradient) {
        double[][] sums = new double[terms][terms];
        double[] row = new double[terms];
        for (int i = 0; i < rows; i++) {
            double score = 1 / (1 + Math.exp(-logits[i]));
            double weight = score * (1 - score);
            double rest = (treated[i] ? 1 : 0) - score;
            for (int c = 0; c < terms; c++) {
                row[c] = z[c][i];
            }
            for (int a = 0; a < terms; a++) {
                double weighted = weight * row[a];
                gradient[a] += rest * row[a];
                for (int b = 0; b <= a; b++) {
                    sums[a][b] += weighted * row[b];
                }
            }
        }
        for (int a = 0; a < terms; a++) {
            for (int b = 0; b <= a; b++) {
                information.setEntry(a, b, sums[a][b]);
                information.setEntry(b, a, sums[a][b]);
            }
        }
    }

    private static DecompositionSolver solver(RealMatrix matrix) {
        double size = 0;
        for (int a = 0; a < matrix.getRowDimension(); a++) {
            size = Math.max(size, matrix.getEntry(a, a));
        }
        return new CholeskyDecomposition(matrix, 1e-12, 1e-13 * size).getSolver();
    }

    /** Names those that were still on their way to infinity. */
    private PropensityScores separated(double[] step) {
        double largest = 0;
        for (int c = 1; c < terms; c++) {
            largest = Math.max(largest, Math.abs(step[c]));
        }
        List<String> names = new ArrayList<>();
        for (int c = 1; c < terms; c++) {
            if (Math.abs(step[c]) >= .01 * largest) {
                names.add(name(c));
            }
        }
        return new PropensityScores.Separated(names);
    }

    private PropensityScores fitted(double[] beta, double likelihood, int iterations) {
        RealMatrix information = new Array2DRowRealMatrix(terms, terms);
        gather(information, new double[terms]);
        RealMatrix variance = solver(information).getInverse();
        // Back to the covariates' own units: b = B z with B upper in its first row.
        RealMatrix back = new Array2DRowRealMatrix(terms, terms);
        back.setEntry(0, 0, 1);
        for (int c = 1; c < terms; c++) {
            back.setEntry(c, c, 1 / deviations[c]);
            back.setEntry(0, c, -means[c] / deviations[c]);
        }
        double[] coefficients = back.operate(beta);
        RealMatrix own = back.multiply(variance).multiplyTransposed(back);
        double[] errors = new double[terms];
        for (int c = 0; c < terms; c++) {
            errors[c] = Math.sqrt(own.getEntry(c, c));
        }
        double[] scores = new double[rows];
        for (int i = 0; i < rows; i++) {
            scores[i] = 1 / (1 + Math.exp(-logits[i]));
        }
        List<String> names = new ArrayList<>(List.of("(intercept)"));
        names.addAll(covariates.names());
        return new PropensityScores.Fitted(
                List.copyOf(names), coefficients, errors, likelihood, iterations, scores, logits);
    }
}
