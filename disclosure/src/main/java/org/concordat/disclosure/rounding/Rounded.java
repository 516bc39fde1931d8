package org.concordat.disclosure.rounding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Equations;
import org.concordat.disclosure.tables.Table;

/** A rounded table: what stands in each cell now, by how much it changed, and whether the totals still add up. */
public final class Rounded {
    private final Table table;
    private final long base;
    private final long[] values;

    Rounded(Table table, long base, long[] values) {
        this.table = table;
        this.base = base;
        this.values = values;
    }

    static void requireBase(long base) {
        if (base < 2) {
            throw new IllegalArgumentException(
                    "a base for rounding is 2 or more, in units of the last digit, given " + base);
        }
    }

    /** What was rounded. */
    public Table table() {
        return table;
    }

    /** To multiples of what, in units of the last digit. */
    public long base() {
        return base;
    }

    /** What stands in {@code cell} now, in units of the last digit. */
    public long value(int cell) {
        return values[cell];
    }

    /** How much more stands in {@code cell} than did; below 0 where it is less. */
    public long change(int cell) {
        return values[cell] - table.value(cell);
    }

    /** The largest change of a cell meant for release, up or down. */
    public long largestChange() {
        return released().mapToLong(cell -> Math.abs(change(cell))).max().orElse(0);
    }

    /** How many cells meant for release are not what they were. */
    public long changedCells() {
        return released().filter(cell -> change(cell) != 0).count();
    }

    /** Whether every total equals its parts. */
    public boolean addsUp() {
        Equations equations = table.equations();
        return IntStream.range(0, equations.count())
                .allMatch(equation -> values[equations.total(equation)]
                        == IntStream.range(0, equations.partCount(equation))
                                .mapToLong(part -> values[equations.part(equation, part)])
                                .sum());
    }

    private IntStream released() {
        return IntStream.range(0, values.length).filter(table::isReleased);
    }

    /** A table whose base cells are as given, each total the sum of its base cells. */
    static Rounded summed(Table table, long base, long[] values) {
        long[] summed = values.clone();
        for (int cell = 0; cell < summed.length; cell++) {
            if (!table.isBase(cell)) {
                summed[cell] = Arrays.stream(table.bases(cell))
                        .mapToLong(part -> values[part])
                        .sum();
            }
        }
        return new Rounded(table, base, summed);
    }
}
