package org.concordat.disclosure.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Sum;
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

    /** Three ones of which each two come to 2: to a base of 2 each pair stays, so each would have to be 1. */
    @Test
    void saysWhereThereIsNone() {
        Dimension kinds = Dimension.of(
                "kind",
                List.of(
                        new Sum("a or b", List.of("a", "b")),
                        new Sum("b or c", List.of("b", "c")),
                        new Sum("a or c", List.of("a", "c")),
                        new Sum("Total", List.of("a or b", "c")),
                        new Sum("Total", List.of("b or c", "a")),
                        new Sum("Total", List.of("a or c", "b"))));
        GivenCells cells = new GivenCells(List.of(kinds));
        List.of("a", "b", "c").forEach(code -> cells.cell(List.of(code), 1));
        assertThat(new ControlledRounder(2, 20).round(cells.fromBase())).isEmpty();
        assertThat(new ControlledRounder(3, 20).round(cells.fromBase())).isPresent();
    }

    @Test
    void findsARoundingOfACubeWhereThereIsOne() {
        for (int seed = 0; seed < 20; seed++) {
            Table table = MadeUpTables.of(seed, 5, 2, 2, 2);
            assertThat(ROUNDER.round(table).isPresent()).as("seed %d", seed).isEqualTo(least(table) < Long.MAX_VALUE);
        }
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
            Rounded rounded = Rounded.summed(table, 3, Rounded.Way.EITHER_WAY, values);
            if (allowed && rounded.largestChange() < 3) {
                least = Math.min(least, moved(rounded));
            }
        }
        return least;
    }
}
