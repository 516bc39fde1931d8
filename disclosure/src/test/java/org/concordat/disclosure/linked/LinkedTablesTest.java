package org.concordat.disclosure.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concordat.disclosure.audit.Figure;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppressor;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

class LinkedTablesTest {
    private static final Rules USUAL = Rules.usual();
    private static final List<String> STREETS = List.of("s1", "s2", "s3", "s4");
    /** Boundaries of two years over the same streets: street s3 went from the second ward to the first. */
    private static final List<List<String>> OLD =
            List.of(List.of("s1", "old A"), List.of("s2", "old A"), List.of("s3", "old B"), List.of("s4", "old B"));

    private static final List<List<String>> NEW =
            List.of(List.of("s1", "new A"), List.of("s2", "new A"), List.of("s3", "new A"), List.of("s4", "new B"));

    @Test
    void hidesTheNewWardThatLessTheOldOneWouldTellOfAFewHouses() {
        Table table = table(new long[] {40, 50, 2, 60}, new long[] {30, 20, 30, 40});
        List<EarlierTable> earlier =
                List.of(shown(table, "Wards of 2017", cell -> code(table, cell).startsWith("old")));
        LinkedAnswer answer = new LinkedTables(table, fresh(table, "new"), earlier, USUAL)
                .protect(Protection.usual(), Suppressor::protect);
        assertThat(answer).isInstanceOfSatisfying(LinkedAnswer.Protected.class, good -> {
            assertThat(isHidden(good, "new A", "x")).isTrue();
            assertThat(good.against()).containsValue("what is in area new A, kind x but not in area old A, kind x");
            assertThat(good.alreadyOut()).isEmpty();
        });
    }

