package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Equations;

/**
 * Looks for a cheap set of cells to hide. First every guarded item is made safe by choosing among the cells around it; then,
 * again and again, the choice around some item is made anew in another order, and kept where it is no dearer. A small table
 * is its own surroundings, so there the first step is elimination over the whole table.
 */
final class Search {
    private static final int MOST_NEAR = 200;
    private static final int STEPS = 2;
    private static final int MOST_TRIES = 20_000;
    private static final long MOST_STEPS = 150_000_000;

    private final Problem problem;
    private final Elimination elimination;
    private final boolean[] hidden;
    private final List<Integer> impossible = new ArrayList<>();

    Search(Problem problem) {
        this.problem = problem;
        this.elimination = new Elimination(problem);
        this.hidden = problem.hiddenAtFirst();
    }

    /** What is hidden by now; a copy. */
    boolean[] hidden() {
        return hidden.clone();
    }

    /** The items that nothing could make safe. */
    List<Integer> impossible() {
        return List.copyOf(impossible);
    }

    /** Makes every item safe that can be. */
    void makeSafe() {
        int[] candidates = candidates();
        if (candidates.length <= MOST_NEAR) {
            int[] chosen = elimination.choose(Elimination.THOSE_THAT_CAN, candidates, problem.costs, hidden);
            if (chosen != null) {
                take(candidates, chosen);
            }
            for (int item : problem.items()) {
                if (!elimination.isSafe(item, hidden)) {
                    impossible.add(item);
                }
            }
            return;
        }
        // Hiding more makes nothing less safe, so what is safe now need not be looked at again.
        Set<Integer> safe = elimination.safe(problem.items(), hidden);
        for (int item : problem.items()) {
            if (!safe.contains(item) && !makeSafe(item, candidates)) {
                impossible.add(item);
            }
        }
    }

    private boolean makeSafe(int item, int[] candidates) {
        int[] alone = problem.cellsOf(item);
        if (tryRegion(item, alone)) {
            return true;
        }
        double dearest = Arrays.stream(candidates)
                .mapToDouble(cell -> problem.costs[cell])
                .max()
                .orElse(0);
        int steps = STEPS;
        for (int most = MOST_NEAR; most < 8 * problem.cells; most *= 8) {
            int size = 0;
            for (double limit = 16; ; limit *= 2) {
                int[] region = around(alone, steps, limit, most);
                if (region.length > size && tryRegion(item, region)) {
                    return true;
                }
                size = region.length;
                if (limit > dearest) {
                    break;
                }
            }
            steps++;
        }
        return tryRegion(item, candidates);
    }

    private boolean tryRegion(int item, int[] region) {
        int[] chosen = elimination.choose(item, region, problem.costs, hidden);
        if (chosen == null) {
            return false;
        }
        take(region, chosen);
        return true;
    }

    /** Tries {@code times} other choices; all items but the impossible ones are safe, and stay so. */
    void improve(long times, long seed) {
        int[] items = problem.items();
        if (items.length == 0 || !impossible.isEmpty()) {
            return;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double typical = typicalCost();
        double[] prices = new double[problem.cells];
        long enough = elimination.steps() + MOST_STEPS;
        for (long i = 0; i < Math.min(times, MOST_TRIES) && elimination.steps() < enough; i++) {
            int item = items[random.nextInt(items.length)];
            int[] region = around(problem.cellsOf(item), STEPS, 4 * typical * (1 << random.nextInt(4)), MOST_NEAR);
            shake(region, prices, random);
            int[] chosen = elimination.choose(Elimination.ALL, region, prices, hidden);
            if (chosen != null && cost(chosen) <= hiddenCost(region)) {
                take(region, chosen);
            }
        }
    }

    private void shake(int[] region, double[] prices, SplittableRandom random) {
        double strength = .6 * random.nextInt(3);
        boolean awayFromNow = random.nextBoolean();
        for (int cell : region) {
            prices[cell] = problem.costs[cell] * Math.exp(strength * (2 * random.nextDouble() - 1));
            if (awayFromNow && hidden[cell]) {
                prices[cell] *= random.nextInt(3) == 0 ? 3 : .7;
            }
        }
    }

    private double typicalCost() {
        double[] paid = IntStream.range(0, problem.cells)
                .filter(cell -> hidden[cell] && problem.roles[cell] == Problem.CANDIDATE)
                .mapToDouble(cell -> problem.costs[cell])
                .sorted()
                .toArray();
        return paid.length == 0 ? 1 : paid[paid.length / 2];
    }

    private double cost(int[] chosen) {
        double sum = 0;
        for (int cell : chosen) {
            sum += problem.costs[cell];
        }
        return sum;
    }

    private double hiddenCost(int[] region) {
        double sum = 0;
        for (int cell : region) {
            if (hidden[cell] && problem.roles[cell] == Problem.CANDIDATE) {
                sum += problem.costs[cell];
            }
        }
        return sum;
    }

    private void take(int[] region, int[] chosen) {
        for (int cell : region) {
            if (problem.roles[cell] == Problem.CANDIDATE) {
                hidden[cell] = false;
            }
        }
        for (int cell : chosen) {
            hidden[cell] = true;
        }
    }

    private int[] candidates() {
        return IntStream.range(0, problem.cells)
                .filter(cell -> problem.roles[cell] == Problem.CANDIDATE)
                .toArray();
    }

    /** The cells within {@code steps} sums of {@code seeds} that cost at most {@code limit} or are hidden already. */
    private int[] around(int[] seeds, int steps, double limit, int most) {
        return around(seeds, steps, limit, most, hidden);
    }

    /** The same, where {@code nowHidden} is hidden. */
    int[] around(int[] seeds, int steps, double limit, int most, boolean[] nowHidden) {
        Equations equations = problem.equations;
        Set<Integer> seen = new HashSet<>();
        int[] found = new int[most + 64];
        int count = 0;
        for (int seed : seeds) {
            seen.add(seed);
            found[count++] = seed;
        }
        int from = 0;
        for (int step = 0; step < steps; step++) {
            int end = count;
            for (; from < end; from++) {
                int cell = found[from];
                for (int i = 0; i < equations.equationCount(cell); i++) {
                    int equation = equations.equation(cell, i);
                    for (int p = -1; p < equations.partCount(equation); p++) {
                        int other = p < 0 ? equations.total(equation) : equations.part(equation, p);
                        boolean wanted = problem.roles[other] == Problem.CANDIDATE && problem.costs[other] <= limit
                                || problem.roles[other] != Problem.KNOWN && nowHidden[other];
                        if (wanted && seen.add(other)) {
                            if (count == found.length) {
                                return found;
                            }
                            found[count++] = other;
                        }
                    }
                }
            }
        }
        return Arrays.copyOf(found, count);
    }
}
