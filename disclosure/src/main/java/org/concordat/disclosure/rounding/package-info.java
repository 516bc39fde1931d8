/**
 * Rounds counts so that small ones are not seen. Start at {@link org.concordat.disclosure.rounding.Rounder}, which rounds
 * each cell by itself, {@link org.concordat.disclosure.rounding.ControlledRounder}, whose tables still add up, or {@link
 * org.concordat.disclosure.rounding.SmallCountRounder}, which changes only what small published counts come of. Input: a
 * table whose totals equal their parts. Every answer is a {@link org.concordat.disclosure.rounding.Rounded}, which says by
 * how much each cell changed and whether it adds up. A table rounded cell by cell can be unpicked where its totals do not add
 * up, and a second table about the same people may show what the first one hid: let {@code audit} look at it. Sources: Cox
 * (1987), "A constructive procedure for unbiased controlled rounding"; Salazar-González (2006), "Controlled rounding and cell
 * perturbation"; Langsrud and Heldal (2018), "An algorithm for small count rounding of tabular data".
 */
@NullMarked
package org.concordat.disclosure.rounding;

import org.jspecify.annotations.NullMarked;
