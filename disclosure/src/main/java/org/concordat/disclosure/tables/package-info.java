/**
 * Tables of counts or amounts with any number of dimensions, and the sums that tie their cells together. Start at {@link
 * org.concordat.disclosure.tables.Dimension}, then {@link org.concordat.disclosure.tables.GivenCells} for figures already
 * counted or {@link org.concordat.disclosure.tables.RowCounter} for one row a person or firm. Input: every code known to its
 * dimension, no figure below 0. Promises: every total equals its parts exactly (whole-number arithmetic, never repaired in
 * silence); cells are numbered the same way every time; a base cell that nobody mentioned is 0. A table's figures may be
 * unsafe: nothing here prints one. Leaves reading files, and deciding what is unsafe, to others.
 */
@NullMarked
package org.concordat.disclosure.tables;

import org.jspecify.annotations.NullMarked;
