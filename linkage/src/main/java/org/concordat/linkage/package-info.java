/**
 * Finds the records of one person in standardised columns, and explains every link. Start at {@link
 * org.concordat.linkage.Linker}: it takes {@link org.concordat.linkage.records.Records} and gives a {@link
 * org.concordat.linkage.Linkage}.
 *
 * <p>Promises the same answer for the same records and seed, whatever the number of threads; memory that grows with
 * records and kept links, never with candidate pairs; and that no identifier, and no column without a meaning, is looked
 * at. Leaves reading files, recognising columns and standardising values to whoever calls it.
 *
 * <p>The way through: {@code records}, {@code levels} (what a pair agrees on), {@code blocking} (which pairs to compare),
 * {@code model} (what agreement is worth), {@code scoring}, {@code clustering} (persons and households), {@code explain}
 * and {@code judge}.
 */
@NullMarked
package org.concordat.linkage;

import org.jspecify.annotations.NullMarked;
