/**
 * The records to be linked, held column by column as small integers. Start at {@link
 * org.concordat.linkage.records.Records#of}.
 *
 * <p>Needs standardised values: one case, no placeholders, dates as {@code yyyy-MM-dd}, {@code null} or empty where
 * missing. Takes sources one after another, each attribute once. Promises that every distinct value of a column is kept
 * once and a record holds its code, in order of first appearance, 0 for missing; and that the order of input is the only
 * order: identifiers are carried along for the answer and never looked at. Whether identifiers are unique, and what a
 * column means, is for the caller to know.
 */
@NullMarked
package org.concordat.linkage.records;

import org.jspecify.annotations.NullMarked;
