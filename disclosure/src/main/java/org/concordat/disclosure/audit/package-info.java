/**
 * The gate that every release of figures passes: refuses one that, together with all that was released before, would let
 * someone work out a small count. Start at {@link org.concordat.disclosure.audit.Auditor}.
 *
 * <p>Everything is said in atoms: the smallest groups of people that any release tells apart (a handful of houses between
 * two boundaries, one category, those who came between two dates). A published figure is the count of a set of atoms: exact,
 * within a range (rounded, perturbed), or hidden. That is how figures of different dates, areas, boundary vintages and
 * linked tables meet in one set of sums, of which {@link org.concordat.disclosure.attack.Attacker} then tells what follows.
 * Needs the true count of every atom. Promises that a release is accepted only where solutions in whole numbers, checked
 * exactly, show each protected count to be uncertain enough; and that a refusal names the figures that leak. {@link
 * org.concordat.disclosure.audit.QueryBudget} bounds what averaging perturbed answers can tell. Differencing as a danger:
 * Duke-Williams and Rees 1998. Leaves to its callers how atoms are found, and where accepted releases are kept.
 */
@NullMarked
package org.concordat.disclosure.audit;

import org.jspecify.annotations.NullMarked;
