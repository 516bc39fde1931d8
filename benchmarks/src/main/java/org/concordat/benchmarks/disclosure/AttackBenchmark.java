package org.concordat.benchmarks.disclosure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.disclosure.attack.Attacker;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.attack.KnownSums;
import org.concordat.disclosure.primary.Rules;
import org.concordat.disclosure.suppression.Protection;
import org.concordat.disclosure.suppression.Suppression;
import org.concordat.disclosure.suppression.SuppressionAnswer;
import org.concordat.disclosure.suppression.Suppressor;
import org.concordat.disclosure.tables.Dimension;
import org.concordat.disclosure.tables.GivenCells;
import org.concordat.disclosure.tables.Table;

/**
 * Milliseconds for the attacker's intervals of every hidden cell of Trafford's general health, cold and warm, by the wall
 * clock and in processor time.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -cp "$(cat benchmarks/target/classpath.txt):benchmarks/target/classes" \
 *     org.concordat.benchmarks.disclosure.AttackBenchmark ../shared/data/statistics/trafford
 * }</pre>
 */
public final class AttackBenchmark {
    private static final int RUNS = 10;

    private AttackBenchmark() {}

    /** Reads, hides, and attacks again and again; prints a line a run. */
    public static void main(String[] folder) throws IOException {
        Table table = read(Path.of(folder[0]));
        switch (Suppressor.protect(table, Rules.usual().findings(table), Protection.usual())) {
            case SuppressionAnswer.Protected(Suppression suppression) -> {
                for (int run = 0; run < RUNS; run++) {
                    attack(table, suppression, run);
                }
            }
            case SuppressionAnswer.CannotProtect impossible -> say("the table cannot be protected");
        }
    }

    private static void attack(Table table, Suppression suppression, int run) {
        long wall = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        boolean[] published = new boolean[table.cellCount()];
        long[] values = new long[table.cellCount()];
        for (int cell = 0; cell < values.length; cell++) {
            published[cell] = !suppression.isHidden(cell);
            values[cell] = table.value(cell);
        }
        Bounds bounds = Bounds.notBelowZero(values.length).publishing(published, values);
        Inference[] inferences = Attacker.onCounts(sums(table), bounds, values).inferences();
        wall = System.nanoTime() - wall;
        processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor;
        long hidden = 0;
        long known = 0;
        long unsettled = 0;
        for (int cell = 0; cell < values.length; cell++) {
            hidden += published[cell] ? 0 : 1;
            known += !published[cell] && inferences[cell].exactlyKnown() ? 1 : 0;
            unsettled += inferences[cell].settled() ? 0 : 1;
        }
        say(String.format(
                Locale.ROOT,
                "run %d: %d cells, %d hidden, %d of them known, %d intervals not settled: %.0f ms by the clock, %.0f ms of a"
                        + " processor",
                run + 1,
                values.length,
                hidden,
                known,
                unsettled,
                wall / 1e6,
                processor / 1e6));
    }

    private static KnownSums sums(Table table) {
        KnownSums.Builder builder = KnownSums.over(table.cellCount());
        for (int e = 0; e < table.equations().count(); e++) {
            int[] parts = new int[table.equations().partCount(e)];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = table.equations().part(e, i);
            }
            builder.total(table.equations().total(e), parts);
        }
        return builder.build();
    }

    /** The table, read anew. */
    static Table read(Path folder) throws IOException {
        Map<String, List<String>> paths = new HashMap<>();
        for (String line : lines(folder, "lookups/gm_statistical_lookup_2021-22.csv")) {
            String[] fields = line.split(",", -1);
            paths.put(fields[0], List.of(fields[0], fields[1], fields[3]));
        }
        List<List<String>> areas = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        Map<List<String>, Long> counts = new HashMap<>();
        for (String line : lines(folder, "census2021/2021_general_health_oa.csv")) {
            // The words between hold commas, inside or outside quotation marks; what is needed stands at both ends.
            String[] fields = line.split(",", -1);
            String area = fields[0];
            String answer = fields[fields.length - 4];
            counts.put(List.of(area, answer), Long.valueOf(fields[fields.length - 1]));
            if (!answers.contains(answer)) {
                answers.add(answer);
            }
            areas.add(paths.getOrDefault(area, List.of(area)));
        }
        GivenCells cells = new GivenCells(List.of(
                Dimension.nested("area", "Trafford", areas.stream().distinct().toList()),
                Dimension.flat("health", "Total", answers)));
        counts.forEach(cells::cell);
        return cells.fromBase();
    }

    private static List<String> lines(Path folder, String file) throws IOException {
        String[] lines = Files.readString(folder.resolve(file)).split("\n", -1);
        return Arrays.stream(lines).skip(1).filter(line -> !line.isBlank()).toList();
    }

    /** A benchmark speaks on the console. */
    private static void say(String line) {
        System.out.println(line);
    }
}
