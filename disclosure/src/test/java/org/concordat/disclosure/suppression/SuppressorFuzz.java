package org.concordat.disclosure.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.primary.Rule;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.Equations;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Sum;
import org.concordat.disclosure.tables.Table;
import org.junit.jupiter.api.Test;

/** Small tables against an attacker who tries every whole number, and against every possible choice. */
class SuppressorFuzz {
    private static final long SEED = 20261130;

    @Test
    void leavesNothingThatTryingEveryWholeNumberWouldTell() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 120; round++) {
            Table table = random.nextBoolean() ? twoWay(random, 2, 3, 5) : nested(random);
            List<Finding> findings = new Rules(List.of(new Rule.Threshold(3, random.nextInt(4) == 0))).findings(table);
            Protection protection =
                    Protection.usual().withLeastWidth(1 + random.nextInt(2)).withSeed(round);
            if (random.nextInt(3) == 0) {
                protection = protection.withZerosHidden();
            }
            if (random.nextInt(3) == 0) {
                protection = protection.withZerosUnknown();
            }
            long least = new Problem(table, findings, protection).hiddenAboveZero ? 1 : 0;
            SuppressionAnswer answer = Suppressor.protect(table, findings, protection);
            if (answer instanceof SuppressionAnswer.Protected good) {
                for (int cell : good.suppression().primary()) {
                    long[] range = everyWholeNumber(table, good.suppression(), cell, -1, 0);
                    long[] toReader = everyWholeNumber(table, good.suppression(), cell, -1, least);
                    assertThat(toReader[1] - toReader[0])
                            .as("seed " + SEED + ", round " + round + ", " + table.name(cell))
                            .isPositive();
                    assertThat(range[1] - range[0])
                            .as("seed " + SEED + ", round " + round + ", " + table.name(cell))
                            .isGreaterThanOrEqualTo(protection.leastWidth());
                    Inference found = good.suppression().inference(cell);
                    assertThat(found.least()).isLessThanOrEqualTo(range[0]);
                }
            } else {
                // Only where hiding everything that may be hidden would not help either.
                assertThat(everythingHidden(table, findings, protection))
                        .as("seed " + SEED + ", round " + round)
                        .isFalse();
            }
        }
    }

    @Test
    void findsWhatTryingEveryChoiceFinds() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        int compared = 0;
        for (int round = 0; round < 40; round++) {
            Table table = twoWay(random, 2, 3, 9);
            List<Finding> findings = new Rules(List.of(new Rule.Threshold(3, false))).findings(table);
            Protection protection = Protection.usual()
                    .withLeastWidth(1 + 2L * random.nextInt(2))
                    .withCost(random.nextBoolean() ? Cost.SIZE : Cost.EQUAL);
            if (!(Suppressor.protectOptimally(table, findings, protection)
                    instanceof SuppressionAnswer.Protected good)) {
                continue;
            }
            assertThat(good.suppression().isOptimal()).isTrue();
            Problem problem = new Problem(table, findings, protection);
            assertThat(cost(problem, good.suppression().hidden()))
                    .as("seed " + (SEED + 1) + ", round " + round)
                    .isEqualTo(cheapest(problem));
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void saysATrueSumForEveryCellThatWouldGiveOneAway() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        int said = 0;
        for (int round = 0; round < 120; round++) {
            Table table = random.nextBoolean() ? twoWay(random, 4, 4, 12) : nested(random);
            List<Finding> findings = Rules.usual().findings(table);
            Protection protection = random.nextBoolean()
                    ? Protection.usual()
                    : Protection.usual().againstInsiders();
            if (!(Suppressor.protect(table, findings, protection) instanceof SuppressionAnswer.Protected good)) {
                continue;
            }
            for (int cell : good.suppression().secondary()) {
                Giveaway giveaway = switch (good.suppression().reason(cell)) {
                    case Reason.WouldGiveAway would -> would.giveaway();
                    case Reason.WouldTellInsider would -> would.giveaway();
                    case Reason.WouldNarrow narrow -> null;
                    case Reason.Unsafe unsafe -> throw new AssertionError("a secondary cell is not unsafe");
                    case Reason.AskedFor asked -> throw new AssertionError("nobody asked");
                };
                if (giveaway != null) {
                    said++;
                    double sum = 0;
                    for (Giveaway.Term term : giveaway.terms()) {
                        sum += (double) term.times() / (double) term.dividedBy() * (double) table.value(term.cell());
                    }
                    assertThat(sum).isEqualTo((double) table.value(giveaway.cell()));
                    assertThat(giveaway.terms()).anyMatch(term -> term.cell() == cell);
                }
            }
        }
        assertThat(said).isGreaterThan(100);
    }

    @Test
    void leavesAnInsiderNothingThatTryingEveryWholeNumberWouldTell() {
        SplittableRandom random = new SplittableRandom(SEED + 3);
        int insiders = 0;
        for (int round = 0; round < 150; round++) {
            Table table = twoWay(random, 2, 3, 4);
            List<Finding> findings = new Rules(List.of(new Rule.Threshold(3, false))).findings(table);
            Protection protection = Protection.usual().againstInsiders().withSeed(round);
            if (!(Suppressor.protect(table, findings, protection) instanceof SuppressionAnswer.Protected good)) {
                continue;
            }
            Suppression suppression = good.suppression();
            for (int own : suppression.primary()) {
                if (!table.isBase(own) || table.value(own) != 1) {
                    continue;
                }
                insiders++;
                for (int cell : suppression.primary()) {
                    // Totals of 1 over its own cell are the insider alone, too.
                    boolean itself =
                            Arrays.stream(table.bases(cell)).anyMatch(base -> base == own) && table.value(cell) == 1;
                    if (!itself) {
                        long[] range = everyWholeNumber(table, suppression, cell, own, 1);
                        assertThat(range[1] - range[0])
                                .as("seed " + (SEED + 3) + ", round " + round + ", " + table.name(own) + " knows "
                                        + table.name(cell))
                                .isPositive();
                    }
                }
            }
        }
        assertThat(insiders).isGreaterThan(50);
    }

    private static Table twoWay(SplittableRandom random, int rows, int columns, int most) {
        List<String> down = new ArrayList<>();
        List<String> across = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            down.add("r" + i);
        }
        for (int j = 0; j < columns; j++) {
            across.add("c" + j);
        }
        return filled(random, most, Dimension.flat("row", "all", down), Dimension.flat("column", "all", across));
    }

    private static Table nested(SplittableRandom random) {
        Dimension area = Dimension.of(
                "area",
                List.of(
                        new Sum("a", List.of("a1", "a2")),
                        new Sum("all", List.of("a", "b")),
                        new Sum("c", List.of("a2", "b"))));
        return filled(random, 4, area, Dimension.flat("column", "all", List.of("x", "y")));
    }

    private static Table filled(SplittableRandom random, int most, Dimension first, Dimension second) {
        GivenCells cells = new GivenCells(List.of(first, second));
        for (String down : first.codes().subList(0, first.baseCount())) {
            for (String across : second.codes().subList(0, second.baseCount())) {
                cells.cell(List.of(down, across), random.nextInt(most + 1));
            }
        }
        return cells.fromBase();
    }

    /** The smallest and largest figure of {@code cell} that fit all that is published, every base cell tried up to a limit. */
    private static long[] everyWholeNumber(Table table, Suppression suppression, int cell, int known, long least) {
        long limit = 4;
        for (int other = 0; other < table.cellCount(); other++) {
            limit = Math.max(limit, table.isBase(other) ? table.value(other) + 3 : 0);
        }
        List<Integer> unknown = new ArrayList<>();
        long[] world = new long[table.cellCount()];
        for (int other = 0; other < table.cellCount(); other++) {
            if (table.isBase(other)) {
                world[other] = table.value(other);
                if (suppression.isHidden(other) && other != known) {
                    unknown.add(other);
                }
            }
        }
        long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
        tryAll(table, suppression, unknown, 0, limit, world, cell, least, range);
        return range;
    }

    private static void tryAll(
            Table table,
            Suppression suppression,
            List<Integer> unknown,
            int next,
            long limit,
            long[] world,
            int cell,
            long least,
            long[] range) {
        if (next == unknown.size()) {
            Equations equations = table.equations();
            // Equations come dimension by dimension, each after those of its parts, so one pass sums everything up.
            for (int equation = 0; equation < equations.count(); equation++) {
                long sum = 0;
                for (int p = 0; p < equations.partCount(equation); p++) {
                    sum += world[equations.part(equation, p)];
                }
                int total = equations.total(equation);
                world[total] = sum;
            }
            for (int other = 0; other < world.length; other++) {
                if (suppression.isHidden(other) ? world[other] < least : world[other] != table.value(other)) {
                    return;
                }
            }
            range[0] = Math.min(range[0], world[cell]);
            range[1] = Math.max(range[1], world[cell]);
            return;
        }
        for (long value = least; value <= limit; value++) {
            world[unknown.get(next)] = value;
            tryAll(table, suppression, unknown, next + 1, limit, world, cell, least, range);
        }
    }

    private static boolean everythingHidden(Table table, List<Finding> findings, Protection protection) {
        Problem problem = new Problem(table, findings, protection);
        boolean[] hidden = problem.hiddenAtFirst();
        for (int cell = 0; cell < hidden.length; cell++) {
            hidden[cell] |= problem.roles[cell] == Problem.CANDIDATE;
        }
        return withstands(problem, hidden);
    }

    private static boolean withstands(Problem problem, boolean[] hidden) {
        for (int item : problem.items()) {
            int[] cells = problem.cellsOf(item);
            Neighbourhood near = new Neighbourhood(problem);
            boolean wide = new LocalAttack(problem, near, cells, hidden)
                    .inference(item, problem.widths[item])
                    .atLeastWide(problem.widths[item]);
            if (!wide
                    || !new LocalAttack(problem, near, cells, hidden, new int[0], true, Bounds.NO_LIMIT)
                            .inference(item, 1)
                            .atLeastWide(1)) {
                return false;
            }
        }
        return true;
    }

    private static double cheapest(Problem problem) {
        List<Integer> candidates = new ArrayList<>();
        for (int cell = 0; cell < problem.cells; cell++) {
            if (problem.roles[cell] == Problem.CANDIDATE) {
                candidates.add(cell);
            }
        }
        double best = Double.MAX_VALUE;
        for (int choice = 0; choice < 1 << candidates.size(); choice++) {
            boolean[] hidden = problem.hiddenAtFirst();
            for (int i = 0; i < candidates.size(); i++) {
                hidden[candidates.get(i)] |= (choice >> i & 1) == 1;
            }
            double cost = cost(problem, hidden);
            if (cost < best && withstands(problem, hidden)) {
                best = cost;
            }
        }
        return best;
    }

    private static double cost(Problem problem, boolean[] hidden) {
        double sum = 0;
        for (int cell = 0; cell < hidden.length; cell++) {
            sum += hidden[cell] && problem.roles[cell] == Problem.CANDIDATE ? problem.costs[cell] : 0;
        }
        return sum;
    }
}
