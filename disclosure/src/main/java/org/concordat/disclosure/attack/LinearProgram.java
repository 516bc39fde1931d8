package org.concordat.disclosure.attack;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.SparseStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * The greatest and least value that an unknown of a part can have as a real number, by the simplex method. The solver
 * computes in floating point and is not believed: its multipliers of the equations are taken, made fractions with a small
 * denominator, and what they prove is worked out exactly.
 */
final class LinearProgram {
    private final Part part;
    private final int[] kept;
    private final int columns;
    private final SparseStore<Double> matrix;
    private final R064Store values;
    private final boolean whole;

    LinearProgram(Part part, boolean whole) {
        this.part = part;
        this.whole = whole;
        boolean[] independent = Redundancy.independent(part);
        KnownSums equations = part.equations();
        kept = IntStream.range(0, equations.size()).filter(e -> independent[e]).toArray();
        int slacks = (int) Arrays.stream(kept)
                .filter(e -> equations.least(e) < equations.most(e))
                .count();
        columns = part.size() + slacks;
        matrix = SparseStore.R064.make(kept.length, columns);
        values = R064Store.FACTORY.make(kept.length, 1);
        int slack = part.size();
        for (int i = 0; i < kept.length; i++) {
            int e = kept[i];
            for (int t = equations.start(e); t < equations.end(e); t++) {
                matrix.set(i, equations.term(t), (double) equations.coefficient(t));
            }
            if (equations.least(e) < equations.most(e)) {
                matrix.set(i, slack++, -1.0);
            } else {
                values.set(i, 0, (double) equations.least(e));
            }
        }
    }

    /**
     * What the solver found.
     *
     * @param proof proves a bound of the unknown; null where it found none
     * @param vertex values that reach it, in floating point; null where it found none
     * @param unlimited whether it says that there is no end
     */
    record Answer(@Nullable Proof proof, double @Nullable [] vertex, boolean unlimited) {}

    /** The extreme of one unknown under the part's equations and the bounds given. */
    Answer extreme(int unknown, boolean greatest, long[] least, long[] most) {
        double[] objective = new double[columns];
        objective[unknown] = greatest ? -1 : 1;
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        for (int u = 0; u < part.size(); u++) {
            lower[u] = least[u] <= -Bounds.NO_LIMIT ? Double.NEGATIVE_INFINITY : least[u];
            upper[u] = most[u] >= Bounds.NO_LIMIT ? Double.POSITIVE_INFINITY : most[u];
        }
        KnownSums equations = part.equations();
        int slack = part.size();
        for (int e : kept) {
            if (equations.least(e) < equations.most(e)) {
                lower[slack] = equations.least(e) <= -Bounds.NO_LIMIT ? Double.NEGATIVE_INFINITY : equations.least(e);
                upper[slack++] = equations.most(e) >= Bounds.NO_LIMIT ? Double.POSITIVE_INFINITY : equations.most(e);
            }
        }
        Optimisation.Result result = LinearSolver.newBuilder(objective)
                .equalities(matrix, values)
                .lower(lower)
                .upper(upper)
                .build()
                .solve();
        if (!result.getState().isOptimal()) {
            return new Answer(null, null, result.getState() == Optimisation.State.UNBOUNDED);
        }
        double[] vertex = new double[part.size()];
        for (int u = 0; u < vertex.length; u++) {
            vertex[u] = result.doubleValue(u);
        }
        double[] multipliers = result.getMultipliers()
                .map(m -> {
                    double[] of = new double[kept.length];
                    for (int i = 0; i < of.length; i++) {
                        of[i] = m.doubleValue(i);
                    }
                    return of;
                })
                .orElseGet(() -> new double[kept.length]);
        return new Answer(best(unknown, greatest, multipliers, least, most), vertex, false);
    }

    /** The solver's sign convention differs between its methods: both are tried, and the tighter proof counts. */
    private @Nullable Proof best(int unknown, boolean greatest, double[] multipliers, long[] least, long[] most) {
        Proof best = null;
        for (int sign = -1; sign <= 1; sign += 2) {
            Proof proof = Proof.by(part, unknown, greatest, kept, multipliers, sign, least, most, whole);
            if (proof != null
                    && (best == null || (greatest ? proof.bound() < best.bound() : proof.bound() > best.bound()))) {
                best = proof;
            }
        }
        return best;
    }
}
