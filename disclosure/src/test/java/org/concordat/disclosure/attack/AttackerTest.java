package org.concordat.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.disclosure.RealTables;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

class AttackerTest {

    @Test
    void worksOutACellOfATableInWhichEveryLineHidesTwo() {
        // sdcTable, tests/testthat (commit 6393dfb): w/b = 47 is recoverable.
        Table table = fourByFour();
        Set<Integer> hidden = hidden(table, "wa wb wc xa xc yb yd zb zd");
        Attacker attacker = TableAttack.on(table, hidden::contains);
        assertThat(attacker.inference(table.cell("w", "b"))).isEqualTo(new Inference(47, 47, 47, 47));
        for (int cell : hidden) {
            boolean free = cell != table.cell("w", "b");
            assertThat(attacker.inference(cell).exactlyKnown())
                    .as(table.name(cell))
                    .isNotEqualTo(free);
        }
    }

    @Test
    void inRealReligionsByWardInfersTheIntervalsThatALinearProgramGives() {
        Table table = RealTables.traffordReligion();
        List<Map<String, String>> expected =
                RealTables.rows("sdc/trafford_ward_religion_gauss_lt6_attacker_intervals.csv");
        Set<Integer> hidden = expected.stream().map(row -> cell(table, row)).collect(Collectors.toSet());
        Attacker attacker = TableAttack.on(table, hidden::contains);
        for (Map<String, String> row : expected) {
            long least = Long.parseLong(row.getOrDefault("lo", ""));
            long most = Long.parseLong(row.getOrDefault("hi", ""));
            assertThat(attacker.inference(cell(table, row)))
                    .as(table.name(cell(table, row)))
                    .isEqualTo(new Inference(least, most, least, most));
        }
    }

    @Test
    void whatIsInNoSumIsAsWideAsItsBounds() {
        Attacker attacker = Attacker.onCounts(
                KnownSums.over(2).build(), Bounds.notBelowZero(2).with(1, 2, 7), new long[] {3, 3});
        assertThat(attacker.inference(0)).isEqualTo(new Inference(0, Bounds.NO_LIMIT, 0, Bounds.NO_LIMIT));
        assertThat(attacker.inference(1)).isEqualTo(new Inference(2, 7, 2, 7));
    }

    @Test
    void wholeNumbersGiveAwayMoreThanRealOnes() {
        // 2a + 2b + 2c = 2 with each at most 1 leaves halves in real numbers only where a range does: a + b in 1..1.
        KnownSums sums = KnownSums.over(3)
                .add(new int[] {0, 1}, new long[] {1, 1}, 1, 2)
                .add(new int[] {1, 2}, new long[] {1, 1}, 1, 2)
                .add(new int[] {0, 2}, new long[] {1, 1}, 1, 2)
                .add(new int[] {0, 1, 2}, new long[] {2, 2, 2}, 3, 4)
                .build();
        Bounds bounds = Bounds.of(new long[3], new long[] {1, 1, 1});
        Attacker attacker = Attacker.onCounts(sums, bounds, new long[] {1, 1, 0});
        assertThat(attacker.inference(0)).isEqualTo(new Inference(0, 1, 0, 1));
    }

    @Test
    void amountsAreDivisibleWherePeopleAreNot() {
        // Twice the sum of two lies between 1 and 2: of people it is 1, of money it may be a half.
        KnownSums sums =
                KnownSums.over(2).add(new int[] {0, 1}, new long[] {2, 2}, 1, 2).build();
        Bounds bounds = Bounds.of(new long[2], new long[] {1, 1});
        long[] solution = {1, 0};
        int[] both = {0, 1};
        assertThat(Attacker.onCounts(sums, bounds, solution).sum(both, Attacker.EXACTLY))
                .isEqualTo(new Inference(1, 1, 1, 1));
        // A half is possible, and nothing above 1; what is called attained is attained, even where a solver fails.
        Inference ofMoney = Attacker.onMagnitudes(sums, bounds, solution).sum(both, Attacker.EXACTLY);
        assertThat(ofMoney.least()).isZero();
        assertThat(ofMoney.attainedLeast()).isEqualTo(1);
        assertThat(ofMoney.attainedMost()).isEqualTo(1);
    }

    @Test
    void refusesASolutionThatIsNone() {
        KnownSums sums = KnownSums.over(2).sum(new int[] {0, 1}, 5).build();
        assertThatThrownBy(() -> Attacker.onCounts(sums, Bounds.notBelowZero(2), new long[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("equation 0");
        assertThatThrownBy(() -> Attacker.onCounts(sums, Bounds.notBelowZero(2), new long[] {6, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a bound does not hold");
    }

    @Test
    void stopsWhenTheIntervalIsWideEnough() {
        KnownSums sums = KnownSums.over(3).sum(new int[] {0, 1, 2}, 100).build();
        Attacker attacker = Attacker.onCounts(sums, Bounds.notBelowZero(3), new long[] {1, 1, 98});
        assertThat(attacker.inference(0, 5).atLeastWide(5)).isTrue();
        assertThat(attacker.inference(0)).isEqualTo(new Inference(0, 100, 0, 100));
    }

    private static int cell(Table table, Map<String, String> row) {
        return table.cell(row.getOrDefault("ward", ""), row.getOrDefault("religion", ""));
    }

    private static Table fourByFour() {
        GivenCells cells = new GivenCells(List.of(
                Dimension.flat("row", "Total", List.of("w", "x", "y", "z")),
                Dimension.flat("column", "Total", List.of("a", "b", "c", "d"))));
        long[][] values = {{30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}};
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                cells.cell(List.of("" + "wxyz".charAt(r), "" + "abcd".charAt(c)), values[r][c]);
            }
        }
        return cells.fromBase();
    }

    private static Set<Integer> hidden(Table table, String cells) {
        Set<Integer> hidden = new TreeSet<>();
        for (String cell : cells.split(" ")) {
            hidden.add(table.cell(cell.substring(0, 1), cell.substring(1)));
        }
        return hidden;
    }
}
