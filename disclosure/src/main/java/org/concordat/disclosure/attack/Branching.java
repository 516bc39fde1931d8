package org.concordat.disclosure.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extremes of a part that is no network: by linear programming, and where that gives no whole numbers, by dividing the
 * unknowns' ranges and solving again (branch and bound; Land and Doig 1960). Bounds are proved exactly; what is not
 * proved within the work allowed stays open.
 */
final class Branching {
    /** Programs solved for one end: many where the part is small, few where each takes long. */
    private static final int MOST_PROGRAMS = 60;

    private static final int FEWEST_PROGRAMS = 6;
    private static final int UNKNOWNS_TIMES_PROGRAMS = 3_000;
    private static final long NODES_AT_A_LEAF = 2_000;
    private static final double CLOSE = 1e-6;

    private final Part part;
    private final boolean whole;
    private final LinearProgram program;
    private final Enumeration enumeration;

    Branching(Part part, boolean whole) {
        this.part = part;
        this.whole = whole;
        program = new LinearProgram(part, whole);
        enumeration = new Enumeration(part);
    }

    /**
     * What was found.
     *
     * @param bound no solution lies beyond
     * @param attained a solution in real numbers has this value, rounded inwards; for whole numbers see the solutions
     * @param unlimited the solver says that there is no such bound
     * @param solutions in whole numbers, on the way
     * @param complete whether the search went as far as it ever will, and did not stop at the target
     */
    record Outcome(long bound, long attained, boolean unlimited, List<long[]> solutions, boolean complete) {}

    /** One region of the search: bounds of all unknowns, and what is proved of it. */
    private record Region(long[] least, long[] most) {}

    /** @param target the search may stop when a solution reaches it */
    Outcome extreme(int unknown, boolean greatest, long attainedSoFar, long target) {
        int mostPrograms = Math.clamp(UNKNOWNS_TIMES_PROGRAMS / part.size(), FEWEST_PROGRAMS, MOST_PROGRAMS);
        List<long[]> solutions = new ArrayList<>();
        ArrayDeque<Region> open = new ArrayDeque<>();
        open.add(new Region(part.least(), part.most()));
        long best = attainedSoFar;
        // The outermost bound of all regions given up or left over.
        long bound = attainedSoFar;
        int programs = 0;
        while (!open.isEmpty()) {
            Region region = open.pop();
            long outermost = greatest ? region.most()[unknown] : region.least()[unknown];
            if (!beyond(outermost, best, greatest)) {
                continue;
            }
            if (programs++ >= mostPrograms || !beyond(target, best, greatest)) {
                bound = outer(bound, outermost, greatest);
                continue;
            }
            LinearProgram.Answer answer = program.extreme(unknown, greatest, region.least(), region.most());
            double[] vertex = answer.vertex();
            if (vertex == null) {
                if (programs == 1) {
                    boolean unlimited = answer.unlimited() && Math.abs(outermost) >= Bounds.NO_LIMIT;
                    // A solver that fails proves nothing: what was attained before stands.
                    return new Outcome(outermost, attainedSoFar, unlimited, solutions, true);
                }
                // Either empty or beyond the solver's strength: settled by trying, for no proof came with it.
                best = leaf(unknown, greatest, region, null, best, solutions);
                bound = open(unknown, greatest, region, best) ? outer(bound, outermost, greatest) : bound;
                continue;
            }
            Proof proof = answer.proof();
            if (proof != null && beyond(outermost, proof.bound(), greatest)) {
                outermost = proof.bound();
            }
            if (!whole) {
                // The solver is not believed: what it names as possible is held against the sums first.
                long inner = !part.nearlyHoldsFor(vertex)
                        ? attainedSoFar
                        : (long) (greatest ? Math.floor(vertex[unknown]) : Math.ceil(vertex[unknown]));
                return new Outcome(outermost, inner, false, solutions, true);
            }
            if (!beyond(outermost, best, greatest)) {
                continue;
            }
            long[] rounded = rounded(vertex);
            if (part.holdsFor(rounded)) {
                solutions.add(rounded);
                best = outer(best, rounded[unknown], greatest);
                if (!beyond(outermost, best, greatest)) {
                    continue;
                }
            }
            int split = mostFractional(vertex, region);
            if (split < 0) {
                bound = outer(bound, outermost, greatest);
                continue;
            }
            tighten(region, unknown, greatest, outermost);
            long below = (long) Math.floor(vertex[split]);
            long[] mostBelow = region.most().clone();
            mostBelow[split] = Math.min(mostBelow[split], below);
            long[] leastAbove = region.least().clone();
            leastAbove[split] = Math.max(leastAbove[split], below + 1);
            push(open, region.least(), mostBelow);
            push(open, leastAbove, region.most());
        }
        return new Outcome(outer(bound, best, greatest), best, false, solutions, beyond(target, best, greatest));
    }

    private void push(ArrayDeque<Region> open, long[] least, long[] most) {
        Tightening tightening = new Tightening(part.equations(), least, most, true);
        if (tightening.all() < 0) {
            for (int u = 0; u < least.length; u++) {
                if (tightening.least(u) > tightening.most(u)) {
                    return;
                }
            }
            long[] newLeast = new long[least.length];
            long[] newMost = new long[least.length];
            for (int u = 0; u < least.length; u++) {
                newLeast[u] = tightening.least(u);
                newMost[u] = tightening.most(u);
            }
            open.push(new Region(newLeast, newMost));
        }
    }

    private long leaf(
            int unknown, boolean greatest, Region region, double @Nullable [] near, long best, List<long[]> solutions) {
        long from = greatest ? best + 1 : region.least()[unknown];
        long to = greatest ? region.most()[unknown] : best - 1;
        if (enumeration.find(unknown, from, to, near, NODES_AT_A_LEAF) instanceof Enumeration.Outcome.Found found) {
            solutions.add(found.solution());
            return found.solution()[unknown];
        }
        return best;
    }

    /** Whether the region may still hold something beyond the best. */
    private boolean open(int unknown, boolean greatest, Region region, long best) {
        long from = greatest ? best + 1 : region.least()[unknown];
        long to = greatest ? region.most()[unknown] : best - 1;
        return from <= to
                && !(enumeration.find(unknown, from, to, null, NODES_AT_A_LEAF) instanceof Enumeration.Outcome.None);
    }

    private static void tighten(Region region, int unknown, boolean greatest, long outermost) {
        if (greatest) {
            region.most()[unknown] = Math.min(region.most()[unknown], outermost);
        } else {
            region.least()[unknown] = Math.max(region.least()[unknown], outermost);
        }
    }

    private static boolean beyond(long value, long other, boolean greatest) {
        return greatest ? value > other : value < other;
    }

    private static long outer(long one, long other, boolean greatest) {
        return greatest ? Math.max(one, other) : Math.min(one, other);
    }

    private static long[] rounded(double[] vertex) {
        long[] rounded = new long[vertex.length];
        for (int u = 0; u < rounded.length; u++) {
            rounded[u] = Math.round(vertex[u]);
        }
        return rounded;
    }

    /** The unknown furthest from a whole number; -1 where all are whole, as far as can be told. */
    private static int mostFractional(double[] vertex, Region region) {
        int best = -1;
        double furthest = CLOSE;
        for (int u = 0; u < vertex.length; u++) {
            double distance = Math.abs(vertex[u] - Math.rint(vertex[u]));
            if (distance > furthest && region.least()[u] < region.most()[u]) {
                furthest = distance;
                best = u;
            }
        }
        return best;
    }
}
