package org.concordat.disclosure.rounding;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.tables.Equations;
import org.concordat.disclosure.tables.Table;

/**
 * A rounded table: what stands in each cell now, by how much it changed, whether the totals still add up, and what someone who
 * sees it can work out.
 */
public final class Rounded {
    /** How figures were rounded, which everybody is taken to know. */
    enum Way {
        /** Each to the nearest multiple, halves upwards. */
        NEAREST,
        /** Each up or down to a next multiple. */
        EITHER_WAY,
        /** What small counts come of to 0 or the base, everything else summed anew. */
        SMALL_COUNTS
    }

    private final Table table;
    private final long base;
    private final Way way;
    private final long[] values;

    Rounded(Table table, long base, Way way, long[] values) {
        this.table = table;
        this.base = base;
        this.way = way;
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

    /** The least that can stand behind the figure of {@code cell}, for someone who sees no other. */
    public long least(int cell) {
        return switch (way) {
            case NEAREST -> Math.max(0, values[cell] - base / 2);
            case EITHER_WAY -> Math.max(0, values[cell] - base + 1);
            case SMALL_COUNTS ->
                !table.isBase(cell)
                        ? Math.max(0, values[cell] - changeOfParts(cell))
                        : values[cell] == base ? 1 : values[cell];
        };
    }

    /** The most that can stand behind the figure of {@code cell}, for someone who sees no other. */
    public long most(int cell) {
        return switch (way) {
            case NEAREST -> values[cell] + (base - 1) / 2;
            case EITHER_WAY -> values[cell] + base - 1;
            case SMALL_COUNTS ->
                !table.isBase(cell) ? values[cell] + changeOfParts(cell) : values[cell] == 0 ? base - 1 : values[cell];
        };
    }

    private long changeOfParts(int cell) {
        return table.bases(cell).length * (base - 1);
    }

    /**
     * Someone who sees all figures meant for release, and knows how they were rounded, which totals are the sums of which
     * cells, and that no count is below 0. The unknowns are the cells' true counts.
     */
    public Attacker attacker() {
        long[] least = new long[values.length];
        long[] most = new long[values.length];
        long[] truth = new long[values.length];
        for (int cell = 0; cell < values.length; cell++) {
            least[cell] = table.isReleased(cell) ? least(cell) : 0;
            most[cell] = table.isStructuralZero(cell) ? 0 : table.isReleased(cell) ? most(cell) : Bounds.NO_LIMIT;
            truth[cell] = table.value(cell);
        }
        return Attacker.onCounts(table.equations().knownSums(), Bounds.of(least, most), truth);
    }

    private IntStream released() {
        return IntStream.range(0, values.length).filter(table::isReleased);
    }

    /** A table whose base cells are as given, each total the sum of its base cells. */
    static Rounded summed(Table table, long base, Way way, long[] values) {
        long[] summed = values.clone();
        for (int cell = 0; cell < summed.length; cell++) {
            if (!table.isBase(cell)) {
                summed[cell] = Arrays.stream(table.bases(cell))
                        .mapToLong(part -> values[part])
                        .sum();
            }
        }
        return new Rounded(table, base, way, summed);
    }
}
