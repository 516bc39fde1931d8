package org.concordat.disclosure.suppression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.disclosure.tables.Equations;
import org.jspecify.annotations.Nullable;

/**
 * Works cells out one after the other, each from a sum in which it is the only unknown, as anybody would with a pencil. Finds
 * most of what a published cell gives away, by the shortest way; what needs several sums at once it does not find.
 */
final class Peeling {
    private final Problem problem;
    private final boolean[] hidden;
    private final Map<Integer, Map<Integer, Long>> workedOut = new HashMap<>();
    private final ArrayDeque<Integer> open = new ArrayDeque<>();

    Peeling(Problem problem, boolean[] hidden) {
        this.problem = problem;
        this.hidden = hidden;
    }

    /** How a guarded cell, none of {@code told}, follows once {@code cell} and those told are known; null if not so. */
    @Nullable Giveaway find(int cell, int[] told) {
        for (int known : told) {
            learn(known, Map.of(known, 1L));
        }
        learn(cell, Map.of(cell, 1L));
        while (!open.isEmpty()) {
            int equation = open.poll();
            int unknown = onlyUnknown(equation);
            if (unknown < 0) {
                continue;
            }
            Map<Integer, Long> sum = express(equation, unknown);
            if (problem.roles[unknown] == Problem.GUARDED && sum.containsKey(cell)) {
                return of(unknown, sum);
            }
            learn(unknown, sum);
        }
        return null;
    }

    private Giveaway of(int unknown, Map<Integer, Long> sum) {
        List<Giveaway.Term> terms = new ArrayList<>();
        new TreeMap<>(sum).forEach((other, times) -> {
            if (!problem.table.isStructuralZero(other)) {
                terms.add(new Giveaway.Term(other, times, 1));
            }
        });
        return new Giveaway(unknown, -1, terms);
    }

    private void learn(int cell, Map<Integer, Long> sum) {
        workedOut.put(cell, sum);
        for (int i = 0; i < problem.equations.equationCount(cell); i++) {
            open.add(problem.equations.equation(cell, i));
        }
    }

    private boolean isUnknown(int cell) {
        return hidden[cell] && !workedOut.containsKey(cell);
    }

    /** The one unknown cell of an equation, or -1 where there is none or more. */
    private int onlyUnknown(int equation) {
        Equations equations = problem.equations;
        int found = isUnknown(equations.total(equation)) ? equations.total(equation) : -1;
        for (int p = 0; p < equations.partCount(equation); p++) {
            int part = equations.part(equation, p);
            if (isUnknown(part)) {
                if (found >= 0) {
                    return -1;
                }
                found = part;
            }
        }
        return found;
    }

    private Map<Integer, Long> express(int equation, int unknown) {
        Equations equations = problem.equations;
        Map<Integer, Long> sum = new HashMap<>();
        boolean isTotal = equations.total(equation) == unknown;
        if (!isTotal) {
            add(sum, equations.total(equation), 1);
        }
        for (int p = 0; p < equations.partCount(equation); p++) {
            int part = equations.part(equation, p);
            if (part != unknown) {
                add(sum, part, isTotal ? 1 : -1);
            }
        }
        return sum;
    }

    private void add(Map<Integer, Long> sum, int cell, long times) {
        workedOut.getOrDefault(cell, Map.of(cell, 1L)).forEach((part, share) -> {
            long now = sum.getOrDefault(part, 0L) + times * share;
            if (now == 0) {
                sum.remove(part);
            } else {
                sum.put(part, now);
            }
        });
    }
}
