package org.concordat.linkage.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.concordat.linkage.blocking.Blocks;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.levels.Rows;
import org.concordat.linkage.model.PairKinds;
import org.concordat.linkage.model.PairScorer;
import org.jspecify.annotations.Nullable;

/** Compares every candidate pair once and keeps those whose weight is high enough. */
public final class Scan {
    /** Pairs of one task: small enough to share out evenly, large enough not to notice. */
    private static final long PAIRS_A_TASK = 200_000;

    private final Comparisons comparisons;
    private final Blocks blocks;
    private final PairKinds kinds;
    private final PairScorer scorer;
    private final double leastBits;
    private final @Nullable CandidateListener listener;

    /** Is told every pair that is compared, each once, by several threads at a time and in no promised order. */
    @FunctionalInterface
    public interface CandidateListener {
        void compares(int left, int right);
    }

    /**
     * What a scan did.
     *
     * @param links the pairs that were kept
     * @param comparedByRule how many pairs each rule brought that no earlier rule had
     */
    public record Result(Links links, long[] comparedByRule) {
        /** How many pairs were compared in all. */
        public long compared() {
            long sum = 0;
            for (long pairs : comparedByRule) {
                sum += pairs;
            }
            return sum;
        }
    }

    /**
     * @param leastBits pairs with less weight than this are not kept
     * @param listener is told every compared pair; {@code null} for nobody
     */
    public Scan(
            Comparisons comparisons,
            Blocks blocks,
            PairKinds kinds,
            PairScorer scorer,
            double leastBits,
            @Nullable CandidateListener listener) {
        this.comparisons = comparisons;
        this.blocks = blocks;
        this.kinds = kinds;
        this.scorer = scorer;
        this.leastBits = leastBits;
        this.listener = listener;
    }

    /** Runs over all rules; tells after each task how many candidate pairs of its rule it went through. */
    public Result run(LongConsumer progress) {
        long[] compared = new long[blocks.rules()];
        Links links = new Links(1 << 16);
        for (int rule = 0; rule < blocks.rules(); rule++) {
            Blocks.Groups groups = blocks.groups(rule);
            List<int[]> tasks = tasks(groups);
            int number = rule;
            // What the tasks found is kept until the last is done; their scratch space is not.
            List<Found> done = IntStream.range(0, tasks.size())
                    .parallel()
                    .mapToObj(t -> {
                        Task task = new Task(number);
                        task.run(groups, tasks.get(t)[0], tasks.get(t)[1]);
                        progress.accept(task.seen);
                        return new Found(task.links, task.compared);
                    })
                    .toList();
            for (Found task : done) {
                compared[rule] += task.compared;
                links.addAll(task.links);
            }
        }
        return new Result(links, compared);
    }

    private static List<int[]> tasks(Blocks.Groups groups) {
        List<int[]> tasks = new ArrayList<>();
        int from = 0;
        long pairs = 0;
        for (int g = 0; g < groups.count(); g++) {
            long members = (long) groups.end(g) - groups.start(g);
            pairs += members * (members - 1) / 2;
            if (pairs >= PAIRS_A_TASK) {
                tasks.add(new int[] {from, g + 1});
                from = g + 1;
                pairs = 0;
            }
        }
        if (from < groups.count()) {
            tasks.add(new int[] {from, groups.count()});
        }
        return tasks;
    }

    private record Found(Links links, long compared) {}

    /** Some groups of one rule, compared by one thread. */
    private final class Task {
        private final int rule;
        private final Links links = new Links(256);
        private final PairComparer comparer = new PairComparer(comparisons);
        private final Rows rows = comparisons.rows();
        private int[] rowCells = new int[0];
        private int[] keyCells = new int[0];
        private boolean[] gathered = new boolean[0];
        private long compared;
        private long seen;

        Task(int rule) {
            this.rule = rule;
        }

        void run(Blocks.Groups groups, int from, int to) {
            for (int g = from; g < to; g++) {
                group(groups, groups.start(g), groups.end(g));
            }
        }

        private void group(Blocks.Groups groups, int start, int end) {
            int members = end - start;
            int width = rows.width();
            makeRoom(members);
            for (int m = 0; m < members; m++) {
                blocks.copyKeysBefore(rule, groups.record(start + m), keyCells, m * rule);
                gathered[m] = false;
            }
            for (int a = 0; a < members; a++) {
                int left = groups.record(start + a);
                for (int b = a + 1; b < members; b++) {
                    seen++;
                    if (Blocks.foundBefore(keyCells, a * rule, keyCells, b * rule, rule)) {
                        continue;
                    }
                    compared++;
                    int right = groups.record(start + b);
                    gather(left, a);
                    gather(right, b);
                    if (listener != null) {
                        listener.compares(left, right);
                    }
                    long pattern = comparer.pattern(rowCells, a * width, rowCells, b * width);
                    double bits = scorer.bits(
                            pattern, kinds.of(left, right), rowCells, a * width, rowCells, b * width, leastBits);
                    if (bits >= leastBits) {
                        links.add(left, right, bits);
                    }
                }
            }
        }

        private void makeRoom(int members) {
            if (gathered.length < members) {
                gathered = new boolean[members];
                rowCells = new int[members * rows.width()];
                keyCells = new int[members * rule];
            }
        }

        /** Brings a row beside the others of its group, so that the pairs' loop stays within the processor's cache. */
        private void gather(int record, int member) {
            if (!gathered[member]) {
                rows.copyRow(record, rowCells, member * rows.width());
                gathered[member] = true;
            }
        }
    }
}
