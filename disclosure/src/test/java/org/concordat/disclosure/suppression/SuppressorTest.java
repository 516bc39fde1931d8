package org.concordat.disclosure.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.concordat.disclosure.RealTables;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.RowCounter;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

class SuppressorTest {
    private static final Dimension COLUMNS = Dimension.flat("column", "all", List.of("x", "y", "z"));
    private static final Dimension ROWS = Dimension.flat("row", "all", List.of("a", "b", "c"));

    @Test
    void hidesNoMoreThanGaussSuppressionInTraffordsHealthByArea() {
        Table table = RealTables.traffordHealth().fromBase();
        Suppression suppression = KnownAnswersTest.fast(table, Rules.usual().findings(table), Protection.usual());

        assertThat(table.cellCount()).isEqualTo(5436);
        assertThat(suppression.primary()).hasSize(661);
        assertThat(suppression.secondary()).hasSizeLessThanOrEqualTo(503);
        assertThat(suppression.secondaryValue()).isLessThanOrEqualTo(6960);
        assertThat(suppression.inferences(suppression.primary())).allMatch(found -> found.atLeastWide(1));
    }

    @Test
    void leavesFiveOpenForEveryUnsafeCellOfTraffordsHealthByArea() {
        Table table = RealTables.traffordHealth().fromBase();
        Suppression suppression = KnownAnswersTest.fast(
                table, Rules.usual().findings(table), Protection.usual().withLeastWidth(5));

        assertThat(suppression.inferences(suppression.primary())).allMatch(found -> found.atLeastWide(5));
    }

    @Test
    void hidesWhatWouldTellSomeoneAloneInACellOfAnother() {
        Table table = table(new long[][] {{1, 4, 20}, {30, 40, 50}, {3, 2, 60}});
        List<Finding> findings = Rules.usual().findings(table);
        Suppression outsiders = KnownAnswersTest.fast(table, findings, Protection.usual());
        Suppression insiders =
                KnownAnswersTest.fast(table, findings, Protection.usual().againstInsiders());

        assertThat(outsiders.secondary()).isEmpty();
        // The person in a/x knows it, and could take it from the row to learn a/y.
        assertThat(insiders.secondary()).isNotEmpty();
        assertThat(Arrays.stream(insiders.secondary()).mapToObj(insiders::reason))
                .anyMatch(Reason.WouldTellInsider.class::isInstance);
    }

    @Test
    void withstandsAContributorWhoIsAloneInSeveralCells() {
        Dimension branch = Dimension.flat("branch", "all", List.of("mine", "farm", "shop", "mill"));
        RowCounter rows = new RowCounter(List.of(branch), 0);
        rows.row(List.of("mine"), "Acme", BigDecimal.valueOf(50));
        rows.row(List.of("farm"), "Acme", BigDecimal.valueOf(40));
        rows.row(List.of("shop"), "Bolt", BigDecimal.valueOf(30));
        for (int i = 0; i < 9; i++) {
            rows.row(List.of("mill"), "Mill " + i, BigDecimal.valueOf(10));
        }
        Table table = rows.table();
        List<Finding> findings = new Rules(List.of(new Rule.FewContributors(3))).findings(table);

        Suppression outsiders = KnownAnswersTest.fast(table, findings, Protection.usual());
        Suppression insiders =
                KnownAnswersTest.fast(table, findings, Protection.usual().againstInsiders());

        assertThat(outsiders.secondary()).isEmpty();
        assertThat(insiders.secondary()).hasSize(1);
    }

