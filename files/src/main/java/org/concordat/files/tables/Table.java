package org.concordat.files.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table being read, row by row, whatever format it came in.
 *
 * <p>Broken rows are stepped over and counted by number in {@link #report}; they are never silently repaired. Memory
 * does not grow with the number of rows.
 */
public interface Table extends AutoCloseable {

    /** The header as written, trimmed; at least one column, no two alike. */
    List<String> columnNames();

    /** Moves to the next good row; {@code false} at the end. */
    boolean next();

    /** The current row's value as written, trimmed; {@code null} when empty. Columns count from 0. */
    @Nullable String value(int column);

    /** Where the current row stands in its file, counting data rows from 1. */
    long rowNumber();

    /** What has been read and set aside so far. */
    ReadingReport report();

    @Override
    void close();
}
