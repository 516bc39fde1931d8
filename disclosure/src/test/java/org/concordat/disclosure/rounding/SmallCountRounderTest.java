package org.concordat.disclosure.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.concordat.disclosure.RealTables;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

final class SmallCountRounderTest {

    /** Source: R package SmallCountRounding, z1 with base 3: largest change 1, and which cells changed. */
    @Test
    void changesTheTableOfThePackageSmallCountRoundingAsLittleAsItDoes() {
        Table table = RealTables.twoWay("sdc/gauss_z1.csv", "region", "hovedint", "ant");
        Rounded rounded = new SmallCountRounder(3).round(table);
        assertThat(rounded.largestChange()).isEqualTo(1);
        for (var row : RealTables.rows("sdc/plsround_expected_z1_base3_publish.csv")) {
            assertThat(rounded.value(table.cell(row.getOrDefault("region", ""), row.getOrDefault("hovedint", ""))))
                    .as("%s %s", row.getOrDefault("region", ""), row.getOrDefault("hovedint", ""))
                    .isEqualTo(Long.parseLong(row.get("rounded")));
        }
    }

    @Test
    void leavesNoSmallCountAndChangesNothingElse() {
        for (int seed = 0; seed < 30; seed++) {
            Table table = MadeUpTables.of(seed, 9, 4, 5, 3);
            Rounded rounded = new SmallCountRounder(4).round(table);
            assertThat(rounded.addsUp()).as("seed %d", seed).isTrue();
            for (int cell = 0; cell < table.cellCount(); cell++) {
                assertThat(rounded.value(cell))
                        .as("seed %d, cell %d", seed, cell)
                        .isNotIn(1L, 2L, 3L);
                if (table.isBase(cell) && table.value(cell) >= 4) {
                    assertThat(rounded.change(cell)).isZero();
                }
            }
        }
    }

    @Test
    void leavesSmallCountsThatOnlyLargeTotalsComeOf() {
        Table whole = MadeUpTables.of(3, 2, 3, 30);
        Table totals = whole.releasing(codes -> codes.get(1).equals("Total"));
        Rounded rounded = new SmallCountRounder(3).round(totals);
        assertThat(rounded.changedCells()).isZero();
        assertThat(new SmallCountRounder(3).round(whole).changedCells()).isPositive();
    }

    /** Greedy choice and exchange against every choice there is: never better, and seldom worse. */
    @Test
    void isAlmostAlwaysTheBestChoiceOfAll() {
        int best = 0;
        for (int seed = 0; seed < 100; seed++) {
            Table table = MadeUpTables.of(seed, 4, 3, 3);
            long ours = squares(new SmallCountRounder(3).round(table));
            long least = leastSquares(table);
            assertThat(ours).as("seed %d", seed).isGreaterThanOrEqualTo(least);
            best += ours == least ? 1 : 0;
        }
        assertThat(best).as("of 100 tables").isGreaterThanOrEqualTo(90);
    }

    private static long squares(Rounded rounded) {
        return IntStream.range(0, rounded.table().cellCount())
                .mapToLong(cell -> rounded.change(cell) * rounded.change(cell))
                .sum();
    }

    private static long leastSquares(Table table) {
        int[] small = IntStream.range(0, table.cellCount())
                .filter(cell -> table.isBase(cell) && table.value(cell) > 0 && table.value(cell) < 3)
                .toArray();
        long least = Long.MAX_VALUE;
        for (int choice = 0; choice < 1 << small.length; choice++) {
            long[] values = IntStream.range(0, table.cellCount())
                    .mapToLong(table::value)
                    .toArray();
            for (int i = 0; i < small.length; i++) {
                values[small[i]] = (choice >> i & 1) * 3L;
            }
            least = Math.min(least, squares(Rounded.summed(table, 3, Rounded.Way.SMALL_COUNTS, values)));
        }
        return least;
    }
}
