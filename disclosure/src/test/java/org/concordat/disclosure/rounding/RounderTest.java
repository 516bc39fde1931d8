package org.concordat.disclosure.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

final class RounderTest {
    private static final Table TABLE = MadeUpTables.of(1, 12, 6, 7);

    @Test
    void roundsToTheNearestMultipleAndHalvesUpwards() {
        Rounded rounded = Rounder.conventional(TABLE, 4);
        for (int cell = 0; cell < TABLE.cellCount(); cell++) {
            assertThat(rounded.value(cell) % 4).isZero();
            assertThat(rounded.change(cell)).isBetween(-1L, 2L);
        }
        assertThat(rounded.largestChange()).isEqualTo(2);
        assertThat(rounded.addsUp()).isFalse();
    }

    @Test
    void roundsByChanceWithoutBias() {
        int seeds = 4_000;
        double[] sums = new double[TABLE.cellCount()];
        int[] ups = new int[TABLE.cellCount()];
        for (int seed = 0; seed < seeds; seed++) {
            Rounded rounded = Rounder.random(TABLE, 5, seed);
            for (int each = 0; each < sums.length; each++) {
                assertThat(rounded.value(each) % 5).isZero();
                assertThat(Math.abs(rounded.change(each))).isLessThan(5);
                sums[each] += rounded.change(each);
                ups[each] += rounded.change(each) > 0 ? 1 : 0;
            }
        }
        for (int each = 0; each < sums.length; each++) {
            // Four standard errors of a change whose standard deviation is 2.5 at the most, and a little for 56 cells.
            assertThat(sums[each] / seeds).isEqualTo(0, within(5 * 2.5 / Math.sqrt(seeds)));
            assertThat(ups[each] > 0 && ups[each] < seeds).isEqualTo(TABLE.value(each) % 5 != 0);
        }
    }

    @Test
    void roundsACellAlikeInWhateverTableItStands() {
        Table same = MadeUpTables.of(1, 12, 6, 7);
        for (int cell = 0; cell < TABLE.cellCount(); cell++) {
            assertThat(Rounder.random(same, 3, 7).value(cell))
                    .isEqualTo(Rounder.random(TABLE, 3, 7).value(cell));
        }
    }

    @Test
    void leavesMultiplesAsTheyAre() {
        Table table = MadeUpTables.of(2, 0, 3, 3);
        assertThat(Rounder.random(table, 3, 1).changedCells()).isZero();
        assertThat(Rounder.conventional(table, 3).changedCells()).isZero();
        assertThatThrownBy(() -> Rounder.conventional(table, 1)).hasMessageContaining("given 1");
    }
}
