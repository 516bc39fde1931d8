package org.concordat.disclosure.suppression;

import java.util.Arrays;
import org.concordat.disclosure.tables.Equations;

/**
 * The unknown cells that hang together with some given ones through the sums of a table, and those sums. Working memory: made
 * once for a problem, gathered anew for every question.
 */
final class Neighbourhood {
    private final Problem problem;
    private final int[] places;
    private final int[] seen;
    private int round;
    private int[] cells = new int[256];
    private int cellCount;
    private int[] equations = new int[256];
    private int equationCount;
    private int[] parts = new int[64];

    Neighbourhood(Problem problem) {
        this.problem = problem;
        places = new int[problem.cells];
        Arrays.fill(places, -1);
        seen = new int[problem.equations.count()];
    }

    /** Gathers what hangs together with {@code seeds}, of which known ones are passed over, if {@code hidden} is hidden. */
    void gather(int[] seeds, boolean[] hidden) {
        for (int i = 0; i < cellCount; i++) {
            places[cells[i]] = -1;
        }
        cellCount = 0;
        equationCount = 0;
        round++;
        for (int seed : seeds) {
            if (problem.roles[seed] != Problem.KNOWN) {
                add(seed);
            }
        }
        Equations all = problem.equations;
        for (int next = 0; next < cellCount; next++) {
            int cell = cells[next];
            for (int i = 0; i < all.equationCount(cell); i++) {
                int equation = all.equation(cell, i);
                if (seen[equation] == round) {
                    continue;
                }
                seen[equation] = round;
                if (equationCount == equations.length) {
                    equations = Arrays.copyOf(equations, 2 * equationCount);
                }
                equations[equationCount++] = equation;
                if (hidden[all.total(equation)]) {
                    add(all.total(equation));
                }
                for (int p = 0; p < all.partCount(equation); p++) {
                    if (hidden[all.part(equation, p)]) {
                        add(all.part(equation, p));
                    }
                }
            }
        }
    }

    private void add(int cell) {
        if (places[cell] < 0) {
            if (cellCount == cells.length) {
                cells = Arrays.copyOf(cells, 2 * cellCount);
            }
            places[cell] = cellCount;
            cells[cellCount++] = cell;
        }
    }

    /** How many cells were gathered. */
    int count() {
        return cellCount;
    }

    /** The cell at {@code place}. */
    int cell(int place) {
        return cells[place];
    }

    /** The place of {@code cell}, or -1 where it was not gathered. */
    int place(int cell) {
        return places[cell];
    }

    int equationCount() {
        return equationCount;
    }

    int equation(int index) {
        return equations[index];
    }

    /** How the gathered cells can move, with room for {@code more} items after them. */
    Freedom freedom(int more) {
        Freedom freedom = new Freedom(cellCount + more);
        for (int i = 0; i < equationCount; i++) {
            int equation = equations[i];
            int count = problem.equations.partCount(equation);
            if (parts.length < count) {
                parts = new int[2 * count];
            }
            for (int p = 0; p < count; p++) {
                parts[p] = places[problem.equations.part(equation, p)];
            }
            freedom.imposeSum(places[problem.equations.total(equation)], parts, count);
        }
        return freedom;
    }
}
