/**
 * How alike two values are: names, dates, postcodes, in any order, by letters or by sound.
 *
 * <p>Start at {@link org.concordat.linkage.compare.JaroWinkler} for names, {@link
 * org.concordat.linkage.compare.DateComparison} for dates, {@link org.concordat.linkage.compare.PostcodeComparison} for
 * postcodes. To compare one value with many, pack the column into a {@link org.concordat.linkage.compare.TextPool} and
 * use a scorer: the same figures, several times faster.
 *
 * <p>Needs standardised values (one case, no placeholders); compares what it is given. Similarities run from 0 (nothing
 * in common) to 1 (equal), distances count edits and are 0 when equal; every comparison is symmetric. What an agreement
 * is worth, and what a missing value means, is for the model to say.
 */
@NullMarked
package org.concordat.linkage.compare;

import org.jspecify.annotations.NullMarked;
