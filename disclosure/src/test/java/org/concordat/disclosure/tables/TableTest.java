package org.concordat.disclosure.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.concordat.disclosure.RealTables;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Dimension SEX = Dimension.flat("sex", "All", List.of("female", "male"));
    private static final Dimension AREA = Dimension.nested(
            "area", "town", List.of(List.of("a1", "a"), List.of("a2", "a"), List.of("b1", "b"), List.of("b2", "b")));

    @Test
    void sumsEveryTotalFromItsBaseCells() {
        Table table = new GivenCells(List.of(AREA, SEX))
                .cell(List.of("a1", "male"), 3)
                .cell(List.of("a2", "male"), 4)
                .cell(List.of("b2", "female"), 10)
                .fromBase();

        assertThat(table.cellCount()).isEqualTo(7 * 3);
        assertThat(table.value(table.cell("a", "male"))).isEqualTo(7);
        assertThat(table.value(table.cell("town", "All"))).isEqualTo(17);
        assertThat(table.value(table.cell("b1", "All"))).isZero();
        assertThat(table.bases(table.cell("a", "All"))).hasSize(4);
        assertThat(table.name(table.cell("a", "male"))).isEqualTo("area a, sex male");
    }

    @Test
    void tiesEveryTotalToItsPartsByAnEquation() {
        Table table = RealTables.twoWay("sdc/gauss_z1.csv", "region", "hovedint", "ant");
        Equations equations = table.equations();

        assertThat(equations.count()).isEqualTo(9 + 5);
        for (int equation = 0; equation < equations.count(); equation++) {
            long sum = 0;
            for (int i = 0; i < equations.partCount(equation); i++) {
                sum += table.value(equations.part(equation, i));
            }
            assertThat(table.value(equations.total(equation))).isEqualTo(sum);
        }
    }

    @Test
    void reportsTheTotalThatIsNotTheSumOfItsParts() {
        TableReading reading = new GivenCells(List.of(AREA, SEX))
                .cell(List.of("a1", "male"), 3)
                .cell(List.of("a2", "male"), 4)
                .cell(List.of("a", "male"), 8)
                .cell(List.of("b", "male"), 0)
                .read();

        assertThat(reading)
                .isEqualTo(new TableReading.DoesNotAddUp(
                        List.of(new Disagreement(
                                List.of("a", "male"), "area", 2, BigDecimal.valueOf(7), BigDecimal.valueOf(8))),
                        2));
    }

    @Test
    void knowsThatPublishedNeighbourhoodsOfTraffordDoNotAddUp() {
        TableReading reading = RealTables.traffordHealthAsPublished().read();

        assertThat(reading).isInstanceOfSatisfying(TableReading.DoesNotAddUp.class, found -> {
            List<Disagreement> neighbourhoods = found.disagreements().stream()
                    .filter(one -> one.total().getFirst().startsWith("E01"))
                    .toList();
            // 53.8 % of 139 LSOAs x 5 answers: the figure stands in the data's own description.
            assertThat(neighbourhoods).hasSize(374);
        });
    }

    @Test
    void takesTwoHierarchiesOverTheSameBase() {
        Dimension county =
                Dimension.nested("region", "all", List.of(List.of("A", "c1"), List.of("B", "c2"), List.of("C", "c2")));
        Dimension kind = Dimension.nested(
                "region", "all", List.of(List.of("A", "small"), List.of("B", "small"), List.of("C", "BIG")));
        Table table = new GivenCells(List.of(county.with(kind)))
                .cell(List.of("A"), 1)
                .cell(List.of("B"), 2)
                .cell(List.of("C"), 4)
                .fromBase();

        assertThat(table.value(table.cell("small"))).isEqualTo(3);
        assertThat(table.value(table.cell("c2"))).isEqualTo(6);
        assertThat(table.equations().count()).isEqualTo(6);
    }

    @Test
    void knowsWhoStandsBehindACell() {
        Dimension branch = Dimension.flat("branch", "All", List.of("mining", "farming"));
        Table table = new RowCounter(List.of(branch), 2)
                .row(List.of("mining"), "Acme", new BigDecimal("90.50"))
                .row(List.of("mining"), "Bolt", new BigDecimal("7"))
                .row(List.of("farming"), "Acme", new BigDecimal("10"))
                .table();
        Contributors who = table.contributors().orElseThrow();

        assertThat(table.figure(table.cell("All"))).isEqualByComparingTo("107.5");
        assertThat(who.count(table.cell("All"))).isEqualTo(2);
        assertThat(who.largest(table.cell("All"), 0)).isEqualTo(10050);
        assertThat(who.alone(table.cell("farming"))).isNotEqualTo(Contributors.NOBODY_ALONE);
        assertThat(who.alone(table.cell("mining"))).isEqualTo(Contributors.NOBODY_ALONE);
    }

    @Test
    void countsATotalOfImpossibleCellsAsImpossible() {
        Table table = new GivenCells(List.of(AREA, SEX))
                .structuralZero(List.of("a1", "male"))
                .structuralZero(List.of("a2", "male"))
                .cell(List.of("b1", "male"), 2)
                .fromBase();

        assertThat(table.isStructuralZero(table.cell("a", "male"))).isTrue();
        assertThat(table.isStructuralZero(table.cell("town", "male"))).isFalse();
        assertThat(table.isStructuralZero(table.cell("b2", "male"))).isFalse();
    }

    @Test
    void refusesImpossibleInput() {
        GivenCells cells = new GivenCells(List.of(AREA, SEX)).cell(List.of("a1", "male"), 3);

        assertThatThrownBy(() -> cells.cell(List.of("a1", "male"), 3)).hasMessageContaining("given twice");
        assertThatThrownBy(() -> cells.cell(List.of("a2", "male"), -1)).hasMessageContaining("below 0");
        assertThatThrownBy(() -> cells.cell(List.of("a9", "male"), 1)).hasMessageContaining("no code \"a9\"");
        assertThatThrownBy(() -> Dimension.of("x", List.of(new Sum("a", List.of("b")), new Sum("b", List.of("a")))))
                .hasMessageContaining("circle");
        assertThatThrownBy(() ->
                        Dimension.of("x", List.of(new Sum("T", List.of("a", "b")), new Sum("b", List.of("a", "c")))))
                .hasMessageContaining("twice");
    }
}
