package org.concordat.disclosure.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Figures as they were counted by somebody else, put together to a table: base cells, and totals where they were published.
 * A base cell that is not given is 0. A given total is held against its parts; it is never used to fill or mend anything.
 */
public final class GivenCells {
    private final Frame frame;
    private final int decimals;
    private final long[] values;
    private final BitSet given = new BitSet();
    private final BitSet structuralZeros = new BitSet();

    /**
     * Starts a table of counts.
     *
     * @param dimensions by what it is broken down, one or more
     */
    public GivenCells(List<Dimension> dimensions) {
        this(dimensions, 0);
    }

    /**
     * Starts a table of amounts.
     *
     * @param dimensions by what it is broken down, one or more
     * @param decimals how many digits after the point a figure may have, 0 to 9
     */
    public GivenCells(List<Dimension> dimensions, int decimals) {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("figures have between 0 and 9 decimals, given " + decimals);
        }
        this.frame = Frame.of(dimensions);
        this.decimals = decimals;
        this.values = new long[frame.cellCount()];
    }

    /** Says a count of a cell, base or total, which has not been said before. */
    public GivenCells cell(List<String> codes, long count) {
        return cell(codes, BigDecimal.valueOf(count));
    }

    /** Says the figure of a cell, base or total, which has not been said before: 0 or more, within the decimals. */
    public GivenCells cell(List<String> codes, BigDecimal figure) {
        int cell = frame.cell(codes);
        if (given.get(cell)) {
            throw new IllegalArgumentException("the cell " + codes + " is given twice");
        }
        if (figure.signum() < 0) {
            throw new IllegalArgumentException("figures are 0 or more, but that of the cell " + codes + " is below 0");
        }
        if (figure.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(
                    "the figure of the cell " + codes + " has more than " + decimals + " digits after the point");
        }
        if (structuralZeros.get(cell) && figure.signum() > 0) {
            throw new IllegalArgumentException("the cell " + codes + " cannot hold anyone, yet a figure is given");
        }
        given.set(cell);
        values[cell] = figure.movePointRight(decimals).longValueExact();
        return this;
    }

    /** Says that a base cell cannot hold anyone, as a widowed child. */
    public GivenCells structuralZero(List<String> codes) {
        int cell = frame.cell(codes);
        if (!frame.isBase(cell)) {
            throw new IllegalArgumentException("structural zeros are said of base cells, given the total " + codes);
        }
        if (values[cell] > 0) {
            throw new IllegalArgumentException("the cell " + codes + " cannot hold anyone, yet a figure is given");
        }
        structuralZeros.set(cell);
        return this;
    }

    /** Whether the cell with these codes cannot hold anyone. */
    public boolean isImpossible(List<String> codes) {
        return structuralZeros.get(frame.cell(codes));
    }

    /** Whether a figure was given for the cell with these codes. */
    public boolean isGiven(List<String> codes) {
        return given.get(frame.cell(codes));
    }

    /**
     * The table, every given total held against the sum of its parts as they were given; a part that is itself a total and
     * was not given counts as the sum of its own parts.
     */
    public TableReading read() {
        Table table = fromBase();
        long[] said = values.clone();
        for (int cell = 0; cell < said.length; cell++) {
            if (!given.get(cell)) {
                said[cell] = table.value(cell);
            }
        }
        Equations equations = table.equations();
        List<Disagreement> disagreements = new ArrayList<>();
        int totalsGiven = 0;
        for (int equation = 0; equation < equations.count(); equation++) {
            int total = equations.total(equation);
            if (!given.get(total)) {
                continue;
            }
            totalsGiven++;
            long sum = 0;
            for (int i = 0; i < equations.partCount(equation); i++) {
                sum = Math.addExact(sum, said[equations.part(equation, i)]);
            }
            if (sum != said[total]) {
                disagreements.add(new Disagreement(
                        table.codes(total),
                        table.dimension(equation).name(),
                        equations.partCount(equation),
                        BigDecimal.valueOf(sum, decimals),
                        BigDecimal.valueOf(said[total], decimals)));
            }
        }
        return disagreements.isEmpty()
                ? new TableReading.AddsUp(table)
                : new TableReading.DoesNotAddUp(disagreements, totalsGiven);
    }

    /** The table of the base cells alone; given totals are left out of account, and are summed anew. */
    public Table fromBase() {
        long[] base = values.clone();
        return Table.summed(frame, base, decimals, structuralZeros, Optional.empty());
    }
}
