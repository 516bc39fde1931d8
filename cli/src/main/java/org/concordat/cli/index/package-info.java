/**
 * The command {@code index}: several indicators of each area put together as one figure, with the working shown. Start at
 * {@link org.concordat.cli.index.IndexCommand}.
 *
 * <p>Knows the method of the Indices of Deprivation, the Vulnerable Localities Index and z-scores. Promises that a gap in the
 * table is refused and never filled, that ties are said, and that every result carries the caution that rankings of places
 * can harm those who live there.
 */
@NullMarked
package org.concordat.cli.index;

import org.jspecify.annotations.NullMarked;
