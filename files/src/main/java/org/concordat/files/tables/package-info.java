/** Reads tables from streams, row by row: CSV of any dialect, Excel, Parquet, JSON. Start at {@link org.concordat.files.tables.Table}. */
@NullMarked
package org.concordat.files.tables;

import org.jspecify.annotations.NullMarked;
