package org.concordat.linkage.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.levels.Rows;
import org.concordat.linkage.model.PairKinds;
import org.concordat.linkage.model.PairScorer;
import org.concordat.linkage.records.Records;

/**
 * How many records of a source say too little about their person to be linked to anything, however well another record
 * agrees. People whose records are sparse are missed by linkage more often than others, which a reader must know.
 *
 * @param source the source's name
 * @param records how many records it has
 * @param hardlyLinkable how many of them would stay under the threshold even if another record agreed in everything
 */
public record Linkability(String source, int records, int hardlyLinkable) {
    private static final int PART = 10_000;

    /** The share of records that can hardly be linked, from 0 to 1; 0 where there are none. */
    public double share() {
        return records == 0 ? 0 : (double) hardlyLinkable / records;
    }

    /**
     * Looks at every record of every source.
     *
     * @param thresholdBits the least weight of a link that may join records
     */
    public static List<Linkability> of(
            Comparisons comparisons, PairKinds kinds, PairScorer scorer, double thresholdBits) {
        Records records = comparisons.records();
        double[] most = mostBits(comparisons, kinds, scorer);
        int[] hardly = new int[records.sources().size()];
        for (int r = 0; r < most.length; r++) {
            if (most[r] < thresholdBits) {
                hardly[records.source(r)]++;
            }
        }
        List<Linkability> sources = new ArrayList<>();
        for (int s = 0; s < hardly.length; s++) {
            sources.add(new Linkability(records.sources().get(s), records.sourceSize(s), hardly[s]));
        }
        return List.copyOf(sources);
    }

    /**
     * For each record the weight that it would have with another record of the same values, from whichever source that
     * is worth most; negative infinity where there is no other record.
     */
    public static double[] mostBits(Comparisons comparisons, PairKinds kinds, PairScorer scorer) {
        Records records = comparisons.records();
        int[][] kindsOfSource = IntStream.range(0, records.sources().size())
                .mapToObj(s -> kindsOf(records, kinds, s))
                .toArray(int[][]::new);
        double[] most = new double[records.size()];
        IntStream.range(0, (most.length + PART - 1) / PART).parallel().forEach(part -> {
            Rows rows = comparisons.rows();
            int[] cells = new int[rows.width()];
            PairComparer comparer = new PairComparer(comparisons);
            for (int r = part * PART; r < Math.min(most.length, (part + 1) * PART); r++) {
                rows.copyRow(r, cells, 0);
                // A record agrees with itself in all that it holds, and what it lacks is missing.
                long pattern = comparer.pattern(cells, 0, cells, 0);
                most[r] = Double.NEGATIVE_INFINITY;
                for (int kind : kindsOfSource[records.source(r)]) {
                    most[r] = Math.max(most[r], scorer.bits(pattern, kind, cells, 0, cells, 0));
                }
            }
        });
        return most;
    }

    /** The kinds of pair that a record of this source can be in. */
    private static int[] kindsOf(Records records, PairKinds kinds, int source) {
        return IntStream.range(0, records.sources().size())
                .filter(other -> records.sourceSize(other) > (other == source ? 1 : 0))
                .map(other -> kinds.ofSources(source, other))
                .distinct()
                .toArray();
    }
}
