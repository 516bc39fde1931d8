/**
 * The records to be linked, held column by column as small integers. Start at {@link
 * org.concordat.linkage.records.Records#of}.
 *
 * <p>Every distinct value of a column is kept once; a record holds its code. Code 0 is missing. Order of input is the
 * only order: identifiers are carried along for the answer and never looked at.
 */
@NullMarked
package org.concordat.linkage.records;

import org.jspecify.annotations.NullMarked;
