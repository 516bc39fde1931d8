/**
 * Reads tables of any format from bytes it is handed, row by row. Start at
 * {@link org.concordat.files.tables.Tables#open}.
 *
 * <p>Promises that no row is dropped or repaired silently: what cannot be read is set aside by number with the reason,
 * and a file that is no table is refused with a {@link org.concordat.files.FilesException} whose message holds no value
 * of the file. Text and JSON lines take memory for one row; workbooks and Parquet files are held in memory, up to
 * {@link org.concordat.files.tables.ReadOptions.Limits}.
 *
 * <p>FastCSV, fastexcel and Jackson parse CSV, Excel and JSON. For Parquet we use its own footer classes and decoders and
 * find the pages ourselves: its file reader needs Hadoop, 20 MB more. Pages are unpacked in plain Java; those packed with
 * zstd by aircompressor, for which the JVM prints a warning about {@code sun.misc.Unsafe} unless it is started with
 * {@code --sun-misc-unsafe-memory-access=allow}.
 *
 * <p>Knows nothing of what columns mean; see {@code columns}. Does not write tables.
 */
@NullMarked
package org.concordat.files.tables;

import org.jspecify.annotations.NullMarked;
