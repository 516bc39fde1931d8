package org.concordat.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds which equations it takes to bound an unknown where the argument needs whole numbers: leaves out one equation after
 * the other as long as the bound still holds.
 */
final class WholeNumberArgument {
    /** More than this many are named together without trying to leave any out, which would take long. */
    private static final int MOST_TRIED = 200;

    private WholeNumberArgument() {}

    static Proof of(Part part, long[] solution, int unknown, boolean upper, long bound) {
        List<Integer> needed = new ArrayList<>();
        for (int e = 0; e < part.equations().size(); e++) {
            needed.add(e);
        }
        if (needed.size() <= MOST_TRIED) {
            for (int e = 0; e < part.equations().size(); e++) {
                int tried = e;
                List<Integer> fewer =
                        needed.stream().filter(other -> other != tried).toList();
                if (holds(part, fewer, solution, unknown, upper, bound)) {
                    needed = fewer;
                }
            }
        }
        List<Proof.Share> shares = needed.stream()
                .map(e -> new Proof.Share(part.equationsOutside()[e], 1, 1))
                .toList();
        return new Proof(upper, bound, shares, List.of(), true);
    }

    private static boolean holds(
            Part part, List<Integer> equations, long[] solution, int unknown, boolean upper, long bound) {
        KnownSums all = part.equations();
        KnownSums.Builder builder = KnownSums.over(part.size());
        for (int e : equations) {
            builder.add(all.unknownsOf(e), all.coefficientsOf(e), all.least(e), all.most(e));
        }
        Inference inference = Attacker.onCounts(builder.build(), Bounds.of(part.least(), part.most()), solution)
                .inference(unknown);
        return upper ? inference.most() <= bound : inference.least() >= bound;
    }

    /**
     * Equations that cannot all hold, as few as leaving out one after the other comes to, forwards or backwards. Very many are
     * returned as they are.
     */
    static int[] contradiction(KnownSums sums, Bounds bounds, int[] equations) {
        if (equations.length > MOST_TRIED) {
            return equations;
        }
        int[] forwards = leaveOut(sums, bounds, equations);
        int[] backwards = leaveOut(sums, bounds, reversed(equations));
        return backwards.length < forwards.length ? reversed(backwards) : forwards;
    }

    private static int[] leaveOut(KnownSums sums, Bounds bounds, int[] inThisOrder) {
        int[] needed = inThisOrder;
        for (int e : inThisOrder) {
            int[] fewer = Arrays.stream(needed).filter(other -> other != e).toArray();
            if (Feasibility.search(only(sums, fewer), bounds) instanceof Feasibility.Impossible) {
                needed = fewer;
            }
        }
        return needed;
    }

    private static int[] reversed(int[] values) {
        int[] reversed = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static KnownSums only(KnownSums sums, int[] equations) {
        KnownSums.Builder builder = KnownSums.over(sums.unknowns());
        for (int e : equations) {
            builder.add(sums.unknownsOf(e), sums.coefficientsOf(e), sums.least(e), sums.most(e));
        }
        return builder.build();
    }
}
