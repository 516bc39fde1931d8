package org.concordat.disclosure.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

final class ControlledRounderTest {
    private static final ControlledRounder ROUNDER = new ControlledRounder(3, 20);

    @Test
    void keepsEverySumOfATwoWayTable() {
        for (int seed = 0; seed < 10; seed++) {
            Table table = MadeUpTables.of(seed, 9, 5, 6);
            Rounded rounded = ROUNDER.round(table).orElseThrow();
            assertThat(rounded.addsUp()).as("seed %d", seed).isTrue();
            for (int cell = 0; cell < table.cellCount(); cell++) {
                assertThat(rounded.value(cell) % 3).isZero();
                assertThat(Math.abs(rounded.change(cell))).isLessThan(3);
            }
        }
    }

    /** No other choice of up and down that adds up changes less, tried one by one. */
    @Test
    void changesLeastInAll() {
        for (int seed = 0; seed < 20; seed++) {
            Table table = MadeUpTables.of(seed, 7, 2, 3);
            Rounded rounded = ROUNDER.round(table).orElseThrow();
            assertThat(moved(rounded)).as("seed %d", seed).isEqualTo(least(table));
        }
    }

    /** A cube of ones and twos in which every line adds to a multiple of the base and no choice of corners does. */
    @Test
    void saysWhereThereIsNone() {
        var dimensions = List.of(
                Dimension.flat("a", "Total", List.of("a0", "a1")),
                Dimension.flat("b", "Total", List.of("b0", "b1")),
                Dimension.flat("c", "Total", List.of("c0", "c1")));
        int none = 0;
        for (int seed = 0; seed < 200; seed++) {
            GivenCells cells = new GivenCells(dimensions);
            Table made = MadeUpTables.of(seed, 5, 2, 2, 2);
            for (int corner = 0; corner < 8; corner++) {
                int a = corner & 1;
                int b = corner >> 1 & 1;
                int c = corner >> 2;
                cells.cell(List.of("a" + a, "b" + b, "c" + c), made.value(made.cell("d0-" + a, "d1-" + b, "d2-" + c)));
            }
            Table table = cells.fromBase();
            boolean found = ROUNDER.round(table).isPresent();
            assertThat(found).as("seed %d", seed).isEqualTo(least(table) < Long.MAX_VALUE);
            none += found ? 0 : 1;
        }
        assertThat(none)
                .as("cubes without a rounding, so that both answers are tried")
                .isBetween(1, 199);
    }

    private static long moved(Rounded rounded) {
        return IntStream.range(0, rounded.table().cellCount())
                .mapToLong(cell -> Math.abs(rounded.change(cell)))
                .sum();
    }

    private static long least(Table table) {
        int[] bases =
                IntStream.range(0, table.cellCount()).filter(table::isBase).toArray();
        long least = Long.MAX_VALUE;
        for (int choice = 0; choice < 1 << bases.length; choice++) {
            long[] values = new long[table.cellCount()];
            boolean allowed = true;
            for (int i = 0; i < bases.length; i++) {
                long value = table.value(bases[i]);
                boolean up = (choice >> i & 1) == 1;
                allowed &= !up || value % 3 != 0;
                values[bases[i]] = value / 3 * 3 + (up ? 3 : 0);
            }
            Rounded rounded = Rounded.summed(table, 3, values);
            if (allowed && rounded.largestChange() < 3) {
                least = Math.min(least, moved(rounded));
            }
        }
        return least;
    }
}
