package org.concordat.disclosure.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts rows, one a person, household or firm (or several of one firm), to a table that knows who stands behind each cell.
 * What a contributor adds to a cell is its weight, or its weight times its amount; a row of nothing still counts its
 * contributor. Rows may come in any order.
 */
public final class RowCounter {
    private record Row(int cell, int contributor, long amount) {}

    private final Frame frame;
    private final int decimals;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> contributors = new HashMap<>();
    private final BitSet structuralZeros = new BitSet();
    private int nameless;

    /**
     * Starts a table of counts.
     *
     * @param dimensions by what it is broken down, one or more
     */
    public RowCounter(List<Dimension> dimensions) {
        this(dimensions, 0);
    }

    /**
     * Starts a table of amounts or of weighted counts.
     *
     * @param dimensions by what it is broken down, one or more
     * @param decimals how many digits after the point an amount times its weight may have, 0 to 9
     */
    public RowCounter(List<Dimension> dimensions, int decimals) {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("figures have between 0 and 9 decimals, given " + decimals);
        }
        this.frame = Frame.of(dimensions);
        this.decimals = decimals;
    }

    /** Counts one more person, who is in no other row. */
    public RowCounter row(List<String> codes) {
        return add(codes, contributors.size() + nameless++, BigDecimal.ONE);
    }

    /** Adds {@code amount} (times its weight, where there is one), which is 0 or more, of a contributor. */
    public RowCounter row(List<String> codes, String contributor, BigDecimal amount) {
        Integer known = contributors.get(contributor);
        if (known == null) {
            known = contributors.size() + nameless;
            contributors.put(contributor, known);
        }
        return add(codes, known, amount);
    }

    /** Says that a base cell cannot hold anyone, as a widowed child. */
    public RowCounter structuralZero(List<String> codes) {
        int cell = frame.cell(codes);
        if (!frame.isBase(cell)) {
            throw new IllegalArgumentException("structural zeros are said of base cells, given the total " + codes);
        }
        structuralZeros.set(cell);
        return this;
    }

    private RowCounter add(List<String> codes, int contributor, BigDecimal amount) {
        int cell = frame.cell(codes);
        if (!frame.isBase(cell)) {
            throw new IllegalArgumentException("a row belongs to a base cell, given the total " + codes);
        }
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amounts are 0 or more, but one in the cell " + codes + " is below 0");
        }
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(
                    "an amount in the cell " + codes + " has more than " + decimals + " digits after the point");
        }
        rows.add(new Row(cell, contributor, amount.movePointRight(decimals).longValueExact()));
        return this;
    }

    /** The table of the rows so far. */
    public Table table() {
        long[] values = new long[frame.cellCount()];
        for (Row row : rows) {
            if (structuralZeros.get(row.cell)) {
                throw new IllegalArgumentException("a row lies in a cell that was said to hold nobody");
            }
            values[row.cell] = Math.addExact(values[row.cell], row.amount);
        }
        return Table.summed(frame, values, decimals, structuralZeros, Optional.of(countContributors()));
    }

    private Contributors countContributors() {
        int cells = frame.cellCount();
        int[][] above = new int[cells][];
        int[] sizes = new int[cells];
        for (Row row : rows) {
            if (above[row.cell] == null) {
                above[row.cell] = holders(row.cell);
            }
            for (int cell : above[row.cell]) {
                sizes[cell]++;
            }
        }
        long[][] amounts = new long[cells][];
        int[][] who = new int[cells][];
        for (int cell = 0; cell < cells; cell++) {
            amounts[cell] = new long[sizes[cell]];
            who[cell] = new int[sizes[cell]];
        }
        // Rows of one contributor stand together, so that its holding in a cell is summed by looking at the last entry
        // alone.
        rows.sort(Comparator.comparingInt(Row::contributor).thenComparingInt(Row::cell));
        int[] ends = new int[cells];
        for (Row row : rows) {
            for (int cell : above[row.cell]) {
                int end = ends[cell];
                if (end > 0 && who[cell][end - 1] == row.contributor) {
                    amounts[cell][end - 1] = Math.addExact(amounts[cell][end - 1], row.amount);
                } else {
                    who[cell][end] = row.contributor;
                    amounts[cell][end] = row.amount;
                    ends[cell]++;
                }
            }
        }
        int[] alone = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            alone[cell] = ends[cell] == 1 ? who[cell][0] : Contributors.NOBODY_ALONE;
            amounts[cell] = largest(amounts[cell], ends[cell]);
        }
        return new Contributors(ends, amounts, alone);
    }

    private static long[] largest(long[] amounts, int count) {
        long[] sorted = Arrays.copyOf(amounts, count);
        Arrays.sort(sorted);
        long[] largest = new long[Math.min(count, Contributors.LARGEST_KEPT)];
        for (int i = 0; i < largest.length; i++) {
            largest[i] = sorted[count - 1 - i];
        }
        return largest;
    }

    /** The cells that a base cell is counted in: itself and every total over it. */
    private int[] holders(int base) {
        int[] cells = {0};
        for (int d = 0; d < frame.strides().length; d++) {
            Dimension dimension = frame.dimensions().get(d);
            int stride = frame.strides()[d];
            int[] codes = dimension.holders(base / stride % dimension.codes().size());
            int[] next = new int[cells.length * codes.length];
            int at = 0;
            for (int before : cells) {
                for (int code : codes) {
                    next[at++] = before + code * stride;
                }
            }
            cells = next;
        }
        return cells;
    }
}
