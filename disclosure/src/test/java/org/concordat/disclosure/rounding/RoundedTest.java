package org.concordat.disclosure.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

/** What someone works out who sees a rounded table, held against trying every table that would have been rounded alike. */
final class RoundedTest {
    private static final int MOST = 9;

    @Test
    void whatFitsATableRoundedToTheNearestIsWhatTryingEveryTableFinds() {
        for (int seed = 0; seed < 12; seed++) {
            Table table = MadeUpTables.of(seed, 4, 2, 2);
            Rounded rounded = Rounder.conventional(table, 3);
            assertFits(rounded, cells -> {
                Rounded other = Rounder.conventional(of(cells), 3);
                return IntStream.range(0, table.cellCount()).allMatch(c -> other.value(c) == rounded.value(c));
            });
        }
    }

    @Test
    void whatFitsATableRoundedEitherWayIsWhatTryingEveryTableFinds() {
        for (int seed = 0; seed < 12; seed++) {
            Table table = MadeUpTables.of(seed, 4, 2, 2);
            Rounded rounded = new ControlledRounder(3, 10).round(table).orElseThrow();
            assertFits(rounded, cells -> {
                Table other = of(cells);
                return IntStream.range(0, table.cellCount())
                        .allMatch(c -> Math.abs(other.value(c) - rounded.value(c)) < 3);
            });
        }
    }

    @Test
    void whatFitsATableWithSmallCountsRoundedIsWhatTryingEveryTableFinds() {
        for (int seed = 0; seed < 12; seed++) {
            Table table = MadeUpTables.of(seed, 7, 2, 2);
            Rounded rounded = new SmallCountRounder(3).round(table);
            assertFits(
                    rounded,
                    cells -> IntStream.range(0, cells.length).allMatch(i -> {
                        long seen = rounded.value(base(table)[i]);
                        return seen > 3 ? cells[i] == seen : seen == 3 ? cells[i] >= 1 && cells[i] <= 3 : cells[i] < 3;
                    }));
        }
    }

    @Test
    void totalsRoundedByThemselvesCanTellWhatEachCellHides() {
        // Published are 0, 0 and 3: no cell is above 1, and only two of 1 come to 2.
        Rounded rounded = Rounder.conventional(table(1, 1), 3);

        assertThat(IntStream.range(0, 3).mapToLong(rounded::value)).containsExactly(0L, 0L, 3L);
        assertThat(rounded.attacker().inference(0).exactlyKnown()).isTrue();
        assertThat(rounded.attacker().inference(0).least()).isEqualTo(1);
    }

    @Test
    void countsOfTheBaseAndMoreStayAsTheyAreWhereSmallOnesAreRounded() {
        Rounded rounded = new SmallCountRounder(3).round(table(5, 1, 1));

        assertThat(rounded.attacker().inference(0).exactlyKnown()).isTrue();
        assertThat(rounded.attacker().inference(1).width()).isEqualTo(2);
    }

    private static Table table(int... counts) {
        Dimension only = Dimension.flat(
                "kind",
                "all",
                IntStream.range(0, counts.length).mapToObj(i -> "k" + i).toList());
        GivenCells cells = new GivenCells(List.of(only));
        IntStream.range(0, counts.length).forEach(i -> cells.cell(List.of("k" + i), counts[i]));
        return cells.fromBase();
    }

    private static int[] base(Table table) {
        return IntStream.range(0, table.cellCount()).filter(table::isBase).toArray();
    }

    private static Table of(int[] cells) {
        Table frame = MadeUpTables.of(0, 1, 2, 2);
        GivenCells given = new GivenCells(frame.dimensions());
        int[] base = base(frame);
        IntStream.range(0, base.length).forEach(i -> given.cell(frame.codes(base[i]), cells[i]));
        return given.fromBase();
    }

    /** Whether a table of four cells would have been rounded as this one was. */
    private interface Fits {
        boolean fits(int[] cells);
    }

    private static void assertFits(Rounded rounded, Fits fits) {
        int cellCount = rounded.table().cellCount();
        long[] least = new long[cellCount];
        long[] most = new long[cellCount];
        Arrays.fill(least, Long.MAX_VALUE);
        int choices = MOST + 1;
        for (int code = 0; code < choices * choices * choices * choices; code++) {
            int[] cells = {
                code % choices,
                code / choices % choices,
                code / choices / choices % choices,
                code / choices / choices / choices
            };
            if (fits.fits(cells)) {
                Table possible = of(cells);
                for (int cell = 0; cell < cellCount; cell++) {
                    least[cell] = Math.min(least[cell], possible.value(cell));
                    most[cell] = Math.max(most[cell], possible.value(cell));
                }
            }
        }
        Attacker attacker = rounded.attacker();
        for (int cell = 0; cell < cellCount; cell++) {
            assertThat(attacker.inference(cell))
                    .as(rounded.table().name(cell))
                    .isEqualTo(new Inference(least[cell], most[cell], least[cell], most[cell]));
        }
    }
}
