package org.concordat.benchmarks.duckdb;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Blocks and scores the pairs of one file in an in-memory DuckDB, and says how long each took. */
public final class DuckDbScoring {

    /**
     * What was done, and how long it took.
     *
     * @param version DuckDB's own version
     * @param threads threads DuckDB was given
     * @param records rows read
     * @param candidatePairs pairs scored, each once
     * @param keptPairs pairs that weighed enough to be written down
     * @param keptWeightBits sum of the kept pairs' weights, in bits: equal work gives an equal sum
     * @param blockingSeconds time to make the table of candidates; 0 where they were read from a file
     * @param scoringSeconds time to compare, weigh and filter them
     * @param scoringCpuSeconds processor time of all threads for the same, which other programs do not lengthen
     */
    public record Measured(
            String version,
            int threads,
            long records,
            long candidatePairs,
            long keptPairs,
            double keptWeightBits,
            double blockingSeconds,
            double scoringSeconds,
            double scoringCpuSeconds) {

        /** Pairs scored a second and thread, blocking left out. */
        public double pairsPerSecondAndCore() {
            return candidatePairs / (scoringSeconds * threads);
        }

        /** Pairs scored a second of processor time: the rate to compare on a machine that is not idle. */
        public double pairsPerCpuSecond() {
            return candidatePairs / scoringCpuSeconds;
        }
    }

    private DuckDbScoring() {}

    /**
     * Does the work of the plan once.
     *
     * @param plan the work
     * @param records a CSV file of standardised columns, with a header
     * @param pairs a CSV file of record numbers {@code left_record,right_record} (from 0, in file order) to be scored
     *     instead of what the plan's rules find
     * @param threads at least 1
     * @throws SQLException where DuckDB cannot read the files or a key of the plan is no expression over them
     */
    public static Measured measure(ScoringPlan plan, Path records, Optional<Path> pairs, int threads)
            throws SQLException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, given " + threads);
        }
        ScoringSql sql = new ScoringSql(plan);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("set preserve_insertion_order = true");
            statement.execute(sql.loadRecords(records.toString()));
            statement.execute("set preserve_insertion_order = false");
            double blockingSeconds = 0;
            if (pairs.isPresent()) {
                statement.execute(sql.loadCandidates(pairs.get().toString()));
            } else {
                blockingSeconds = seconds(statement, sql.makeCandidates());
            }
            long cpuBefore = cpuNanoseconds();
            double scoringSeconds = seconds(statement, sql.scoreCandidates());
            double scoringCpuSeconds = (cpuNanoseconds() - cpuBefore) / 1e9;
            return new Measured(
                    text(statement, "select version()"),
                    threads,
                    (long) number(statement, "select count(*) from records"),
                    (long) number(statement, "select count(*) from candidates"),
                    (long) number(statement, "select count(*) from scored"),
                    number(statement, "select coalesce(sum(weight_bits), 0) from scored"),
                    blockingSeconds,
                    scoringSeconds,
                    scoringCpuSeconds);
        }
    }

    private static long cpuNanoseconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double seconds(Statement statement, String sql) throws SQLException {
        long start = System.nanoTime();
        statement.execute(sql);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
