package org.concordat.measures.evaluation.recapture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;

/**
 * How many people there are, from three lists: eight log-linear models, from independence to every two lists depending on each
 * other, of which Akaike's criterion chooses. That all three together depend on each other cannot be seen. Fienberg (1972);
 * the criterion: Akaike (1974).
 */
public final class ThreeLists {
    private static final int CELLS = 7;
    private static final List<String> PAIRS = List.of("AB", "AC", "BC");
    private final long[] counts;

    /**
     * One model and what it says.
     *
     * @param dependences which lists depend on each other, such as {@code AB}; none is independence
     * @param deviance from the counts seen
     * @param akaike deviance and twice the number of parameters; smaller is better
     * @param unseen how many are on no list
     * @param total how many there are
     */
    public record Model(List<String> dependences, double deviance, double akaike, double unseen, Estimate total) {
        public Model {
            dependences = List.copyOf(dependences);
        }
    }

    /**
     * The counts of people by the lists that they are on, and no other.
     *
     * @param a on the first list alone
     * @param abc on all three
     */
    public ThreeLists(long a, long b, long c, long ab, long ac, long bc, long abc) {
        counts = new long[] {a, b, c, ab, ac, bc, abc};
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("counts: 0 or more, given " + count);
            }
        }
        if (a + ab + ac + abc == 0 || b + ab + bc + abc == 0 || c + ac + bc + abc == 0) {
            throw new IllegalArgumentException("lists: somebody on each, given an empty one");
        }
    }

    /** How many different people were seen. */
    public long seen() {
        long seen = 0;
        for (long count : counts) {
            seen += count;
        }
        return seen;
    }

    /**
     * The models that can be fitted, best first; of two equally good the one with fewer dependences. A model that rests on a
     * combination in which nobody was seen has no finite answer and is left out; none may be left.
     */
    public List<Model> models(double confidence) {
        List<Model> models = new ArrayList<>();
        for (int mask = 0; mask < 8; mask++) {
            fit(mask, confidence).ifPresent(models::add);
        }
        models.sort(Comparator.comparingDouble(Model::akaike)
                .thenComparingInt(model -> model.dependences().size()));
        return models;
    }

    private static double[] design(int cell, int mask) {
        // Cells in the order a, b, c, ab, ac, bc, abc.
        double onA = cell == 0 || cell == 3 || cell == 4 || cell == 6 ? 1 : 0;
        double onB = cell == 1 || cell == 3 || cell == 5 || cell == 6 ? 1 : 0;
        double onC = cell == 2 || cell == 4 || cell == 5 || cell == 6 ? 1 : 0;
        double[] pairs = {onA * onB, onA * onC, onB * onC};
        double[] row = new double[4 + Integer.bitCount(mask)];
        row[0] = 1;
        row[1] = onA;
        row[2] = onB;
        row[3] = onC;
        int at = 4;
        for (int p = 0; p < 3; p++) {
            if ((mask >> p & 1) == 1) {
                row[at++] = pairs[p];
            }
        }
        return row;
    }

    private Optional<Model> fit(int mask, double confidence) {
        double[][] rows = new double[CELLS][];
        double[] fitted = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            rows[cell] = design(cell, mask);
            fitted[cell] = counts[cell] + .5;
        }
        int terms = rows[0].length;
        double deviance = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < 200; iteration++) {
            double[] beta;
            RealMatrix variance;
            try {
                DecompositionSolver solver =
                        new CholeskyDecomposition(information(rows, fitted), 1e-10, 1e-12).getSolver();
                beta = solver.solve(new ArrayRealVector(target(rows, fitted))).toArray();
                variance = solver.getInverse();
            } catch (MathIllegalArgumentException flat) {
                return Optional.empty();
            }
            double last = deviance;
            for (int cell = 0; cell < CELLS; cell++) {
                double logarithm = 0;
                for (int t = 0; t < terms; t++) {
                    logarithm += rows[cell][t] * beta[t];
                }
                fitted[cell] = Math.exp(logarithm);
            }
            deviance = deviance(fitted);
            if (Math.abs(last - deviance) <= 1e-13 * (1 + deviance) && iteration > 3) {
                return model(mask, terms, fitted, beta[0], variance.getEntry(0, 0), deviance, confidence);
            }
        }
        return Optional.empty();
    }

    private Optional<Model> model(
            int mask,
            int terms,
            double[] fitted,
            double intercept,
            double variance,
            double deviance,
            double confidence) {
        for (double value : fitted) {
            if (value < 1e-6) {
                // A combination in which nobody was seen drives the model to infinity.
                return Optional.empty();
            }
        }
        double unseen = Math.exp(intercept);
        double seen = seen();
        // The unseen's own chance beside the uncertainty of the model (Fienberg 1972; delta method).
        double spread = unseen + unseen * unseen * variance;
        List<String> dependences = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            if ((mask >> p & 1) == 1) {
                dependences.add(PAIRS.get(p));
            }
        }
        Estimate total = new Estimate(
                OptionalDouble.of(seen + unseen),
                OptionalDouble.of(seen),
                OptionalDouble.of(seen / (seen + unseen)),
                Optional.of(Unseen.interval(seen, seen + unseen, spread, confidence)),
                "log-linear model of three lists (Fienberg 1972), log-normal interval (Chao 1987)",
                Status.ESTIMATED);
        return Optional.of(new Model(dependences, deviance, deviance + 2.0 * terms, unseen, total));
    }

    private RealMatrix information(double[][] rows, double[] fitted) {
        int terms = rows[0].length;
        RealMatrix information = new Array2DRowRealMatrix(terms, terms);
        for (int cell = 0; cell < CELLS; cell++) {
            for (int a = 0; a < terms; a++) {
                for (int b = 0; b < terms; b++) {
                    information.addToEntry(a, b, fitted[cell] * rows[cell][a] * rows[cell][b]);
                }
            }
        }
        return information;
    }

    private double[] target(double[][] rows, double[] fitted) {
        double[] target = new double[rows[0].length];
        for (int cell = 0; cell < CELLS; cell++) {
            double working = fitted[cell] * Math.log(fitted[cell]) + counts[cell] - fitted[cell];
            for (int t = 0; t < target.length; t++) {
                target[t] += working * rows[cell][t];
            }
        }
        return target;
    }

    private double deviance(double[] fitted) {
        double deviance = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            double count = counts[cell];
            deviance += 2 * ((count > 0 ? count * Math.log(count / fitted[cell]) : 0) - (count - fitted[cell]));
        }
        return Math.max(0, deviance);
    }
}
