package org.concordat.disclosure.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table: every combination of its dimensions' codes is a cell, numbered from 0 with the last dimension fastest, and every
 * total equals its parts exactly. Figures are whole multiples of a unit (1 for counts; a hundredth for amounts in pence). A
 * structural zero is a cell that cannot hold anyone, which everybody knows. Some cells may not be meant for release at all:
 * several tables that share figures are one table of which only those cells are released that stand in one of them.
 */
public final class Table {
    /** The largest table that is taken: more cells than this are a mistake in the dimensions. */
    public static final int MOST_CELLS = 4_000_000;

    private final List<Dimension> dimensions;
    private final int[] strides;
    private final long[] values;
    private final int decimals;
    private final BitSet structuralZeros;
    private final BitSet released;
    private final Equations equations;
    private final Optional<Contributors> contributors;

    private Table(
            Frame frame,
            long[] values,
            int decimals,
            BitSet structuralZeros,
            BitSet released,
            Optional<Contributors> who) {
        this.dimensions = frame.dimensions();
        this.strides = frame.strides();
        this.values = values;
        this.decimals = decimals;
        this.structuralZeros = structuralZeros;
        this.released = released;
        this.equations = Equations.of(dimensions, strides, frame.cellCount());
        this.contributors = who;
    }

    private Table(Table table, BitSet released) {
        dimensions = table.dimensions;
        strides = table.strides;
        values = table.values;
        decimals = table.decimals;
        structuralZeros = table.structuralZeros;
        equations = table.equations;
        contributors = table.contributors;
        this.released = released;
    }

    /** A table whose base cells are filled in {@code values}; totals are summed here. */
    static Table summed(Frame frame, long[] values, int decimals, BitSet structuralZeros, Optional<Contributors> who) {
        frame.sumUp(values);
        BitSet zeros = (BitSet) structuralZeros.clone();
        frame.spreadImpossible(zeros);
        BitSet released = new BitSet();
        released.set(0, frame.cellCount());
        return new Table(frame, values, decimals, zeros, released, who);
    }

    /**
     * The same figures, of which only the cells that {@code meant} accepts are meant for release. The others are known to
     * nobody outside, and hide nothing by themselves.
     *
     * @param meant asked with a cell's codes, one a dimension
     */
    public Table releasing(Predicate<List<String>> meant) {
        BitSet kept = new BitSet();
        for (int cell = 0; cell < values.length; cell++) {
            if (meant.test(codes(cell))) {
                kept.set(cell);
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("at least one cell is meant for release, given a rule that keeps none");
        }
        return new Table(this, kept);
    }

    /** By what it is broken down, in order. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** How many cells it has, totals included. */
    public int cellCount() {
        return values.length;
    }

    /** How many digits after the point a figure has: 0 for counts. */
    public int decimals() {
        return decimals;
    }

    /** The figure of {@code cell} in units of the last digit. */
    public long value(int cell) {
        return values[cell];
    }

    /** The figure of {@code cell}. */
    public BigDecimal figure(int cell) {
        return BigDecimal.valueOf(values[cell], decimals);
    }

    /** Whether nobody can be in {@code cell}; a total of nothing else counts too. */
    public boolean isStructuralZero(int cell) {
        return structuralZeros.get(cell);
    }

    /** Whether {@code cell} is meant for release. */
    public boolean isReleased(int cell) {
        return released.get(cell);
    }

    /** Whether {@code cell} is no total of others. */
    public boolean isBase(int cell) {
        for (int d = 0; d < strides.length; d++) {
            if (code(cell, d) >= dimensions.get(d).baseCount()) {
                return false;
            }
        }
        return true;
    }

    /** The place of the code of {@code cell} among those of the {@code dimension}th dimension. */
    public int code(int cell, int dimension) {
        return cell / strides[dimension] % dimensions.get(dimension).codes().size();
    }

    /** The codes of {@code cell}, one a dimension. */
    public List<String> codes(int cell) {
        List<String> codes = new ArrayList<>(strides.length);
        for (int d = 0; d < strides.length; d++) {
            codes.add(dimensions.get(d).codes().get(code(cell, d)));
        }
        return codes;
    }

    /** The number of the cell with these codes, one a dimension. */
    public int cell(List<String> codes) {
        return new Frame(dimensions, strides, values.length).cell(codes);
    }

    /** The number of the cell with these codes, one a dimension. */
    public int cell(String... codes) {
        return cell(Arrays.asList(codes));
    }

    /** The base cells that {@code cell} is the sum of, ascending; itself where it is one. */
    public int[] bases(int cell) {
        int[] cells = {0};
        for (int d = 0; d < strides.length; d++) {
            int[] codes = dimensions.get(d).bases(code(cell, d));
            int[] next = new int[cells.length * codes.length];
            int at = 0;
            for (int before : cells) {
                for (int code : codes) {
                    next[at++] = before + code * strides[d];
                }
            }
            cells = next;
        }
        return cells;
    }

    /** A cell as a sentence names it: "ward E05000827, religion Sikh". No figure. */
    public String name(int cell) {
        List<String> codes = codes(cell);
        return IntStream.range(0, codes.size())
                .mapToObj(d -> dimensions.get(d).name() + " " + codes.get(d))
                .collect(Collectors.joining(", "));
    }

    /** The sums that hold among the cells. */
    public Equations equations() {
        return equations;
    }

    /** Along which dimension {@code equation} sums. */
    public Dimension dimension(int equation) {
        int total = equations.total(equation);
        int part = equations.part(equation, 0);
        for (int d = 0; d < strides.length; d++) {
            if (code(total, d) != code(part, d)) {
                return dimensions.get(d);
            }
        }
        throw new IllegalStateException("a total differs from its parts in one dimension");
    }

    /** Who stands behind each cell, where the table was counted from rows. */
    public Optional<Contributors> contributors() {
        return contributors;
    }

    @Override
    public String toString() {
        return "Table[" + dimensions + ", " + values.length + " cells]";
    }
}
