package org.concordat.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against an attacker who tries every combination of whole numbers. Each failure names the seed that repeats it. */
class AttackerFuzz {
    private static final long SEED = 20_260_301;
    private static final int MOST = 4;

    @Test
    void infersFromSumsOfAFewUnknownsWhatTryingEveryCombinationDoes() {
        for (int round = 0; round < 4_000; round++) {
            long seed = SEED + round;
            check(seed, mixed(new SplittableRandom(seed)));
        }
    }

    @Test
    void infersFromTablesWhatTryingEveryCombinationDoes() {
        for (int round = 0; round < 1_500; round++) {
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

    private record Case(Equations equations, Bounds bounds, long[] truth) {}

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
            }
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
        Equations.Builder builder = Equations.over(n);
        boolean onlyOnes = random.nextBoolean();
        for (int e = random.nextInt(1, 5); e > 0; e--) {
            int[] of = random.ints(0, n).distinct().limit(random.nextInt(1, n + 1)).toArray();
            long[] coefficients = new long[of.length];
            long sum = 0;
            for (int i = 0; i < of.length; i++) {
                coefficients[i] = onlyOnes ? 1 : random.nextInt(3) == 0 ? random.nextInt(-3, 4) : 1;
                coefficients[i] = coefficients[i] == 0 ? 1 : coefficients[i];
                sum += coefficients[i] * truth[of[i]];
            }
            boolean range = random.nextInt(3) == 0;
            builder.add(
                    of,
                    coefficients,
                    range ? sum - random.nextInt(3) : sum,
                    range ? sum + random.nextInt(3) : sum);
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
        Equations.Builder builder = Equations.over(n);
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
            Equations.Builder builder, SplittableRandom random, long[] truth, int first, int step, int size) {
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
