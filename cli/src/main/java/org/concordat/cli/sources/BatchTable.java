package org.concordat.cli.sources;

import java.util.List;
import org.concordat.files.tables.ReadingReport;
import org.concordat.files.tables.Table;
import org.jspecify.annotations.Nullable;

/** Rows that were read before, seen as a table, so that several threads can standardise one file. */
final class BatchTable implements Table {
    private final List<String> columnNames;
    private final RowBatch batch;
    private int at = -1;

    BatchTable(List<String> columnNames, RowBatch batch) {
        this.columnNames = columnNames;
        this.batch = batch;
    }

    @Override
    public List<String> columnNames() {
        return columnNames;
    }

    @Override
    public boolean next() {
        return ++at < batch.size();
    }

    @Override
    public @Nullable String value(int column) {
        return batch.values()[at][column];
    }

    @Override
    public long rowNumber() {
        return batch.rowNumbers()[at];
    }

    @Override
    public ReadingReport report() {
        return new ReadingReport("rows read before", at, List.of(), 0);
    }

    @Override
    public void close() {}
}
