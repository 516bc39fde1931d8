/**
 * The command {@code convert}: counts of one vintage of small areas turned into those of another. Start at {@link
 * org.concordat.cli.convert.ConvertCommand}.
 *
 * <p>Goes by a published look-up with change codes. Promises that all rows are converted or none; that a count is split only by
 * weights that were given, and marked as estimated; and that an area whose change cannot be told is refused unless the
 * caller asks to leave it out, and then is named with what was left out. Converts no rates.
 */
@NullMarked
package org.concordat.cli.convert;

import org.jspecify.annotations.NullMarked;
