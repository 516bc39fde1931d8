package org.concordat.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against an attacker who tries every combination of whole numbers. Each failure names the seed that repeats it. */
class AttackerFuzz {
    private static final long SEED = 20_260_301;
    private static final int MOST = 4;

    @Test
    void infersFromSumsOfAFewUnknownsWhatTryingEveryCombinationDoes() {
        for (int round = 0; round < 1_500; round++) {
            long seed = SEED + round;
            check(seed, mixed(new SplittableRandom(seed)));
        }
    }

    @Test
    void infersFromTablesWhatTryingEveryCombinationDoes() {
        for (int round = 0; round < 700; round++) {
            long seed = SEED + 100_000 + round;
            check(seed, table(new SplittableRandom(seed)));
        }
    }

    @Test
    void aPatternWithMoreHiddenTakesWhatWasFoundOutAboutAnother() {
        for (int round = 0; round < 300; round++) {
            long seed = SEED + 200_000 + round;
            Case some = table(new SplittableRandom(seed));
            Attacker one = Attacker.onCounts(some.equations, some.bounds, some.truth);
            one.inferences();
            Attacker other = Attacker.onCounts(some.equations, some.bounds, some.truth);
            for (int u = 0; u < some.truth.length; u++) {
                other.offer(one.solutionWith(u, true));
                other.offer(one.solutionWith(u, false));
            }
            assertThat(other.inferences()).as("seed %d", seed).isEqualTo(one.inferences());
        }
    }

    @Test
    void tellsWhetherSumsCanHoldTogether() {
        int impossible = 0;
        for (int round = 0; round < 2_000; round++) {
            long seed = SEED + 300_000 + round;
            SplittableRandom random = new SplittableRandom(seed);
            Case some = mixed(random);
            KnownSums.Builder wrong = KnownSums.over(some.truth.length);
            for (int e = 0; e < some.equations.size(); e++) {
                long error = random.nextInt(4) == 0 ? random.nextInt(-2, 3) : 0;
                wrong.add(
                        some.equations.unknownsOf(e),
                        some.equations.coefficientsOf(e),
                        some.equations.least(e) + error,
                        some.equations.most(e) + error);
            }
            Case perhaps = new Case(wrong.build(), some.bounds, some.truth);
            boolean possible = hasSolution(perhaps.equations, perhaps);
            switch (Feasibility.of(perhaps.equations, perhaps.bounds)) {
                case Feasibility.Possible(long[] solution) -> {
                    assertThat(possible).as("seed %d", seed).isTrue();
                    assertThat(perhaps.equations.holdFor(solution))
                            .as("seed %d", seed)
                            .isTrue();
                    assertThat(perhaps.bounds.holdFor(solution))
                            .as("seed %d", seed)
                            .isTrue();
                }
                case Feasibility.Impossible(List<Integer> equations) -> {
                    assertThat(possible).as("seed %d", seed).isFalse();
                    assertThat(hasSolution(only(perhaps.equations, equations, -1), perhaps))
                            .as("seed %d", seed)
                            .isFalse();
                    for (int left : equations) {
                        assertThat(hasSolution(only(perhaps.equations, equations, left), perhaps))
                                .as("seed %d without %d", seed, left)
                                .isTrue();
                    }
                    impossible++;
                }
                case Feasibility.Undecided() -> throw new AssertionError("undecided, seed " + seed);
            }
        }
        assertThat(impossible).isBetween(200, 1_800);
    }

    @Test
    void pathsInANetworkFindWhatLinearProgrammingFinds() {
        int networks = 0;
        for (int round = 0; round < 60; round++) {
            long seed = SEED + 400_000 + round;
            Case some = nested(new SplittableRandom(seed));
            Tightening tightened =
                    new Tightening(some.equations, some.bounds.leastValues(), some.bounds.mostValues(), true);
            tightened.all();
            for (Part part : Part.of(some.equations, tightened)) {
                Network network = Network.of(part);
                assertThat(network).as("seed %d", seed).isNotNull();
                networks++;
                PartAttack byPaths = new PartAttack(part, part.take(some.truth), true);
                PartAttack byPrograms = new PartAttack(part, part.take(some.truth), true, null);
                for (int u = 0; u < part.size(); u++) {
                    assertThat(byPrograms.inference(u, Attacker.EXACTLY))
                            .as("seed %d", seed)
                            .isEqualTo(byPaths.inference(u, Attacker.EXACTLY));
                }
            }
        }
        assertThat(networks).isGreaterThan(50);
    }