    @Test
    void hidesNothingOfTheSameTableWhereNoOtherIsOut() {
        Table table = table(new long[] {40, 50, 2, 60}, new long[] {30, 20, 30, 40});
        LinkedAnswer answer = new LinkedTables(table, fresh(table, "new"), List.of(), USUAL)
                .protect(Protection.usual(), Suppressor::protect);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        LinkedAnswer.Protected.class,
                        good -> assertThat(good.suppression().secondary()).isEmpty());
    }

    @Test
    void saysWhoIsGivenAwayWhereEverythingIsToBePublished() {
        Table table = table(new long[] {40, 50, 2, 60}, new long[] {30, 20, 30, 40});
        List<EarlierTable> earlier =
                List.of(shown(table, "Wards of 2017", cell -> code(table, cell).startsWith("old")));
        LinkedTables tables = new LinkedTables(table, fresh(table, "new"), earlier, USUAL);
        LinkedAnswer answer =
                tables.protect(Protection.usual().publishing(List.copyOf(tables.fresh())), Suppressor::protect);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        LinkedAnswer.GivesAway.class,
                        away -> assertThat(away.leaks().getFirst().inWords())
                                .contains("but not in area old A, kind x", "Wards of 2017", "this table"));
    }

    @Test
    void leavesOutOfItsPromiseWhatAnEarlierTableShowsAsItIs() {
        Table table = table(new long[] {3, 50, 20, 60}, new long[] {30, 20, 30, 40});
        EarlierTable careless = new EarlierTable("A careless table", Map.of(table.cell("s1", "x"), Figure.exact(3)));
        LinkedAnswer answer = new LinkedTables(table, fresh(table, "s"), List.of(careless), USUAL)
                .protect(Protection.usual(), Suppressor::protect);
        assertThat(answer).isInstanceOfSatisfying(LinkedAnswer.Protected.class, good -> {
            assertThat(names(good, good.alreadyOut())).containsExactly("area s1, kind x");
            assertThat(good.standing()).hasSize(1);
        });
    }

    @Test
    void leavesOutOfItsPromiseWhatFollowsFromEarlierTablesWithoutItsHelp() {
        // All four streets and three of them: the fourth is hidden and known all the same.
        Table table = table(new long[] {40, 50, 3, 60}, new long[] {30, 20, 30, 40});
        Map<Integer, Figure> figures = new TreeMap<>();
        for (String area : List.of("s1", "s2", "s4", "Total")) {
            int cell = table.cell(area, "x");
            figures.put(cell, Figure.exact(table.value(cell)));
        }
        figures.put(table.cell("s3", "x"), Figure.hidden());
        LinkedAnswer answer = new LinkedTables(
                        table, fresh(table, "new"), List.of(new EarlierTable("Careless", figures)), USUAL)
                .protect(Protection.usual(), Suppressor::protect);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        LinkedAnswer.Protected.class,
                        good -> assertThat(names(good, good.alreadyOut())).containsExactly("area s3, kind x"));
    }

    @Test
    void keepsHiddenWhatAnEarlierTableHides() {
        Table table = table(new long[] {40, 50, 20, 60}, new long[] {30, 20, 30, 40});
        EarlierTable before = new EarlierTable("Before", Map.of(table.cell("new A", "x"), Figure.hidden()));
        LinkedTables tables = new LinkedTables(table, fresh(table, "new"), List.of(before), USUAL);
        assertThat(tables.protect(Protection.usual(), Suppressor::protect))
                .isInstanceOfSatisfying(
                        LinkedAnswer.Protected.class,
                        good -> assertThat(isHidden(good, "new A", "x")).isTrue());
        assertThatThrownBy(() -> tables.protect(
                        Protection.usual().publishing(List.of(tables.table().cell("new A", "x"))), Suppressor::protect))
                .hasMessageContaining("area new A, kind x")
                .hasMessageContaining("hidden in an earlier table");
    }

    @Test
    void takesStreetsTogetherThatNoTableTellsApart() {
        Table table = table(new long[] {40, 50, 20, 60}, new long[] {30, 20, 30, 40});
        Table wardsAlone = new LinkedTables(table, fresh(table, "new"), List.of(), USUAL).table();
        assertThat(wardsAlone.dimensions().getFirst().codes()).containsExactlyInAnyOrder("new A", "new B", "Total");
        List<EarlierTable> earlier =
                List.of(shown(table, "Wards of 2017", cell -> code(table, cell).startsWith("old")));
        Table both = new LinkedTables(table, fresh(table, "new"), earlier, USUAL).table();
        // Streets s1 and s2 are old A, s4 is new B, and s3 is the strip.
        assertThat(both.dimensions().getFirst().codes())
                .containsExactlyInAnyOrder("old A", "new B", "s3", "old B", "new A", "Total");
        assertThat(both.value(both.cell("new A", "x"))).isEqualTo(110);
        assertThat(both.value(both.cell("Total", "y"))).isEqualTo(120);
        assertThat(both.value(both.cell("s3", "Total"))).isEqualTo(50);
        Set<Integer> whole = Set.of(table.cell("Total", "Total"));
        Table one = new LinkedTables(table, whole, List.of(), USUAL).table();
        assertThat(one.cellCount()).isEqualTo(4);
        assertThat(one.value(one.cell("Total", "Total"))).isEqualTo(290);
        // Two streets, and neither their ward nor the town.
        Set<Integer> streets = Set.of(table.cell("s1", "x"), table.cell("s3", "x"));
        Table two = new LinkedTables(table, streets, List.of(), USUAL).table();
        assertThat(two.value(two.cell("s1", "x"))).isEqualTo(40);
        assertThat(two.value(two.cell("s3", "x"))).isEqualTo(20);
    }

    @Test
    void refusesAnEarlierTableOfOtherFiguresAndNamesNone() {
        Table table = table(new long[] {40, 50, 20, 60}, new long[] {30, 20, 30, 40});
        EarlierTable wrong = new EarlierTable("Last year", Map.of(table.cell("s1", "x"), Figure.exact(41)));
        assertThatThrownBy(() -> new LinkedTables(table, fresh(table, "new"), List.of(wrong), USUAL))
                .hasMessageContaining("Last year")
                .hasMessageNotContaining("41")
                .hasMessageNotContaining("40");
    }

    /** Against somebody who writes down every table that fits both releases. */
    @Test
    void nobodyNamedOrUnnamedFollowsExactlyFromTwoTablesOfRandomTowns() {
        int hidden = 0;
        for (int town = 0; town < 60; town++) {
            SplittableRandom random = new SplittableRandom(7_000 + town);
            Table table = table(counts(random), counts(random));
            Set<Integer> old = fresh(table, "old");
            LinkedAnswer first =
                    new LinkedTables(table, old, List.of(), SMALL).protect(Protection.usual(), Suppressor::protect);
            if (!(first instanceof LinkedAnswer.Protected firstOut)) {
                continue;
            }
            Map<Integer, Figure> figures = new TreeMap<>();
            old.forEach(cell -> figures.put(
                    cell,
                    isHidden(firstOut, table.codes(cell).toArray(String[]::new))
                            ? Figure.hidden()
                            : Figure.exact(table.value(cell))));
            List<EarlierTable> earlier = List.of(new EarlierTable("old", figures));
            Set<Integer> fresh = fresh(table, "new");
            LinkedAnswer answer =
                    new LinkedTables(table, fresh, earlier, SMALL).protect(Protection.usual(), Suppressor::protect);
            assertThat(exactlyKnown(table, answer, fresh, earlier))
                    .as("town %d", town)
                    .isEmpty();
            hidden += answer instanceof LinkedAnswer.Protected good
                    ? good.suppression().secondary().length
                    : 0;
        }
        assertThat(hidden).as("cells hidden beside unsafe ones, in all towns").isGreaterThan(20);
    }

    /** Counts of 1 and 2 are unsafe, so that the made-up towns stay small enough for trying everything. */
    private static final Rules SMALL = new Rules(List.of(new Rule.Threshold(3, false)));

    private static long[] counts(SplittableRandom random) {
        return IntStream.range(0, STREETS.size())
                .mapToLong(i -> random.nextInt(6))
                .toArray();
    }

    private static Table table(long[] x, long[] y) {
        Dimension area = Dimension.nested("area", "Total", OLD).with(Dimension.nested("area", "Total", NEW));
        GivenCells cells = new GivenCells(List.of(area, Dimension.flat("kind", "Total", List.of("x", "y"))));
        for (int street = 0; street < STREETS.size(); street++) {
            cells.cell(List.of(STREETS.get(street), "x"), x[street]);
            cells.cell(List.of(STREETS.get(street), "y"), y[street]);
        }
        return cells.fromBase();
    }

    private static boolean isHidden(LinkedAnswer.Protected good, String... codes) {
        return good.suppression().isHidden(good.suppression().table().cell(codes));
    }

    private static List<String> names(LinkedAnswer.Protected good, Set<Integer> cells) {
        return cells.stream().map(good.suppression().table()::name).toList();
    }

    private static String code(Table table, int cell) {
        return table.codes(cell).getFirst();
    }

    /** The cells of the areas whose code starts so, and of the whole. */
    private static Set<Integer> fresh(Table table, String start) {
        return IntStream.range(0, table.cellCount())
                .filter(cell ->
                        code(table, cell).startsWith(start) || code(table, cell).equals("Total"))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static EarlierTable shown(Table table, String name, IntPredicate which) {
        Map<Integer, Figure> figures = new TreeMap<>();
        IntStream.range(0, table.cellCount())
                .filter(which)
                .forEach(cell -> figures.put(cell, Figure.exact(table.value(cell))));
        return new EarlierTable(name, figures);
    }

    /** Cells and strips with 1 or 2 people (few, for the larger town) that only one figure fits. */
    private static List<String> exactlyKnown(
            Table table, LinkedAnswer answer, Set<Integer> fresh, List<EarlierTable> earlier) {
        if (!(answer instanceof LinkedAnswer.Protected good)) {
            return List.of();
        }
        Map<Integer, Long> known = new TreeMap<>();
        for (EarlierTable before : earlier) {
            before.figures().forEach((cell, figure) -> {
                if (figure instanceof Figure.Exact) {
                    known.put(cell, table.value(cell));
                }
            });
        }
        fresh.stream()
                .filter(cell -> !isHidden(good, table.codes(cell).toArray(String[]::new)))
                .forEach(cell -> known.put(cell, table.value(cell)));
        List<int[]> fitting = fitting(table, known);
        List<String> tooWell = new ArrayList<>();
        for (int cell = 0; cell < table.cellCount(); cell++) {
            int[] bases = table.bases(cell);
            boolean named = known.containsKey(cell)
                    || fresh.contains(cell)
                    || earlier.stream()
                            .anyMatch(before -> before.figures().keySet().stream()
                                    .anyMatch(other -> Arrays.equals(table.bases(other), bases)));
            // Street s3 is the strip between the two boundaries, though no table names it.
            if ((named || code(table, cell).equals("s3")) && table.value(cell) > 0 && table.value(cell) < 3) {
                Set<Integer> values = fitting.stream()
                        .map(base -> Arrays.stream(bases).map(b -> base[b]).sum())
                        .collect(Collectors.toSet());
                if (values.size() < 2) {
                    tooWell.add(table.name(cell));
                }
            }
        }
        return tooWell;
    }

    /** Every filling of the base cells, whole and not below 0, that gives the known figures. */
    private static List<int[]> fitting(Table table, Map<Integer, Long> known) {
        int[] bases =
                IntStream.range(0, table.cellCount()).filter(table::isBase).toArray();
        List<int[]> all = new ArrayList<>();
        fill(table, known, bases, 0, new int[table.cellCount()], all);
        return all;
    }

    private static void fill(
            Table table, Map<Integer, Long> known, int[] bases, int at, int[] values, List<int[]> all) {
        if (all.size() > 20_000) {
            return;
        }
        for (Map.Entry<Integer, Long> figure : known.entrySet()) {
            int sum = Arrays.stream(table.bases(figure.getKey()))
                    .map(base -> values[base])
                    .sum();
            boolean complete = Arrays.stream(table.bases(figure.getKey()))
                    .allMatch(base -> Arrays.binarySearch(bases, 0, at, base) >= 0);
            if (sum > figure.getValue() || complete && sum < figure.getValue()) {
                return;
            }
        }
        if (at == bases.length) {
            all.add(values.clone());
            return;
        }
        for (int value = 0; value <= 12; value++) {
            values[bases[at]] = value;
            fill(table, known, bases, at + 1, values, all);
        }
        values[bases[at]] = 0;
    }
}
