package org.concordat.disclosure.primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.RowCounter;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Dimension BRANCH = Dimension.flat("branch", "all", List.of("mine", "farm", "shop"));

    @Test
    void findsCountsOfOneToFiveByDefault() {
        Table table = counts(5, 6, 0);

        assertThat(cells(table, Rule.Threshold.USUAL)).containsExactly(table.cell("mine"));
    }

    @Test
    void findsZerosWhereTheyAreUnsafeButNeverStructuralOnes() {
        Table table = new GivenCells(List.of(BRANCH))
                .cell(List.of("mine"), 50)
                .structuralZero(List.of("shop"))
                .fromBase();

        assertThat(cells(table, new Rule.Threshold(6, true))).containsExactly(table.cell("farm"));
    }

    @Test
    void findsTheCellThatOneContributorDominates() {
        Table table = amounts();

        assertThat(cells(table, new Rule.Dominance(1, BigDecimal.valueOf(80)))).containsExactly(table.cell("mine"));
        assertThat(cells(table, new Rule.Dominance(1, BigDecimal.valueOf(90)))).isEmpty();
        assertThat(cells(table, new Rule.Dominance(2, BigDecimal.valueOf(90)))).containsExactly(table.cell("mine"));
    }

    @Test
    void findsTheCellWhoseLargestTheSecondCanEstimate() {
        Table table = amounts();

        // The mine: 90 of Acme, 8 of Bolt, 2 of Cole: Bolt knows Acme to within 2.
        assertThat(cells(table, new Rule.PPercent(BigDecimal.valueOf(5), 1))).containsExactly(table.cell("mine"));
        assertThat(cells(table, new Rule.PPercent(BigDecimal.valueOf(2), 1))).isEmpty();
        assertThat(cells(table, new Rule.PPercent(BigDecimal.valueOf(2), 2))).contains(table.cell("mine"));
        assertThat(new Rules(List.of(new Rule.PPercent(BigDecimal.valueOf(5), 1))).findings(table))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.UnsafeCell.class,
                        found -> assertThat(found.width()).isEqualTo(6));
    }

    @Test
    void findsSingletons() {
        Table table = new RowCounter(List.of(BRANCH))
                .row(List.of("mine"))
                .row(List.of("farm"))
                .row(List.of("farm"))
                .table();

        assertThat(cells(table, new Rule.FewContributors(2))).containsExactly(table.cell("mine"));
    }

    @Test
    void findsTheGroupThatIsAllOfOneKind() {
        Table table = counts(0, 9, 0);

        assertThat(cells(table, new Rule.GroupDisclosure(Set.of("branch")))).containsExactly(table.cell("farm"));
        assertThat(cells(table, new Rule.GroupDisclosure(Set.of("sex")))).isEmpty();
    }

    @Test
    void leavesOutCellsThatNobodySees() {
        Table table = counts(5, 6, 0).releasing(codes -> codes.contains("all"));

        assertThat(cells(table, Rule.Threshold.USUAL)).isEmpty();
    }

    @Test
    void refusesRulesThatNeedContributorsWhereThereAreNone() {
        assertThatThrownBy(() -> cells(counts(1, 2, 3), new Rule.FewContributors(2)))
                .hasMessageContaining("count the table from rows");
    }

    @Test
    void keepsFiguresOutOfWhatIsPrinted() {
        Finding found = new Rules(List.of(Rule.Threshold.USUAL))
                .findings(counts(4, 60, 70))
                .getFirst();

        assertThat(found.working()).contains("4");
        assertThat(found.toString()).doesNotContain("4");
    }

    private static Table counts(long mine, long farm, long shop) {
        return new GivenCells(List.of(BRANCH))
                .cell(List.of("mine"), mine)
                .cell(List.of("farm"), farm)
                .cell(List.of("shop"), shop)
                .fromBase();
    }

    private static Table amounts() {
        RowCounter rows = new RowCounter(List.of(BRANCH), 0)
                .row(List.of("mine"), "Acme", BigDecimal.valueOf(90))
                .row(List.of("mine"), "Bolt", BigDecimal.valueOf(8))
                .row(List.of("mine"), "Cole", BigDecimal.valueOf(2));
        for (String firm : List.of("Dale", "Eden", "Ford", "Gale")) {
            rows.row(List.of("farm"), firm, BigDecimal.valueOf(100));
        }
        return rows.table();
    }

    private static List<Integer> cells(Table table, Rule rule) {
        return new Rules(List.of(rule))
                .findings(table).stream().map(Finding::cell).toList();
    }
}
