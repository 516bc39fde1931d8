/**
 * Protects a table in the light of others: of those that come out with it, because it is published in several views, and of
 * those that are out already, by other areas or groups. Start at {@link org.concordat.disclosure.linked.LinkedTables}.
 *
 * <p>Wants one table over all dimensions that any of them has, down to the smallest areas that tell their boundaries apart,
 * with the true figures. Promises what {@code suppression} promises for every cell that any of them names, and besides that
 * nobody whom no table names, such as those in the strip between two boundaries, can be counted more closely than was asked
 * ({@code audit}). Where hiding more does not help, says what would be given away, and gives no table.
 *
 * <p>Leaves reading files, dates and asking who may see what to others. The differencing that this answers: Duke-Williams and
 * Rees (1998), "Can census offices publish statistics for more than one small area geography?".
 */
@NullMarked
package org.concordat.disclosure.linked;

import org.jspecify.annotations.NullMarked;
