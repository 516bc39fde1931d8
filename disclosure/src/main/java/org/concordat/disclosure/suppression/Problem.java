package org.concordat.disclosure.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.tables.Contributors;
import org.concordat.disclosure.tables.Equations;
import org.concordat.disclosure.tables.Table;

/**
 * A table ready to be protected: which cells everybody knows, which must not become known, and what hiding costs. An item is
 * something that must not become known: a cell, or (numbered after the cells) the difference of two.
 */
final class Problem {
    /** Everybody knows the cell whatever is hidden. */
    static final byte KNOWN = 0;
    /** The cell is published unless it is chosen to hide others. */
    static final byte CANDIDATE = 1;
    /** The cell is hidden, but need not be guarded. */
    static final byte HIDDEN = 2;
    /** The cell is hidden, and nobody may work it out. */
    static final byte GUARDED = 3;

    final Table table;
    final Equations equations;
    final int cells;
    final byte[] roles;
    final double[] costs;
    final long[] widths;
    final int[][] differences;
    /** Whether the attacker knows that no hidden cell is 0. */
    final boolean hiddenAboveZero;

    final int[][] insiders;
    final Map<Integer, List<Integer>> insidersOf = new TreeMap<>();
    final Map<Integer, List<Integer>> differencesOf = new TreeMap<>();

    Problem(Table table, List<Finding> findings, Protection protection) {
        this.table = table;
        equations = table.equations();
        cells = table.cellCount();
        roles = new byte[cells];
        costs = new double[cells];
        widths = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            roles[cell] = role(table, cell, protection);
            costs[cell] = (protection.cost() == Cost.SIZE ? Math.max(1, table.value(cell)) : 1)
                    * protection.weights().getOrDefault(cell, 1.0);
        }
        List<int[]> apart = new ArrayList<>();
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.UnsafeCell unsafe -> {
                    check(unsafe.cell(), protection);
                    roles[unsafe.cell()] = GUARDED;
                    widths[unsafe.cell()] =
                            Math.max(widths[unsafe.cell()], Math.max(unsafe.width(), protection.leastWidth()));
                }
                case Finding.UnsafeDifference unsafe -> {
                    mayHideZeros(unsafe, protection);
                    for (int cell : new int[] {unsafe.total(), unsafe.cell()}) {
                        differencesOf
                                .computeIfAbsent(cell, key -> new ArrayList<>())
                                .add(apart.size());
                    }
                    apart.add(new int[] {unsafe.total(), unsafe.cell()});
                }
            }
        }
        differences = apart.toArray(int[][]::new);
        spreadKnownZeros();
        hiddenAboveZero = protection.zerosAreShown() && !mayZerosBeHidden();
        insiders = protection.insiders() ? insiders() : new int[0][];
        for (int insider = 0; insider < insiders.length; insider++) {
            for (int cell : insiders[insider]) {
                insidersOf.computeIfAbsent(cell, key -> new ArrayList<>()).add(insider);
            }
        }
    }

    private static byte role(Table table, int cell, Protection protection) {
        if (table.isStructuralZero(cell)) {
            return KNOWN;
        }
        if (!table.isReleased(cell) || protection.hide().contains(cell)) {
            return HIDDEN;
        }
        boolean kept = protection.publish().contains(cell) || table.value(cell) == 0 && !protection.zerosMayBeHidden();
        return kept ? KNOWN : CANDIDATE;
    }

    private void check(int cell, Protection protection) {
        if (table.isStructuralZero(cell)) {
            throw new IllegalArgumentException(
                    "a structural zero is known to everybody and cannot be unsafe: " + table.name(cell));
        }
        if (protection.publish().contains(cell)) {
            throw new IllegalArgumentException(
                    "the unsafe cell " + table.name(cell) + " cannot be published; take it out of those that must be");
        }
    }

    /** A difference of 0 is hidden by nothing but zeros. */
    private void mayHideZeros(Finding.UnsafeDifference unsafe, Protection protection) {
        for (int i = 0; i < equations.equationCount(unsafe.total()); i++) {
            int equation = equations.equation(unsafe.total(), i);
            if (equations.total(equation) != unsafe.total() || !holds(equation, unsafe.cell())) {
                continue;
            }
            for (int p = 0; p < equations.partCount(equation); p++) {
                int part = equations.part(equation, p);
                if (!table.isStructuralZero(part)
                        && roles[part] == KNOWN
                        && !protection.publish().contains(part)) {
                    roles[part] = CANDIDATE;
                }
            }
        }
    }

    private boolean holds(int equation, int cell) {
        for (int p = 0; p < equations.partCount(equation); p++) {
            if (equations.part(equation, p) == cell) {
                return true;
            }
        }
        return false;
    }

    /** Figures are not below 0, so whoever knows that a total is 0 knows it of each part. */
    private void spreadKnownZeros() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int equation = 0; equation < equations.count(); equation++) {
                int total = equations.total(equation);
                if (roles[total] != KNOWN || table.value(total) != 0) {
                    continue;
                }
                for (int p = 0; p < equations.partCount(equation); p++) {
                    int part = equations.part(equation, p);
                    if (roles[part] == CANDIDATE || roles[part] == HIDDEN) {
                        roles[part] = KNOWN;
                        changed = true;
                    }
                }
            }
        }
    }

    private boolean mayZerosBeHidden() {
        for (int cell = 0; cell < cells; cell++) {
            if (roles[cell] != KNOWN && table.isReleased(cell) && table.value(cell) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The least figure that anybody outside thinks possible for a cell that is not published. */
    long least(int cell) {
        return hiddenAboveZero && table.isReleased(cell) ? 1 : 0;
    }

    /** The cells that each insider knows because nobody else is in them: a person counted alone, a firm alone in a branch. */
    private int[][] insiders() {
        Map<Integer, List<Integer>> known = new TreeMap<>();
        if (table.contributors().isPresent()) {
            Contributors who = table.contributors().get();
            for (int cell = 0; cell < cells; cell++) {
                if (who.alone(cell) != Contributors.NOBODY_ALONE && roles[cell] != KNOWN) {
                    known.computeIfAbsent(who.alone(cell), key -> new ArrayList<>())
                            .add(cell);
                }
            }
        } else if (table.decimals() == 0) {
            // In a count of persons, whoever is in a cell of 1 is alone there and in every total of 1 above it.
            for (int cell = 0; cell < cells; cell++) {
                if (table.value(cell) == 1 && roles[cell] != KNOWN) {
                    int base = Arrays.stream(table.bases(cell))
                            .filter(part -> table.value(part) == 1)
                            .findFirst()
                            .orElseThrow();
                    known.computeIfAbsent(base, key -> new ArrayList<>()).add(cell);
                }
            }
        }
        return known.values().stream()
                .map(cellsKnown ->
                        cellsKnown.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** What is hidden before anything is chosen. */
    boolean[] hiddenAtFirst() {
        boolean[] hidden = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            hidden[cell] = roles[cell] == HIDDEN || roles[cell] == GUARDED;
        }
        return hidden;
    }

    /** Every item, in order. */
    int[] items() {
        int[] items = new int[cells + differences.length];
        int count = 0;
        for (int cell = 0; cell < cells; cell++) {
            if (roles[cell] == GUARDED) {
                items[count++] = cell;
            }
        }
        for (int difference = 0; difference < differences.length; difference++) {
            items[count++] = cells + difference;
        }
        return Arrays.copyOf(items, count);
    }

    /** The cells that an item is made of: one, or a total and its part. */
    int[] cellsOf(int item) {
        return item < cells ? new int[] {item} : differences[item - cells].clone();
    }
}
