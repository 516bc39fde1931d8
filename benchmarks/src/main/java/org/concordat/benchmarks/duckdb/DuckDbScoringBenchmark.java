package org.concordat.benchmarks.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The program that scores the pairs of one file in DuckDB and prints how many it did a second, as one line of JSON for
 * each number of threads.
 *
 * <p>Arguments: {@code PLAN RECORDS.csv [PAIRS.csv|-] [THREADS,THREADS…] [RUNS]}; a bar instead of pairs takes the
 * plan's own blocking rules, threads are 1 and 2 by default, runs 3. Of the runs the median by scoring time is printed.
 * {@code benchmarks/duckdb-scoring.sh} runs it.
 */
public final class DuckDbScoringBenchmark {

    private DuckDbScoringBenchmark() {}

    /** Runs the program; see the type. Exit code 2 for wrong use. */
    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length < 2 || arguments.length > 5) {
            System.err.println("usage: PLAN RECORDS.csv [PAIRS.csv|-] [THREADS,THREADS...] [RUNS]");
            System.exit(2);
        }
        ScoringPlan plan = ScoringPlan.parse(Files.readAllLines(Path.of(arguments[0])));
        Path records = Path.of(arguments[1]);
        Optional<Path> pairs = arguments.length < 3 || arguments[2].equals("-")
                ? Optional.empty()
                : Optional.of(Path.of(arguments[2]));
        String[] threads = (arguments.length < 4 ? "1,2" : arguments[3]).split(",");
        int runs = arguments.length < 5 ? 3 : Integer.parseInt(arguments[4]);
        for (String number : threads) {
            System.out.println(json(median(plan, records, pairs, Integer.parseInt(number), runs)));
        }
    }

    private static DuckDbScoring.Measured median(
            ScoringPlan plan, Path records, Optional<Path> pairs, int threads, int runs) {
        List<DuckDbScoring.Measured> measured = IntStream.range(0, runs)
                .mapToObj(run -> {
                    try {
                        return DuckDbScoring.measure(plan, records, pairs, threads);
                    } catch (SQLException failed) {
                        throw new IllegalArgumentException(
                                "DuckDB could not run the plan: " + failed.getMessage(), failed);
                    }
                })
                .sorted(Comparator.comparingDouble(DuckDbScoring.Measured::scoringSeconds))
                .toList();
        return measured.get(measured.size() / 2);
    }

    /** The measurement as one line of JSON; units are in the names. */
    static String json(DuckDbScoring.Measured measured) {
        return String.format(
                Locale.ROOT,
                "{\"tool\": \"DuckDB %s\", \"threads\": %d, \"records\": %d, \"candidate_pairs\": %d, \"kept_pairs\": %d,"
                        + " \"kept_weight_bits\": %.3f, \"blocking_seconds\": %.3f, \"scoring_seconds\": %.3f,"
                        + " \"scoring_cpu_seconds\": %.3f, \"pairs_per_second_and_core\": %.0f, \"pairs_per_cpu_second\": %.0f}",
                measured.version(),
                measured.threads(),
                measured.records(),
                measured.candidatePairs(),
                measured.keptPairs(),
                measured.keptWeightBits(),
                measured.blockingSeconds(),
                measured.scoringSeconds(),
                measured.scoringCpuSeconds(),
                measured.pairsPerSecondAndCore(),
                measured.pairsPerCpuSecond());
    }
}