    @Test
    void doesNotTellThatAWholeGroupIsOfOneKind() {
        Table table = table(new long[][] {{0, 12, 0}, {30, 40, 50}, {70, 80, 0}});
        Rule rule = new Rule.GroupDisclosure(Set.of("column"));
        List<Finding> findings = new Rules(List.of(rule)).findings(table);
        Suppression suppression = KnownAnswersTest.fast(table, findings, Protection.usual());

        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.UnsafeDifference.class, found -> {
            assertThat(found.total()).isEqualTo(table.cell("a", "all"));
            assertThat(found.cell()).isEqualTo(table.cell("a", "y"));
        });
        assertThat(suppression.isHidden(table.cell("a", "x")) || suppression.isHidden(table.cell("a", "z")))
                .isTrue();
    }

    @Test
    void saysWhichCellsNothingCanProtect() {
        Table table = table(new long[][] {{3, 10, 20}, {30, 40, 50}, {60, 70, 80}});
        List<Integer> row = List.of(table.cell("a", "y"), table.cell("a", "z"), table.cell("a", "all"));

        assertThat(Suppressor.protect(
                        table, Rules.usual().findings(table), Protection.usual().publishing(row)))
                .isEqualTo(new SuppressionAnswer.CannotProtect(List.of(table.cell("a", "x"))));
    }

    @Test
    void hidesBehindWhatReadersWantLeast() {
        Table table = table(new long[][] {{3, 10, 20}, {30, 40, 50}, {60, 70, 80}});
        List<Finding> findings = Rules.usual().findings(table);
        Suppression plain = KnownAnswersTest.fast(table, findings, Protection.usual());
        Suppression weighted =
                KnownAnswersTest.fast(table, findings, Protection.usual().withWeight(table.cell("a", "y"), 100));

        assertThat(plain.isHidden(table.cell("a", "y"))).isTrue();
        assertThat(weighted.isHidden(table.cell("a", "y"))).isFalse();
    }

    @Test
    void hidesBehindZerosOnlyWhereThatIsAllowed() {
        Table table = table(new long[][] {{3, 0, 20}, {0, 0, 50}, {60, 70, 80}});
        List<Finding> findings = Rules.usual().findings(table);
        Suppression usual = KnownAnswersTest.fast(table, findings, Protection.usual());
        Suppression zeros =
                KnownAnswersTest.fast(table, findings, Protection.usual().withZerosHidden());

        assertThat(Arrays.stream(usual.secondary()).mapToLong(table::value)).doesNotContain(0L);
        assertThat(zeros.secondaryValue()).isLessThan(usual.secondaryValue());
    }

    @Test
    void givesTheSameAnswerEveryTime() {
        Table table = RealTables.traffordReligion();
        List<Finding> findings = new Rules(List.of(new Rule.Threshold(30, false))).findings(table);
        int[] first = KnownAnswersTest.fast(table, findings, Protection.usual()).secondary();

        for (int i = 0; i < 3; i++) {
            assertThat(KnownAnswersTest.fast(table, findings, Protection.usual())
                            .secondary())
                    .isEqualTo(first);
        }
    }

    @Test
    void explainsEveryHiddenCell() {
        Table table = table(new long[][] {{3, 10, 20}, {30, 40, 50}, {60, 70, 80}});
        Suppression suppression = KnownAnswersTest.fast(table, Rules.usual().findings(table), Protection.usual());

        assertThat(suppression.reason(table.cell("a", "x"))).isInstanceOf(Reason.Unsafe.class);
        assertThat(suppression.reason(table.cell("a", "y")))
                .isInstanceOfSatisfying(
                        Reason.WouldGiveAway.class,
                        would -> assertThat(suppression.words(would.giveaway()))
                                .isEqualTo(
                                        "[row a, column x] = [row a, column all] - [row a, column y] - [row a, column z]"));
        Inference inferred = suppression.inference(table.cell("a", "x"));
        assertThat(inferred.least()).isZero();
        assertThat(inferred.most()).isEqualTo(13);
        assertThat(suppression.toString()).doesNotContain("10");
    }

    @Test
    void looksForTheOptimumInTablesOnlyThatAreSmallEnough() {
        Table table = RealTables.traffordHealth().fromBase();

        assertThatThrownBy(
                        () -> Suppressor.protectOptimally(table, Rules.usual().findings(table), Protection.usual()))
                .hasMessageContaining("at most 1000 cells");
    }

    private static Table table(long[][] counts) {
        GivenCells cells = new GivenCells(List.of(ROWS, COLUMNS));
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                cells.cell(List.of(ROWS.codes().get(i), COLUMNS.codes().get(j)), counts[i][j]);
            }
        }
        return cells.fromBase();
    }
}
