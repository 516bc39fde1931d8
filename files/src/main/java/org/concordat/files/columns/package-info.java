/**
 * Finds out what each column of a partner's file holds, by its name and by its values, without configuration.
 *
 * <p>Start at {@link org.concordat.files.columns.ColumnRecogniser}; it answers with a {@link
 * org.concordat.files.columns.ColumnMapping}, in which any column can be set by hand.
 *
 * <p>Promises: every column gets a meaning, a confidence and a reason in plain English; values alone decide only where
 * their format proves itself (check digits, postcodes, e-mail addresses); a column that holds row numbers, clusters or
 * truth is never taken for something about a person. Nothing is read but the sample handed in.
 *
 * <p>Leaves to others what the values become ({@code values}) and whom they name.
 */
@NullMarked
package org.concordat.files.columns;

import org.jspecify.annotations.NullMarked;
