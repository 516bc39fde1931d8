package org.concordat.linkage;

import org.concordat.linkage.clustering.Corroboration;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.levels.PairComparer;
import org.concordat.linkage.levels.Rows;
import org.concordat.linkage.model.PairKinds;
import org.concordat.linkage.model.PairScorer;

/** Compares any pair of records on demand. For one thread. */
final class Evidence implements Corroboration.Evidence {
    private final Rows rows;
    private final PairKinds kinds;
    private final PairScorer scorer;
    private final PairComparer comparer;
    private final int[] cells;

    Evidence(Comparisons comparisons, PairKinds kinds, PairScorer scorer) {
        this.rows = comparisons.rows();
        this.kinds = kinds;
        this.scorer = scorer;
        this.comparer = new PairComparer(comparisons);
        this.cells = new int[2 * rows.width()];
    }

    @Override
    public double bits(int left, int right) {
        int width = rows.width();
        rows.copyRow(left, cells, 0);
        rows.copyRow(right, cells, width);
        long pattern = comparer.pattern(cells, 0, cells, width);
        return scorer.bits(pattern, kinds.of(left, right), cells, 0, cells, width);
    }

    /** The pattern of a pair. */
    long pattern(int left, int right) {
        return comparer.pattern(rows, left, right);
    }

    @Override
    public int compared(int left, int right) {
        long pattern = pattern(left, right);
        int compared = 0;
        for (long rest = pattern; rest != 0; rest >>>= 4) {
            compared += (rest & 15) == 0 ? 0 : 1;
        }
        return compared;
    }
}
