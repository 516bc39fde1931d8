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

    private final Problem problem;
    private final boolean[] without;

    Reasons(Problem problem, boolean[] hidden) {
        this.problem = problem;
        this.without = hidden.clone();
    }

    Reason of(int cell) {
        without[cell] = false;
        Neighbourhood near = new Neighbourhood(problem);
        int[] beside = beside(cell);
        near.gather(beside, without);
        int[] items = items(near);
        Giveaway giveaway = shortest(near, items, new int[0]);
        if (giveaway != null) {
            return new Reason.WouldGiveAway(giveaway);
        }
        for (int[] known : problem.insiders) {
            if (Arrays.stream(known).anyMatch(own -> near.place(own) >= 0)) {
                int[] others = Arrays.stream(items)
                        .filter(item -> Arrays.stream(known).noneMatch(own -> own == item))
                        .toArray();
                giveaway = shortest(near, others, known);
                if (giveaway != null) {
                    return new Reason.WouldTellInsider(
                            giveaway, Arrays.stream(known).boxed().toList());
                }
            }
        }
        LocalAttack attack = new LocalAttack(problem, new Neighbourhood(problem), beside, without);
        for (int item : items) {
            long width = item < problem.cells ? problem.widths[item] : 1;
            if (!attack.inference(item, width).atLeastWide(width)) {
                return new Reason.WouldNarrow(problem.cellsOf(item)[0], width);
            }
        }
        List<int[]> readers = new ArrayList<>(List.of(new int[0]));
        readers.addAll(List.of(problem.insiders));
        for (int[] known : readers) {
            LocalAttack insider =
                    new LocalAttack(problem, new Neighbourhood(problem), beside, without, known, true, Bounds.NO_LIMIT);
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

    private int[] items(Neighbourhood near) {
        return Arrays.stream(problem.items())
                .filter(item -> Arrays.stream(problem.cellsOf(item)).anyMatch(own -> near.place(own) >= 0))
                .toArray();
    }

    private @Nullable Giveaway shortest(Neighbourhood near, int[] items, int[] told) {
        Freedom freedom = near.freedom(problem.differences.length);
        for (int cell : told) {
            if (near.place(cell) >= 0) {
                freedom.fix(near.place(cell));
            }
        }
        Giveaway best = null;
        int compared = 0;
        for (int item : items) {
            if (compared < MOST_COMPARED && isKnown(item, near, freedom)) {
                Giveaway found = Giveaway.find(problem, item, told, without);
                if (found != null
                        && (best == null || found.terms().size() < best.terms().size())) {
                    best = found;
                }
                compared++;
            }
        }
        return best;
    }

    private boolean isKnown(int item, Neighbourhood near, Freedom freedom) {
        if (item < problem.cells) {
            return freedom.isKnown(near.place(item));
        }
        int[] pair = problem.cellsOf(item);
        int extra = near.count() + item - problem.cells;
        freedom.standForDifference(extra, near.place(pair[0]), near.place(pair[1]));
        return freedom.isKnown(extra);
    }
}
