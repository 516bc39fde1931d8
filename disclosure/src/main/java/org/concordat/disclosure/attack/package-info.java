/**
 * Works out what an attacker can infer about unknown whole numbers from sums of them. Start at {@link
 * org.concordat.disclosure.attack.Attacker}.
 *
 * <p>Needs equations (sums with a known value or a known range) and bounds of every unknown; a cell whose figure is
 * published is an unknown whose two bounds are equal. Promises for every unknown an interval of which both ends are
 * proved: outside is impossible by the equations, and each end is reached by a solution in whole numbers that is checked
 * exactly; where one of the two could not be shown in the work allowed, the answer says so instead of guessing. Bounds are
 * tightened equation by equation, independent parts are solved apart, parts that form a network by augmenting paths (Ford
 * and Fulkerson 1956; tables of two dimensions do: Cox 2007), the others by linear programming and search in whole
 * numbers. The attacker's problem as such: Fischetti and Salazar-González 2001. Leaves to others what a cell means, and
 * whether an interval is wide enough.
 */
@NullMarked
package org.concordat.disclosure.attack;

import org.jspecify.annotations.NullMarked;
