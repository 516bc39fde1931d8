/**
 * Reads tables of any format from bytes it is handed, row by row. Start at
 * {@link org.concordat.files.tables.Tables#open}.
 *
 * <p>Promises that no row is dropped or repaired silently: what cannot be read is set aside by number with the reason,
 * and a file that is no table is refused with a {@link org.concordat.files.FilesException} whose message holds no value
 * of the file. Text and JSON lines take memory for one row; workbooks and Parquet files are held in memory, up to
 * {@link org.concordat.files.tables.ReadOptions.Limits}.
 *
 * <p>Knows nothing of what columns mean; see {@code columns}. Does not write tables.
 */
@NullMarked
package org.concordat.files.tables;

import org.jspecify.annotations.NullMarked;
