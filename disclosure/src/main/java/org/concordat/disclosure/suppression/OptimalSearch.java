package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.disclosure.attack.Bounds;
import org.jspecify.annotations.Nullable;
import org.ojalgo.concurrent.Parallelism;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * Finds the cheapest safe choice by integer programming: solve, attack, add what the attack teaches, until nothing unsafe is
 * left. What an attack teaches is a set of cells of which at least one must be hidden: those that are still published when as
 * much as possible is hidden and the item is unsafe all the same (a cover in the sense of Fischetti and Salazar 2001). Since
 * hiding more never makes anything less safe, the first choice that withstands is the cheapest of all.
 */
final class OptimalSearch {
    private static final int MOST_ROUNDS = 400;
    private static final int ORDERS = 3;

    private final Problem problem;
    private final Elimination elimination;
    private final Neighbourhood near;
    private final int[] candidates;
    private final List<BitSet> covers = new ArrayList<>();
    private final SplittableRandom random;

    OptimalSearch(Problem problem, long seed) {
        this.problem = problem;
        elimination = new Elimination(problem);
        near = new Neighbourhood(problem);
        candidates = IntStream.range(0, problem.cells)
                .filter(cell -> problem.roles[cell] == Problem.CANDIDATE)
                .toArray();
        random = new SplittableRandom(seed);
    }

    /** The cheapest choice; {@code known} where it is proved that none is cheaper; null where nothing could be proved. */
    boolean @Nullable [] cheapest(boolean[] known) {
        double knownCost = cost(known);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean[] hidden = solve();
            if (hidden == null) {
                return null;
            }
            if (cost(hidden) > knownCost - 1e-6) {
                return known;
            }
            boolean safe = true;
            for (int item : problem.items()) {
                if (!isSafe(item, hidden)) {
                    safe = false;
                    for (int order = 0; order < ORDERS; order++) {
                        learn(item, hidden);
                    }
                }
            }
            if (safe) {
                return hidden;
            }
        }
        return null;
    }

    private boolean isSafe(int item, boolean[] hidden) {
        if (!elimination.isSafe(item, hidden)) {
            return false;
        }
        long width = item < problem.cells ? problem.widths[item] : 1;
        int[] seeds = Arrays.stream(problem.cellsOf(item))
                .filter(cell -> hidden[cell])
                .toArray();
        if (!new LocalAttack(problem, near, seeds, hidden)
                .inference(item, width)
                .atLeastWide(width)) {
            return false;
        }
        List<int[]> readers = new ArrayList<>(List.of(problem.insiders));
        readers.add(new int[0]);
        for (int[] own : readers) {
            if (Arrays.stream(own).noneMatch(cell -> cell == item)
                    && !new LocalAttack(problem, near, seeds, hidden, own, true, Bounds.NO_LIMIT)
                            .inference(item, 1)
                            .atLeastWide(1)) {
                return false;
            }
        }
        return true;
    }

    private void learn(int item, boolean[] hidden) {
        boolean[] most = hidden.clone();
        int[] order = candidates.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int cell = order[i];
            order[i] = order[other];
            order[other] = cell;
        }
        BitSet cover = new BitSet();
        for (int cell : order) {
            if (!most[cell]) {
                most[cell] = true;
                if (isSafe(item, most)) {
                    most[cell] = false;
                    cover.set(cell);
                }
            }
        }
        if (!covers.contains(cover)) {
            covers.add(cover);
        }
    }

    private boolean @Nullable [] solve() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        // One thread, so that of several cheapest choices the same is found every time.
        model.options.integer(IntegerStrategy.DEFAULT.withParallelism(Parallelism.ONE));
        Variable[] variables = new Variable[problem.cells];
        for (int cell : candidates) {
            variables[cell] = model.newVariable("c" + cell).binary().weight(problem.costs[cell]);
        }
        for (int i = 0; i < covers.size(); i++) {
            Expression atLeastOne = model.newExpression("cover" + i).lower(1);
            covers.get(i).stream().forEach(cell -> atLeastOne.set(variables[cell], 1));
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            return null;
        }
        boolean[] hidden = problem.hiddenAtFirst();
        for (int i = 0; i < candidates.length; i++) {
            hidden[candidates[i]] |= result.doubleValue(i) > .5;
        }
        boolean covered = covers.stream().allMatch(cover -> cover.stream().anyMatch(cell -> hidden[cell]));
        return covered ? hidden : null;
    }

    private double cost(boolean[] hidden) {
        return Arrays.stream(candidates)
                .filter(cell -> hidden[cell])
                .mapToDouble(cell -> problem.costs[cell])
                .sum();
    }
}
