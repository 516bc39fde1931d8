package org.concordat.disclosure.rounding;

import java.util.SplittableRandom;
import org.concordat.disclosure.tables.Table;

/**
 * Rounds every cell by itself to a multiple of a base. Totals are rounded too, not summed, so a table no longer adds up; each
 * cell is within one base of the truth.
 */
public final class Rounder {
    private Rounder() {}

    /**
     * To the nearest multiple, halves upwards. What is published tells exactly within which range the truth lies, so it hides
     * a small count only if the base is at least twice as large.
     */
    public static Rounded conventional(Table table, long base) {
        Rounded.requireBase(base);
        long[] values = new long[table.cellCount()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = Math.floorDiv(2 * table.value(cell) + base, 2 * base) * base;
        }
        return new Rounded(table, base, Rounded.Way.NEAREST, values);
    }

    /**
     * Up or down to a next multiple, by chance, so that it is right on average: 7 becomes 10 twice in five times, else 5. A
     * cell is rounded by its codes, its figure and the seed alone: the same cell comes out alike each time it is asked for.
     *
     * @param seed kept secret, and the same for as long as the data are published from
     */
    public static Rounded random(Table table, long base, long seed) {
        Rounded.requireBase(base);
        long[] values = new long[table.cellCount()];
        for (int cell = 0; cell < values.length; cell++) {
            long value = table.value(cell);
            long down = Math.floorDiv(value, base) * base;
            long mixed = seed;
            for (String code : table.codes(cell)) {
                mixed = new SplittableRandom(mixed ^ code.hashCode()).nextLong();
            }
            boolean up = new SplittableRandom(mixed ^ value).nextLong(base) < value - down;
            values[cell] = up ? down + base : down;
        }
        return new Rounded(table, base, Rounded.Way.EITHER_WAY, values);
    }
}
