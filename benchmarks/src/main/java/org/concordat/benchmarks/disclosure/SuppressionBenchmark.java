package org.concordat.benchmarks.disclosure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppression;
import org.concordat.disclosure.suppression.SuppressionAnswer;
import org.concordat.disclosure.suppression.Suppressor;
import org.concordat.disclosure.tables.Table;

/**
 * What is hidden in Trafford's general health by area, and how long the choice takes, cold and warm, by the wall clock and in
 * processor time: as usual, with every interval at least 5 wide, and against insiders.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -cp "$(cat benchmarks/target/classpath.txt):benchmarks/target/classes" \
 *     org.concordat.benchmarks.disclosure.SuppressionBenchmark ../shared/data/statistics/trafford
 * }</pre>
 */
public final class SuppressionBenchmark {
    private static final int RUNS = 5;

    private SuppressionBenchmark() {}

    /** Reads, and hides again and again; prints a line a run. */
    public static void main(String[] folder) throws IOException {
        Table table = AttackBenchmark.read(Path.of(folder[0]));
        Map<String, Protection> protections = new LinkedHashMap<>();
        protections.put("usual", Protection.usual());
        protections.put("5 wide", Protection.usual().withLeastWidth(5));
        protections.put("insiders", Protection.usual().againstInsiders());
        for (int run = 0; run < RUNS; run++) {
            protections.forEach((name, protection) -> protect(table, name, protection));
        }
    }

    private static void protect(Table table, String name, Protection protection) {
        long wall = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SuppressionAnswer answer = Suppressor.protect(table, Rules.usual().findings(table), protection);
        wall = System.nanoTime() - wall;
        processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        String line = switch (answer) {
            case SuppressionAnswer.Protected(Suppression suppression) ->
                String.format(
                        Locale.ROOT,
                        "%-8s %d cells, %d primary, %d secondary of value %d: %.0f ms by the clock, %.0f ms of a processor",
                        name,
                        table.cellCount(),
                        suppression.primary().length,
                        suppression.secondary().length,
                        suppression.secondaryValue(),
                        wall / 1e6,
                        processor / 1e6);
            case SuppressionAnswer.CannotProtect impossible -> name + ": the table cannot be protected";
        };
        // A benchmark speaks on the console.
        System.out.println(line);
    }
}
