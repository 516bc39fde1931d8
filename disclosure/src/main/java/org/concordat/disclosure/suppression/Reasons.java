package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.disclosure.attack.Bounds;
import org.jspecify.annotations.Nullable;

/** Finds out why a cell that is safe by itself is hidden, by publishing it and seeing what it gives away. */
final class Reasons {
    private static final int MOST_COMPARED = 4;
    /** Beyond so many cells that hang together, a sum of many sums helps nobody, and takes long to find. */
    private static final int MOST_ELIMINATED = 200;

    private final Problem problem;
    private final boolean[] without;
    private final Neighbourhood near;
    private final Neighbourhood under;

    Reasons(Problem problem, boolean[] hidden) {
        this.problem = problem;
        this.without = hidden.clone();
        this.near = new Neighbourhood(problem);
        this.under = new Neighbourhood(problem);
    }

    Reason of(int cell) {
        without[cell] = false;
        try {
            return withoutIt(cell);
        } finally {
            without[cell] = true;
        }
    }

    private Reason withoutIt(int cell) {
        int[] beside = beside(cell);
        near.gather(beside, without);
        int[] items = items();
        Giveaway giveaway = shortest(cell, items, new int[0]);
        if (giveaway != null) {
            return new Reason.WouldGiveAway(giveaway);
        }
        for (int[] known : problem.insiders) {
            if (Arrays.stream(known).anyMatch(own -> near.place(own) >= 0)) {
                int[] others = Arrays.stream(items)
                        .filter(item -> Arrays.stream(known).noneMatch(own -> own == item))
                        .toArray();
                giveaway = shortest(cell, others, known);
                if (giveaway != null) {
                    return new Reason.WouldTellInsider(
                            giveaway, Arrays.stream(known).boxed().toList());
                }
            }
        }
        LocalAttack attack = new LocalAttack(problem, under, beside, without);
        for (int item : items) {
            long width = item < problem.cells ? problem.widths[item] : 1;
            if (!attack.inference(item, width).atLeastWide(width)) {
                return new Reason.WouldNarrow(problem.cellsOf(item)[0], width);
            }
        }
        List<int[]> readers = new ArrayList<>(List.of(new int[0]));
        readers.addAll(List.of(problem.insiders));
        for (int[] known : readers) {
            LocalAttack insider = new LocalAttack(problem, under, beside, without, known, true, Bounds.NO_LIMIT);
            for (int item : items) {
                if (Arrays.stream(known).noneMatch(own -> own == item)
                        && !insider.inference(item, 1).atLeastWide(1)) {
                    return new Reason.WouldNarrow(problem.cellsOf(item)[0], 1);
                }
            }
        }
        throw new IllegalStateException("a cell was hidden for no reason: " + problem.table.name(cell));
    }

    /** The cells in the sums of {@code cell}: where what it gives away would be felt. */
    private int[] beside(int cell) {
        return IntStream.range(0, problem.equations.equationCount(cell))
                .map(i -> problem.equations.equation(cell, i))
                .flatMap(equation -> IntStream.concat(
                        IntStream.of(problem.equations.total(equation)),
                        IntStream.range(0, problem.equations.partCount(equation))
                                .map(p -> problem.equations.part(equation, p))))
                .filter(other -> without[other])
                .distinct()
                .toArray();
    }

    private int[] items() {
        return Arrays.stream(problem.items())
                .filter(item -> Arrays.stream(problem.cellsOf(item)).anyMatch(own -> near.place(own) >= 0))
                .toArray();
    }

    private @Nullable Giveaway shortest(int cell, int[] items, int[] told) {
        Giveaway byPencil = new Peeling(problem, without).find(cell, told);
        if (byPencil != null) {
            return byPencil;
        }
        if (near.count() > MOST_ELIMINATED) {
            return null;
        }
        Freedom freedom = near.freedom(problem.differences.length);
        for (int known : told) {
            if (near.place(known) >= 0) {
                freedom.fix(near.place(known));
            }
        }
        Giveaway best = null;
        int compared = 0;
        for (int item : items) {
            if (compared < MOST_COMPARED && isKnown(item, freedom)) {
                Giveaway found = Giveaway.find(problem, under, item, told, without);
                if (found != null
                        && (best == null || found.terms().size() < best.terms().size())) {
                    best = found;
                }
                compared++;
            }
        }
        return best;
    }

    private boolean isKnown(int item, Freedom freedom) {
        if (item < problem.cells) {
            return freedom.isKnown(near.place(item));
        }
        int[] pair = problem.cellsOf(item);
        int extra = near.count() + item - problem.cells;
        freedom.standForDifference(extra, near.place(pair[0]), near.place(pair[1]));
        return freedom.isKnown(extra);
    }
}
