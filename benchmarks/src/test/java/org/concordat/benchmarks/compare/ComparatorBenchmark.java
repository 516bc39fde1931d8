package org.concordat.benchmarks.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.concordat.linkage.compare.DamerauLevenshtein;
import org.concordat.linkage.compare.DamerauLevenshteinScorer;
import org.concordat.linkage.compare.JaroWinkler;
import org.concordat.linkage.compare.JaroWinklerScorer;
import org.concordat.linkage.compare.Levenshtein;
import org.concordat.linkage.compare.LevenshteinScorer;
import org.concordat.linkage.compare.PlainJaroWinkler;
import org.concordat.linkage.compare.PlainLevenshtein;
import org.concordat.linkage.compare.TextPool;

/**
 * How many pairs of surnames one core compares in a second of its time: the plain algorithms, ours on strings, ours on packed values.
 *
 * <p>All forms compare the same pairs in the same order: a left surname with {@value #RIGHTS_A_LEFT} others, as a block of
 * candidates has it. Only time that the thread had a core counts. The forms take turns, so that a busy machine slows all of them; the figure is the median round.
 * Every form adds up what it finds, and the sums must be equal, so that none can be optimised away or be wrong.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -cp linkage/target/classes:linkage/target/test-classes:benchmarks/target/test-classes \
 *     org.concordat.benchmarks.compare.ComparatorBenchmark
 * }</pre>
 *
 * <p>It lies among the tests because the plain algorithms do. Takes the number of rounds, 15 unless given; exits with 1 when a bit-parallel form falls short of 2.5 times the
 * plain algorithm.
 */
public final class ComparatorBenchmark {
    private static final int NAMES = 20_000;
    private static final int LEFTS = 20_000;
    private static final int RIGHTS_A_LEFT = 25;
    private static final int PAIRS = LEFTS * RIGHTS_A_LEFT;
    private static final int WARM_UP_ROUNDS = 5;
    private static final double GOAL = 2.5;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final List<String> names = Surnames.different(NAMES, 1);
    private final String[] strings = names.toArray(String[]::new);
    private final char[][] characters = names.stream().map(String::toCharArray).toArray(char[][]::new);
    private final TextPool pool = TextPool.of(names);
    private final int[] lefts = new SplittableRandom(2).ints(LEFTS, 0, NAMES).toArray();
    private final int[] rights = new SplittableRandom(3).ints(PAIRS, 0, NAMES).toArray();

    private ComparatorBenchmark() {}

    /** Runs all forms and prints the table. */
    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
        ComparatorBenchmark benchmark = new ComparatorBenchmark();
        boolean reached = compare("Jaro-Winkler", benchmark.jaroWinkler(), rounds);
        reached &= compare("Levenshtein", benchmark.levenshtein(), rounds);
        reached &= compare("Damerau-Levenshtein (OSA)", benchmark.damerauLevenshtein(), rounds);
        System.exit(reached ? 0 : 1);
    }

    private Map<String, DoubleSupplier> jaroWinkler() {
        PlainJaroWinkler plain = new PlainJaroWinkler();
        JaroWinklerScorer scorer = new JaroWinklerScorer();
        Map<String, DoubleSupplier> forms = new LinkedHashMap<>();
        forms.put("plain", () -> {
            double sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                sum += plain.similarity(characters[lefts[pair / RIGHTS_A_LEFT]], characters[rights[pair]]);
            }
            return sum;
        });
        forms.put("strings", () -> {
            double sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                sum += JaroWinkler.similarity(strings[lefts[pair / RIGHTS_A_LEFT]], strings[rights[pair]]);
            }
            return sum;
        });
        forms.put("scorer", () -> {
            double sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                if (pair % RIGHTS_A_LEFT == 0) {
                    scorer.fix(pool, lefts[pair / RIGHTS_A_LEFT]);
                }
                sum += scorer.against(rights[pair]);
            }
            return sum;
        });
        return forms;
    }

    private Map<String, DoubleSupplier> levenshtein() {
        PlainLevenshtein plain = new PlainLevenshtein();
        LevenshteinScorer scorer = new LevenshteinScorer();
        Map<String, DoubleSupplier> forms = new LinkedHashMap<>();
        forms.put("plain", () -> {
            long sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                sum += plain.distance(characters[lefts[pair / RIGHTS_A_LEFT]], characters[rights[pair]]);
            }
            return sum;
        });
        forms.put("strings", () -> {
            long sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                sum += Levenshtein.distance(strings[lefts[pair / RIGHTS_A_LEFT]], strings[rights[pair]]);
            }
            return sum;
        });
        forms.put("scorer", () -> {
            long sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                if (pair % RIGHTS_A_LEFT == 0) {
                    scorer.fix(pool, lefts[pair / RIGHTS_A_LEFT]);
                }
                sum += scorer.distance(rights[pair]);
            }
            return sum;
        });
        return forms;
    }

    private Map<String, DoubleSupplier> damerauLevenshtein() {
        PlainLevenshtein plain = new PlainLevenshtein();
        DamerauLevenshteinScorer scorer = new DamerauLevenshteinScorer();
        Map<String, DoubleSupplier> forms = new LinkedHashMap<>();
        forms.put("plain", () -> {
            long sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                sum += plain.distanceWithSwaps(characters[lefts[pair / RIGHTS_A_LEFT]], characters[rights[pair]]);
            }
            return sum;
        });
        forms.put("strings", () -> {
            long sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                sum += DamerauLevenshtein.distance(strings[lefts[pair / RIGHTS_A_LEFT]], strings[rights[pair]]);
            }
            return sum;
        });
        forms.put("scorer", () -> {
            long sum = 0;
            for (int pair = 0; pair < PAIRS; pair++) {
                if (pair % RIGHTS_A_LEFT == 0) {
                    scorer.fix(pool, lefts[pair / RIGHTS_A_LEFT]);
                }
                sum += scorer.distance(rights[pair]);
            }
            return sum;
        });
        return forms;
    }

    /** Times the forms in turn and prints a line each; whether the last one reached the goal. The first is the plain one. */
    private static boolean compare(String comparator, Map<String, DoubleSupplier> forms, int rounds) {
        String[] labels = forms.keySet().toArray(String[]::new);
        DoubleSupplier[] runs = forms.values().toArray(DoubleSupplier[]::new);
        double expected = runs[0].getAsDouble();
        double[][] rates = new double[runs.length][rounds];
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (int form = 0; form < runs.length; form++) {
                long start = CLOCK.getCurrentThreadCpuTime();
                double sum = runs[form].getAsDouble();
                double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
                if (round >= 0) {
                    rates[form][round] = PAIRS / seconds / 1e6;
                }
                if (sum != expected) {
                    throw new IllegalStateException(comparator + " by " + labels[form] + " adds up to " + sum
                            + " where the plain algorithm adds up to " + expected + ".");
                }
            }
        }
        for (int form = 0; form < runs.length; form++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %-8s %6.1f million pairs/s  %4.1f times plain%n",
                    comparator,
                    labels[form],
                    median(rates[form]),
                    median(rates[form]) / median(rates[0]));
        }
        return median(rates[runs.length - 1]) >= GOAL * median(rates[0]);
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
