/**
 * Finds the cells of a table that are unsafe by themselves, whatever else is hidden. Start at {@link
 * org.concordat.disclosure.primary.Rules}. Rules: too small a count, too few contributors, dominance, p %, a group all of one
 * kind. Needs who contributes to each cell for the middle three, so a table counted from rows. Every finding says which rule
 * and with which numbers; those numbers give the figure away, so they are kept for whoever holds the table. Leaves what must be
 * hidden besides to {@code suppression}. After Hundepool et al., "Statistical Disclosure Control" (Wiley 2012), chapter 4.
 */
@NullMarked
package org.concordat.disclosure.primary;

import org.jspecify.annotations.NullMarked;
