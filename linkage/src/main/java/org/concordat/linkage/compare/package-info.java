/**
 * How alike two values are: names, dates, postcodes, in any order, by letters or by sound.
 *
 * <p>Similarities run from 0 (nothing in common) to 1 (equal); distances count edits and are 0 when equal.
 */
@NullMarked
package org.concordat.linkage.compare;

import org.jspecify.annotations.NullMarked;
