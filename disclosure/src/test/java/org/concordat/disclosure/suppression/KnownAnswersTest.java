package org.concordat.disclosure.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.disclosure.RealTables;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

/**
 * What sdcTable and GaussSuppression publish as their answers. Sources: sdcTools/sdcTable, tests/testthat (commit 6393dfb);
 * statisticsnorway/ssb-gausssuppression, its examples; both as described with the real data.
 */
class KnownAnswersTest {
    @Test
    void findsTheOptimumOfSdcTablesRegionsByGender() {
        Table table = regionsByGender();
        Suppression suppression = optimal(table, unsafe(table, "A/female"), Protection.usual());

        assertThat(secondary(suppression)).isEqualTo(Set.of("A/male", "C/male", "C/female"));
        assertThat(suppression.secondaryValue()).isEqualTo(40);
        assertThat(suppression.isOptimal()).isTrue();
    }

    @Test
    void findsTheSameBySearchAlone() {
        Table table = regionsByGender();
        Suppression suppression = fast(table, unsafe(table, "A/female"), Protection.usual());

        assertThat(suppression.secondaryValue()).isEqualTo(40);
    }

    @Test
    void hidesTheCheapestRowThatMayBeHiddenWhereAnotherMustBePublished() {
        Table table = regionsByGender();
        Suppression suppression =
                fast(table, unsafe(table, "A/female"), Protection.usual().publishing(List.of(table.cell("D", "male"))));

        assertThat(secondary(suppression)).isEqualTo(Set.of("A/male", "C/male", "C/female"));
    }

    @Test
    void addsOneCellWhereTwoHiddenInEveryLineDoNotSuffice() {
        Table table = fourByFour();
        List<Finding> nine = unsafe(table, "w/a", "w/b", "w/c", "x/a", "x/c", "y/b", "y/d", "z/b", "z/d");
        Suppression suppression = optimal(table, nine, Protection.usual());

        assertThat(suppression.secondary()).hasSize(1);
    }

    @Test
    void leavesOpenWhatSdcTablesAttackerFindsOnceOneCellIsAdded() {
        Table table = fourByFour();
        List<Finding> nine = unsafe(table, "w/a", "w/b", "w/c", "x/a", "x/c", "y/b", "y/d", "z/b", "z/d");
        // sdcTable reports w/b between 0 and 78: of the cells that could be added, those that leave exactly this open.
        List<String> candidates = new ArrayList<>();
        for (String row : List.of("w", "x", "y", "z")) {
            for (String column : List.of("a", "b", "c", "d")) {
                int cell = table.cell(row, column);
                boolean already = nine.stream().anyMatch(finding -> finding.cell() == cell);
                if (!already) {
                    Suppression one = fast(
                            table,
                            nine,
                            Protection.usual().hiding(List.of(cell)).withEffort(0));
                    Inference found = one.inference(table.cell("w", "b"));
                    if (one.secondary().length == 1 && found.least() == 0 && found.most() == 78) {
                        candidates.add(row + "/" + column);
                    }
                }
            }
        }
        assertThat(candidates).isNotEmpty();
    }

    @Test
    void protectsTablesThatShareCellsTogether() {
        Table table = countiesAndGroups();
        Suppression suppression =
                fast(table, new Rules(List.of(new Rule.Threshold(4, false))).findings(table), Protection.usual());

        assertThat(suppression.primary()).hasSize(5);
        assertThat(secondary(suppression)).isEqualTo(Set.of("N"));
    }

    @Test
    void findsNothingToHideInEitherOfTheTablesAlone() {
        Table table = countiesAndGroups();
        List<Finding> findings = new Rules(List.of(new Rule.Threshold(4, false))).findings(table);
        for (Set<String> other : List.of(Set.of("small", "BIG"), Set.of("county-1", "county-2"))) {
            Table alone = table.releasing(codes -> !other.contains(codes.getFirst()));
            assertThat(fast(alone, findings, Protection.usual()).secondary()).isEmpty();
        }
    }

    @Test
    void hidesNoMoreThanTheOptimumOfGaussSuppressionsFirstExample() {
        Table table = RealTables.twoWay("sdc/gauss_z1.csv", "region", "hovedint", "ant");
        List<Finding> findings = new Rules(List.of(new Rule.Threshold(4, false))).findings(table);

        assertThat(fast(table, findings, Protection.usual()).secondaryValue()).isEqualTo(29);
        Suppression optimal = optimal(table, findings, Protection.usual());
        assertThat(optimal.secondaryValue()).isEqualTo(29);
        assertThat(optimal.isOptimal()).isTrue();
        assertThat(secondary(optimal)).isEqualTo(expected("sdc/gauss_expected_z1_maxN3.csv", "region", "hovedint"));
    }

    @Test
    void hidesTheVeryCellsOfGaussSuppressionsExampleWithUnsafeZeros() {
        List<RealTables.Row> rows = RealTables.table("sdc/gauss_example1.csv").stream()
                .filter(row -> row.get("year").equals("2014"))
                .toList();
        GivenCells cells = new GivenCells(List.of(
                Dimension.flat("age", "Total", List.of("young", "old")),
                Dimension.flat("geo", "Total", List.of("Spain", "Iceland", "Portugal"))));
        rows.forEach(row -> cells.cell(List.of(row.get("age"), row.get("geo")), Long.parseLong(row.get("freq"))));
        Table table = cells.fromBase();
        Suppression suppression =
                fast(table, new Rules(List.of(new Rule.Threshold(2, true))).findings(table), Protection.usual());

        assertThat(secondary(suppression))
                .isEqualTo(expected("sdc/gauss_expected_example1_2014_maxN1.csv", "age", "geo"));
    }

