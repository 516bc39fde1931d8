/**
 * Reads what partners send: tables of any format as they are, columns recognised, values standardised, everything that
 * was changed or set aside counted.
 *
 * <p>A file's way through: a {@link org.concordat.files.tables.Table} is read, its columns are recognised from a sample
 * ({@link org.concordat.files.columns.ColumnRecogniser}), and start at {@link org.concordat.files.Standardiser}, which
 * brings every row to {@link org.concordat.files.StandardField}s and reports by column and rule what it did. {@link
 * org.concordat.files.Profiler} says how good a file is, in shares and shapes, never in values.
 *
 * <p>Promises: the same row and mapping give the same values, in whatever order and thread; memory does not grow with the
 * rows; nothing a report or message says is a value from the file.
 *
 * <p>Knows nothing of linkage, agreements or where bytes come from: it is handed streams.
 */
@NullMarked
package org.concordat.files;

import org.jspecify.annotations.NullMarked;
