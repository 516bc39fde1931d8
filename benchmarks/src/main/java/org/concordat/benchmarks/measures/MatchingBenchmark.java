package org.concordat.benchmarks.measures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.concordat.measures.evaluation.Balance;
import org.concordat.measures.evaluation.Covariates;
import org.concordat.measures.evaluation.Effect;
import org.concordat.measures.evaluation.Evaluation;
import org.concordat.measures.evaluation.EvaluationSettings;
import org.concordat.measures.evaluation.EvaluationSettings.Scale;
import org.concordat.measures.evaluation.MatchSettings;
import org.concordat.measures.evaluation.Matcher;
import org.concordat.measures.evaluation.Matches;
import org.concordat.measures.evaluation.PropensityScores;

/**
 * Seconds to match 10,000 treated people to a pool of 1,000,000: propensity scores on five covariates, nearest and optimal
 * matching, and the whole evaluation.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -Xmx4g -cp "$(cat benchmarks/target/classpath.txt):benchmarks/target/classes" \
 *     org.concordat.benchmarks.measures.MatchingBenchmark [TREATED POOL [FILE.csv]]
 * }</pre>
 *
 * <p>With a file, the made-up people are also written there, for {@code benchmarks/peers/matchit_run.R}.
 */
public final class MatchingBenchmark {
    private static final long SEED = 20261130;
    private static final int RUNS = 3;

    private final boolean[] treated;
    private final double[] outcomes;
    private final double[][] columns;
    private final Covariates covariates;

    private MatchingBenchmark(int treatedCount, int poolCount) {
        SplittableRandom random = new SplittableRandom(SEED);
        int rows = treatedCount + poolCount;
        treated = new boolean[rows];
        outcomes = new double[rows];
        double[] age = new double[rows];
        double[] woman = new double[rows];
        double[] visits = new double[rows];
        double[] distance = new double[rows];
        double[] deprivation = new double[rows];
        for (int i = 0; i < rows; i++) {
            boolean had = i < treatedCount;
            treated[i] = had;
            age[i] = 18 + random.nextInt(60) - (had ? random.nextInt(10) : 0);
            woman[i] = random.nextDouble() < (had ? .4 : .5) ? 1 : 0;
            visits[i] = random.nextInt(had ? 9 : 7);
            distance[i] = Math.rint(random.nextDouble() * 1000 * (had ? .8 : 1)) / 100;
            deprivation[i] = 1 + random.nextInt(10);
            outcomes[i] = random.nextDouble() < (had ? .26 : .35) ? 1 : 0;
        }
        columns = new double[][] {age, woman, visits, distance, deprivation};
        covariates = Covariates.of(List.of("age", "woman", "visits", "distance_km", "deprivation"), columns);
    }

    /** Runs all and prints a line for each figure. */
    public static void main(String[] arguments) {
        int treatedCount = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int poolCount = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        MatchingBenchmark benchmark = new MatchingBenchmark(treatedCount, poolCount);
        say(String.format(Locale.ROOT, "%,d treated, a pool of %,d, seed %d", treatedCount, poolCount, SEED));
        if (arguments.length > 2) {
            benchmark.write(Path.of(arguments[2]));
        }
        benchmark.run();
    }

    private void run() {
        var fitted = timed("propensity scores", () -> switch (PropensityScores.of(covariates, treated)) {
            case PropensityScores.Fitted found -> found;
            case PropensityScores.Constant no -> throw new IllegalStateException(no.toString());
            case PropensityScores.Collinear no -> throw new IllegalStateException(no.toString());
            case PropensityScores.Separated no -> throw new IllegalStateException(no.toString());
        });
        int first = 0;
        while (treated[first]) {
            first++;
        }
        double[] treatedScores = Arrays.copyOf(fitted.scores(), first);
        double[] poolScores = Arrays.copyOfRange(fitted.scores(), first, treated.length);
        for (MatchSettings settings : List.of(
                MatchSettings.nearest(),
                MatchSettings.nearest().within(.2),
                MatchSettings.nearest().withRatio(3),
                MatchSettings.nearest().withReplacement(),
                MatchSettings.optimal(),
                MatchSettings.optimal().withRatio(3).within(.2))) {
            Matches matches = timed(settings.toString(), () -> new Matcher(settings).match(treatedScores, poolScores));
            say(String.format(
                    Locale.ROOT,
                    "    %,d pairs, distances %.6f in all",
                    matches.pairs().size(),
                    matches.totalDistance()));
        }
        var settings = new EvaluationSettings(MatchSettings.nearest(), Scale.SCORE, Effect.Method.NEWCOMBE, .95);
        Balance balance = timed(
                        "the whole evaluation", () -> Evaluation.of(fitted, treated, covariates, outcomes, settings))
                .balance();
        say(String.format(
                Locale.ROOT, "    %d covariates worse than %.1f", balance.poor().size(), Balance.WORST_DIFFERENCE));
        say(String.format(
                Locale.ROOT, "memory at most %,d MB", Runtime.getRuntime().maxMemory() >> 20));
    }

    /** The quickest of some runs, in seconds of the processor and by the wall clock. */
    private static <T> T timed(String what, Supplier<T> work) {
        T result = work.get();
        double processor = Double.MAX_VALUE;
        double wall = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long processorStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            result = work.get();
            processor = Math.min(
                    processor, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorStart) / 1e9);
            wall = Math.min(wall, (System.nanoTime() - start) / 1e9);
        }
        say(String.format(Locale.ROOT, "%s: %.2f s of a processor, %.2f by the wall clock", what, processor, wall));
        return result;
    }

    private void write(Path file) {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("treated," + String.join(",", covariates.names()) + ",outcome\n");
            for (int i = 0; i < treated.length; i++) {
                out.write(treated[i] ? "1" : "0");
                for (double[] column : columns) {
                    out.write("," + column[i]);
                }
                out.write("," + outcomes[i] + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
