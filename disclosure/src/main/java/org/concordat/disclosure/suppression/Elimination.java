package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to hide in one part of a table: publishes its cells from the dearest to the cheapest, except where that would
 * let a guarded item follow from what is published (Langsrud 2024). Each insider is looked after in a world of its own, in
 * which the cells that it knows are published.
 */
final class Elimination {
    /** As an item: every guarded one must be safe, else nothing is chosen. */
    static final int ALL = -1;
    /** As an item: those are guarded that can be. */
    static final int THOSE_THAT_CAN = -2;

    private final Problem problem;
    private final Neighbourhood near;
    private long steps;
    private boolean[] guarded = new boolean[256];
    private int[] items = new int[256];

    Elimination(Problem problem) {
        this.problem = problem;
        near = new Neighbourhood(problem);
    }

    /**
     * The candidates in {@code region} that must stay hidden, in order of {@code prices}; null where {@code must} could not be
     * made safe even if all of them were hidden.
     *
     * @param must an item that must be safe, or {@link #ALL}, or {@link #THOSE_THAT_CAN}
     * @param region cells to choose from; what is hidden outside stays hidden, what is published stays published
     * @param prices of every cell; only their order matters
     * @param hidden by cell; those in the region count as hidden
     */
    int @Nullable [] choose(int must, int[] region, double[] prices, boolean[] hidden) {
        near.gather(region, hidden);
        int count = near.count();
        int[] differences = differences();
        Freedom outsider = near.freedom(differences.length);
        if (guarded.length < count + differences.length) {
            guarded = new boolean[2 * (count + differences.length)];
            items = new int[guarded.length];
        }
        for (int place = 0; place < count; place++) {
            items[place] = near.cell(place);
            guarded[place] = problem.roles[items[place]] == Problem.GUARDED;
        }
        for (int d = 0; d < differences.length; d++) {
            int[] pair = problem.differences[differences[d]];
            outsider.standForDifference(count + d, near.place(pair[0]), near.place(pair[1]));
            items[count + d] = problem.cells + differences[d];
            guarded[count + d] = true;
        }
        int all = count + differences.length;
        List<Freedom> worlds = new ArrayList<>();
        worlds.add(outsider);
        boolean possible = isSafe(outsider, all, must, null);
        for (int insider : possible ? insiders() : new TreeSet<Integer>()) {
            Freedom world = outsider.copy();
            boolean[] own = new boolean[all];
            for (int cell : problem.insiders[insider]) {
                if (near.place(cell) >= 0) {
                    world.fix(near.place(cell));
                    own[near.place(cell)] = true;
                }
            }
            worlds.add(world);
            possible &= isSafe(world, all, must, own);
        }
        int[] chosen = possible ? publish(region, prices, worlds) : null;
        for (Freedom world : worlds) {
            steps += world.steps();
        }
        return chosen;
    }

    /** How many steps it took so far: the same for the same questions, whatever the machine. */
    long steps() {
        return steps;
    }

    /** The items that neither an outsider nor an insider can work out exactly, of those asked. */
    Set<Integer> safe(int[] asked, boolean[] hidden) {
        int[] own = Arrays.stream(asked)
                .flatMap(item -> Arrays.stream(problem.cellsOf(item)))
                .filter(cell -> hidden[cell])
                .toArray();
        near.gather(own, hidden);
        Freedom freedom = near.freedom(0);
        Set<Integer> safe = new TreeSet<>();
        for (int item : asked) {
            // Differences and insiders are looked at one by one.
            if (item < problem.cells && problem.insiders.length == 0 && !freedom.isKnown(near.place(item))) {
                safe.add(item);
            }
        }
        return safe;
    }

    /** Whether neither an outsider nor an insider can work out an item exactly, figures below 0 being possible. */
    boolean isSafe(int item, boolean[] hidden) {
        int[] own = Arrays.stream(problem.cellsOf(item))
                .filter(cell -> hidden[cell])
                .toArray();
        return own.length > 0 && choose(item, own, problem.costs, hidden) != null;
    }

    private boolean isSafe(Freedom world, int all, int must, boolean @Nullable [] own) {
        if (must == THOSE_THAT_CAN) {
            return true;
        }
        for (int place = 0; place < all; place++) {
            if (guarded[place]
                    && world.isKnown(place)
                    && (must == ALL || items[place] == must)
                    && (own == null || !own[place])) {
                return false;
            }
        }
        return true;
    }

    private int[] publish(int[] region, double[] prices, List<Freedom> worlds) {
        int[] order = Arrays.stream(region)
                .filter(cell -> problem.roles[cell] == Problem.CANDIDATE)
                .boxed()
                .sorted((a, b) -> {
                    int byPrice = Double.compare(prices[b], prices[a]);
                    return byPrice != 0 ? byPrice : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
        int kept = 0;
        for (int cell : order) {
            int place = near.place(cell);
            if (givesAway(place, worlds)) {
                order[kept++] = cell;
            } else {
                worlds.forEach(world -> world.fix(place));
            }
            worlds.forEach(world -> world.forget(place));
        }
        return Arrays.copyOf(order, kept);
    }

    private boolean givesAway(int place, List<Freedom> worlds) {
        for (Freedom world : worlds) {
            if (world.isKnown(place)) {
                continue;
            }
            int move = world.rarestMove(place);
            for (int i = 0; i < world.holderCount(move); i++) {
                int other = world.holder(move, i);
                if (other != place && guarded[other] && world.moveAsOne(other, place)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int[] differences() {
        TreeSet<Integer> found = new TreeSet<>();
        if (problem.differences.length > 0) {
            for (int place = 0; place < near.count(); place++) {
                found.addAll(problem.differencesOf.getOrDefault(near.cell(place), List.of()));
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private Set<Integer> insiders() {
        TreeSet<Integer> found = new TreeSet<>();
        if (problem.insiders.length > 0) {
            for (int place = 0; place < near.count(); place++) {
                found.addAll(problem.insidersOf.getOrDefault(near.cell(place), List.of()));
            }
        }
        return found;
    }
}
