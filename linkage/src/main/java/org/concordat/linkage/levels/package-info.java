/**
 * What a pair of records agrees on: for each comparison a level, from exact agreement down to difference. Start at
 * {@link org.concordat.linkage.levels.Comparisons}.
 *
 * <p>Reduces a pair to one number, its pattern: four bits a comparison, 0 for missing. Says nothing of what a level is
 * worth; see {@code model}.
 */
@NullMarked
package org.concordat.linkage.levels;

import org.jspecify.annotations.NullMarked;
