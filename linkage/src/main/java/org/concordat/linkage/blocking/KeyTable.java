package org.concordat.linkage.blocking;

import java.util.List;
import java.util.stream.IntStream;
import org.concordat.linkage.records.Records;

/** The value of every key for every record, worked out once while rules are being chosen. */
final class KeyTable {
    private final List<BlockingKey> keys;
    private final int[][] values;

    KeyTable(Records records, List<BlockingKey> keys) {
        this.keys = keys;
        int n = records.size();
        values = IntStream.range(0, keys.size())
                .parallel()
                .mapToObj(k -> {
                    BlockingKey key = keys.get(k);
                    int[] ofRecord = new int[n];
                    for (int r = 0; r < n; r++) {
                        ofRecord[r] = key.of(r);
                    }
                    return ofRecord;
                })
                .toArray(int[][]::new);
    }

    int[] values(BlockingKey key) {
        return values[keys.indexOf(key)];
    }

    /** The columns of a rule's keys. */
    int[][] columns(BlockingRule rule) {
        int[][] columns = new int[rule.keys().size()][];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = values(rule.keys().get(k));
        }
        return columns;
    }
}
