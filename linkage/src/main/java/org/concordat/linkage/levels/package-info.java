/**
 * What a pair of records agrees on: for each comparison a level, from exact agreement down to difference. Start at
 * {@link org.concordat.linkage.levels.Comparisons}, which makes every comparison that the columns allow.
 *
 * <p>A pair becomes one number, its pattern: four bits a comparison, 0 where either value is missing, so that millions of
 * pairs can be counted in a few thousand patterns. A pattern is the same from either side. A column that holds one value
 * only is not compared; columns beyond the fourteenth comparison are left out, least telling first. Levels after
 * Winkler (1990), String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage.
 * Says nothing of what a level is worth; see {@code model}.
 */
@NullMarked
package org.concordat.linkage.levels;

import org.jspecify.annotations.NullMarked;