    /** Small areas in larger ones in one whole, by category; every figure may be hidden, at each level. */
    private static Case nested(SplittableRandom random) {
        int groups = random.nextInt(2, 4);
        int areas = random.nextInt(2, 4);
        int categories = random.nextInt(2, 5);
        int columns = categories + 1;
        int rows = groups * (areas + 1) + 1;
        long[] values = new long[rows * columns];
        KnownSums.Builder builder = KnownSums.over(values.length);
        for (int g = 0; g < groups; g++) {
            for (int a = 1; a <= areas; a++) {
                for (int c = 0; c < categories; c++) {
                    long value = random.nextInt(9);
                    int area = g * (areas + 1);
                    for (int row : new int[] {area + a, area, rows - 1}) {
                        values[row * columns + c] += value;
                        values[row * columns + categories] += value;
                    }
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            int first = row * columns;
            builder.total(
                    first + categories,
                    IntStream.range(first, first + categories).toArray());
        }
        for (int c = 0; c < columns; c++) {
            int column = c;
            for (int g = 0; g < groups; g++) {
                int group = g * (areas + 1);
                builder.total(
                        group * columns + c,
                        IntStream.rangeClosed(group + 1, group + areas)
                                .map(row -> row * columns + column)
                                .toArray());
            }
            builder.total(
                    (rows - 1) * columns + c,
                    IntStream.range(0, groups)
                            .map(g -> g * (areas + 1) * columns + column)
                            .toArray());
        }
        boolean[] published = new boolean[values.length];
        boolean totalsPublished = random.nextBoolean();
        for (int cell = 0; cell < values.length; cell++) {
            published[cell] = cell / columns == rows - 1
                    || (totalsPublished && cell % columns == categories)
                    || random.nextInt(3) == 0;
        }
        return new Case(builder.build(), Bounds.notBelowZero(values.length).publishing(published, values), values);
    }

    private static KnownSums only(KnownSums sums, List<Integer> equations, int without) {
        KnownSums.Builder builder = KnownSums.over(sums.unknowns());
        for (int e : equations) {
            if (e != without) {
                builder.add(sums.unknownsOf(e), sums.coefficientsOf(e), sums.least(e), sums.most(e));
            }
        }
        return builder.build();
    }

    private static boolean hasSolution(KnownSums sums, Case some) {
        int n = some.truth.length;
        long[] most = new long[n];
        Arrays.fill(most, Long.MIN_VALUE);
        enumerate(new Case(sums, some.bounds, some.truth), new long[n], 0, new long[n], most);
        return most[0] > Long.MIN_VALUE;
    }

    private record Case(KnownSums equations, Bounds bounds, long[] truth) {}

    private static void check(long seed, Case some) {
        int n = some.truth.length;
        long[] least = new long[n];
        long[] most = new long[n];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, Long.MIN_VALUE);
        enumerate(some, new long[n], 0, least, most);
        Attacker attacker = Attacker.onCounts(some.equations, some.bounds, some.truth);
        for (int u = 0; u < n; u++) {
            Inference inference = attacker.inference(u);
            assertThat(inference)
                    .as("seed %d, unknown %d", seed, u)
                    .isEqualTo(new Inference(least[u], most[u], least[u], most[u]));
            for (boolean greatest : new boolean[] {false, true}) {
                long[] solution = attacker.solutionWith(u, greatest);
                assertThat(some.equations.holdFor(solution)).as("seed %d", seed).isTrue();
                assertThat(some.bounds.holdFor(solution)).as("seed %d", seed).isTrue();
                assertThat(solution[u]).as("seed %d", seed).isEqualTo(greatest ? most[u] : least[u]);
                checkProof(seed, some, attacker, u, greatest ? most[u] : least[u], greatest);
            }
        }
    }

    private static void checkProof(long seed, Case some, Attacker attacker, int unknown, long bound, boolean upper) {
        Optional<Proof> proof = attacker.proof(unknown, upper);
        if (proof.isEmpty()) {
            assertThat(upper ? some.bounds.most(unknown) : some.bounds.least(unknown))
                    .as("seed %d", seed)
                    .isEqualTo(bound);
        } else if (proof.get().wholeNumbers()) {
            assertThat(proof.get().shares()).as("seed %d", seed).isNotEmpty();
        } else {
            assertThat(proof.get().check(some.equations, some.bounds, unknown))
                    .as("seed %d", seed)
                    .isEqualTo(bound);
        }
    }

    /** The slow reference: every combination within the bounds that satisfies the equations. */
    private static void enumerate(Case some, long[] values, int at, long[] least, long[] most) {
        if (at == values.length) {
            if (some.equations.holdFor(values)) {
                for (int u = 0; u < values.length; u++) {
                    least[u] = Math.min(least[u], values[u]);
                    most[u] = Math.max(most[u], values[u]);
                }
            }
            return;
        }
        for (long v = some.bounds.least(at); v <= some.bounds.most(at); v++) {
            values[at] = v;
            enumerate(some, values, at + 1, least, most);
        }
    }

    /** Any sums, with coefficients from -3 to 3, some with a range. */
    private static Case mixed(SplittableRandom random) {
        int n = random.nextInt(1, 7);
        long[] truth = new long[n];
        long[] least = new long[n];
        long[] most = new long[n];
        for (int u = 0; u < n; u++) {
            truth[u] = random.nextInt(MOST + 1);
            most[u] = random.nextInt(6) == 0 ? truth[u] : MOST;
            least[u] = random.nextInt(6) == 0 ? truth[u] : 0;
        }
        KnownSums.Builder builder = KnownSums.over(n);
        boolean onlyOnes = random.nextBoolean();
        for (int e = random.nextInt(1, 5); e > 0; e--) {
            int[] of =
                    random.ints(0, n).distinct().limit(random.nextInt(1, n + 1)).toArray();
            long[] coefficients = new long[of.length];
            long sum = 0;
            for (int i = 0; i < of.length; i++) {
                coefficients[i] = onlyOnes ? 1 : random.nextInt(3) == 0 ? random.nextInt(-3, 4) : 1;
                coefficients[i] = coefficients[i] == 0 ? 1 : coefficients[i];
                sum += coefficients[i] * truth[of[i]];
            }
            boolean range = random.nextInt(3) == 0;
            builder.add(of, coefficients, range ? sum - random.nextInt(3) : sum, range ? sum + random.nextInt(3) : sum);
        }
        return new Case(builder.build(), Bounds.of(least, most), truth);
    }

    /** A table of two or three dimensions, its margins known or rounded or hidden, some cells known. */
    private static Case table(SplittableRandom random) {
        int rows = random.nextInt(2, 4);
        int columns = random.nextInt(2, 4);
        int n = rows * columns;
        long[] truth = random.longs(n, 0, MOST).toArray();
        long[] least = new long[n];
        long[] most = new long[n];
        Arrays.fill(most, MOST);
        for (int u = 0; u < n; u++) {
            if (random.nextInt(n > 7 ? 2 : 4) == 0) {
                least[u] = truth[u];
                most[u] = truth[u];
            }
        }
        KnownSums.Builder builder = KnownSums.over(n);
        for (int r = 0; r < rows; r++) {
            int first = r * columns;
            margin(builder, random, truth, first, 1, columns);
        }
        for (int c = 0; c < columns; c++) {
            margin(builder, random, truth, c, columns, rows);
        }
        if (random.nextBoolean()) {
            // A second way to add up, as in linked tables.
            margin(builder, random, truth, 0, columns + 1, Math.min(rows, columns));
        }
        return new Case(builder.build(), Bounds.of(least, most), truth);
    }

    private static void margin(
            KnownSums.Builder builder, SplittableRandom random, long[] truth, int first, int step, int size) {
        int[] of = new int[size];
        long sum = 0;
        for (int i = 0; i < size; i++) {
            of[i] = first + i * step;
            sum += truth[of[i]];
        }
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> builder.add(of, ones(size), sum - sum % 3, sum - sum % 3 + 2);
            default -> builder.sum(of, sum);
        }
    }

    private static long[] ones(int size) {
        long[] ones = new long[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
