package org.concordat.disclosure.suppression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.attack.KnownSums;

/**
 * An attack on one part of a table: what someone can infer who knows every figure that is not hidden, the sums, and that no
 * figure is below 0.
 */
final class LocalAttack {
    private final Problem problem;
    private final Neighbourhood near;
    private final Attacker attacker;
    private final int[] differencePlaces;

    /** By someone who knows nothing more, on what hangs together with {@code seeds} if {@code hidden} is hidden. */
    LocalAttack(Problem problem, Neighbourhood near, int[] seeds, boolean[] hidden) {
        this(problem, near, seeds, hidden, new int[0], false, Bounds.NO_LIMIT);
    }

    /**
     * By someone who knows besides the figures of the cells {@code told}, whether hidden cells can be 0 if {@code reader} has
     * read how cells are chosen, and that no figure lies more than {@code room} above the truth. Whoever withstands this attack
     * withstands others, and each interval has two worlds that show it.
     */
    LocalAttack(
            Problem problem, Neighbourhood near, int[] seeds, boolean[] hidden, int[] told, boolean reader, long room) {
        this.problem = problem;
        this.near = near;
        near.gather(seeds, hidden);
        int count = near.count();
        differencePlaces = new int[problem.differences.length];
        Arrays.fill(differencePlaces, -1);
        int unknowns = count;
        for (int d = 0; d < problem.differences.length; d++) {
            int[] pair = problem.differences[d];
            if (near.place(pair[0]) >= 0 || near.place(pair[1]) >= 0) {
                differencePlaces[d] = unknowns++;
            }
        }
        long[] truth = new long[unknowns];
        for (int place = 0; place < count; place++) {
            truth[place] = problem.table.value(near.cell(place));
        }
        KnownSums.Builder sums = KnownSums.over(unknowns);
        for (int i = 0; i < near.equationCount(); i++) {
            addSum(sums, near.equation(i));
        }
        for (int d = 0; d < differencePlaces.length; d++) {
            if (differencePlaces[d] >= 0) {
                addDifference(sums, problem.differences[d], differencePlaces[d]);
            }
        }
        long[] most = new long[unknowns];
        for (int place = 0; place < unknowns; place++) {
            most[place] = Math.min(Bounds.NO_LIMIT, truth[place] + room);
        }
        long[] least = new long[unknowns];
        for (int place = 0; place < count; place++) {
            least[place] = reader ? problem.least(near.cell(place)) : 0;
        }
        for (int cell : told) {
            if (near.place(cell) >= 0) {
                least[near.place(cell)] = truth[near.place(cell)];
                most[near.place(cell)] = truth[near.place(cell)];
            }
        }
        Bounds bounds = Bounds.of(least, most);
        attacker = problem.table.decimals() == 0
                ? Attacker.onCounts(sums.build(), bounds, truth)
                : Attacker.onMagnitudes(sums.build(), bounds, truth);
    }

    private void addSum(KnownSums.Builder sums, int equation) {
        int count = problem.equations.partCount(equation);
        int[] of = new int[count + 1];
        long[] times = new long[count + 1];
        int length = 0;
        long known = 0;
        for (int p = -1; p < count; p++) {
            int cell = p < 0 ? problem.equations.total(equation) : problem.equations.part(equation, p);
            int sign = p < 0 ? -1 : 1;
            if (near.place(cell) >= 0) {
                of[length] = near.place(cell);
                times[length++] = sign;
            } else {
                known -= sign * problem.table.value(cell);
            }
        }
        sums.add(Arrays.copyOf(of, length), Arrays.copyOf(times, length), known, known);
    }

    private void addDifference(KnownSums.Builder sums, int[] pair, int place) {
        int[] of = new int[3];
        long[] times = new long[3];
        int length = 0;
        long known = 0;
        for (int i = 0; i < 2; i++) {
            int sign = i == 0 ? 1 : -1;
            if (near.place(pair[i]) >= 0) {
                of[length] = near.place(pair[i]);
                times[length++] = sign;
            } else {
                known -= sign * problem.table.value(pair[i]);
            }
        }
        of[length] = place;
        times[length++] = -1;
        sums.add(Arrays.copyOf(of, length), Arrays.copyOf(times, length), known, known);
    }

    /** What can be inferred about an item, the search ended once the interval is {@code enough} wide. */
    Inference inference(int item, long enough) {
        int place = place(item);
        if (place < 0) {
            long value = item < problem.cells ? problem.table.value(item) : 0;
            return new Inference(value, value, value, value);
        }
        return attacker.inference(place, enough);
    }

    /**
     * The cells whose figures differ from the truth in the two worlds that show how wide the interval of an item is: as long
     * as those stay hidden, it stays that wide. Amounts are attacked in real numbers, without such worlds, so there it is
     * all cells.
     */
    Set<Integer> support(int item) {
        Set<Integer> support = new HashSet<>();
        int asked = place(item);
        if (problem.table.decimals() > 0) {
            for (int place = 0; place < near.count(); place++) {
                support.add(near.cell(place));
            }
            return support;
        }
        if (asked >= 0) {
            for (boolean greatest : new boolean[] {false, true}) {
                long[] world = attacker.solutionWith(asked, greatest);
                for (int place = 0; place < near.count(); place++) {
                    if (world[place] != problem.table.value(near.cell(place))) {
                        support.add(near.cell(place));
                    }
                }
            }
        }
        return support;
    }

    private int place(int item) {
        return item < problem.cells ? near.place(item) : differencePlaces[item - problem.cells];
    }
}
