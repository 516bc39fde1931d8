package org.concordat.cli.sources;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of one file as written, in order.
 *
 * @param values a row's values by column; columns that nobody needs are {@code null}
 * @param rowNumbers where each row stands in its file
 * @param size how many rows there are; the arrays may be longer
 */
record RowBatch(@Nullable String[][] values, long[] rowNumbers, int size) {
    static final int ROWS = 2_000;

    static RowBatch empty() {
        return new RowBatch(new String[ROWS][], new long[ROWS], 0);
    }

    RowBatch ofSize(int rows) {
        return new RowBatch(values, rowNumbers, rows);
    }
}