    @Test
    void hidesNoMoreThanGaussSuppressionInTraffordsReligionByWard() {
        Table table = RealTables.traffordReligion();
        List<Finding> findings = Rules.usual().findings(table);
        Suppression suppression = fast(table, findings, Protection.usual());

        assertThat(suppression.primary()).hasSize(1);
        assertThat(suppression.secondaryValue()).isLessThanOrEqualTo(58);
    }

    @Test
    void infersWhatIsPublishedForGaussSuppressionsPatternOfTraffordsReligionByWard() {
        Table table = RealTables.traffordReligion();
        List<RealTables.Row> pattern = RealTables.table("sdc/trafford_ward_religion_gauss_lt6.csv");
        List<Integer> secondary = pattern.stream()
                .filter(row -> row.get("suppressed").equals("TRUE")
                        && row.get("primary").equals("FALSE"))
                .map(row -> table.cell(row.get("ward"), row.get("religion")))
                .toList();
        Suppression suppression = fast(
                table,
                Rules.usual().findings(table),
                Protection.usual().hiding(secondary).withEffort(0));

        assertThat(suppression.secondary()).hasSize(3);
        for (RealTables.Row row : RealTables.table("sdc/trafford_ward_religion_gauss_lt6_attacker_intervals.csv")) {
            Inference found = suppression.inference(table.cell(row.get("ward"), row.get("religion")));
            assertThat(found.least()).isEqualTo(Long.parseLong(row.get("lo")));
            assertThat(found.most()).isEqualTo(Long.parseLong(row.get("hi")));
        }
    }

    private static Table regionsByGender() {
        return twoWay(List.of("A", "B", "C", "D"), List.of("male", "female"), new long[][] {
            {18, 2}, {14, 19}, {12, 10}, {11, 14}
        });
    }

    private static Table fourByFour() {
        return twoWay(List.of("w", "x", "y", "z"), List.of("a", "b", "c", "d"), new long[][] {
            {30, 47, 64, 89}, {90, 124, 5, 31}, {92, 100, 59, 85}, {800, 991, 651, 685}
        });
    }

    private static Table countiesAndGroups() {
        List<List<String>> rows = List.of(
                List.of("A", "county-1", "small", "2"),
                List.of("B", "county-1", "small", "2"),
                List.of("I", "county-1", "small", "8"),
                List.of("J", "county-1", "small", "8"),
                List.of("K", "county-2", "small", "3"),
                List.of("L", "county-2", "BIG", "3"),
                List.of("M", "county-2", "BIG", "3"),
                List.of("N", "county-2", "small", "7"));
        Dimension counties = Dimension.nested(
                "region",
                "all",
                rows.stream().map(row -> List.of(row.get(0), row.get(1))).toList());
        Dimension groups = Dimension.nested(
                "region",
                "all",
                rows.stream().map(row -> List.of(row.get(0), row.get(2))).toList());
        GivenCells cells = new GivenCells(List.of(counties.with(groups)));
        rows.forEach(row -> cells.cell(List.of(row.get(0)), Long.parseLong(row.get(3))));
        return cells.fromBase();
    }

    private static Table twoWay(List<String> down, List<String> across, long[][] counts) {
        GivenCells cells = new GivenCells(
                List.of(Dimension.flat("row", "Total", down), Dimension.flat("column", "Total", across)));
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                cells.cell(List.of(down.get(i), across.get(j)), counts[i][j]);
            }
        }
        return cells.fromBase();
    }

    private static List<Finding> unsafe(Table table, String... cells) {
        return Arrays.stream(cells)
                .map(cell -> (Finding)
                        new Finding.UnsafeCell(table.cell(cell.split("/")), Rule.Threshold.USUAL, "given as unsafe", 1))
                .toList();
    }

    private static Set<String> secondary(Suppression suppression) {
        Set<String> names = new TreeSet<>();
        for (int cell : suppression.secondary()) {
            names.add(String.join("/", suppression.table().codes(cell)));
        }
        return names;
    }

    private static Set<String> expected(String file, String down, String across) {
        Set<String> names = new TreeSet<>();
        for (RealTables.Row row : RealTables.table(file)) {
            if (row.get("suppressed").equals("TRUE") && row.get("primary").equals("FALSE")) {
                names.add(row.get(down) + "/" + row.get(across));
            }
        }
        return names;
    }

    static Suppression fast(Table table, List<Finding> findings, Protection protection) {
        return given(Suppressor.protect(table, findings, protection));
    }

    static Suppression optimal(Table table, List<Finding> findings, Protection protection) {
        return given(Suppressor.protectOptimally(table, findings, protection));
    }

    private static Suppression given(SuppressionAnswer answer) {
        return switch (answer) {
            case SuppressionAnswer.Protected good -> good.suppression();
            case SuppressionAnswer.CannotProtect cannot -> throw new AssertionError(cannot);
        };
    }
}
