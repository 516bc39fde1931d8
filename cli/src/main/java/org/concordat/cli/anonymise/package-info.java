/**
 * The command {@code anonymise}: measures how easily the people of a file of single records can be found again, and makes the
 * records coarser until they cannot. Start at {@link org.concordat.cli.anonymise.AnonymiseCommand}; {@code Levels} reads how a
 * column becomes coarser, {@code People} the rows, {@code SafeRows} writes what may leave and {@code AnonymisePage} the report.
 *
 * <p>Writes only columns that were named: an identifier that nobody thought of stays behind. Rows come out sorted, so that their
 * order tells nothing. Leaves the choice of levels to {@code disclosure}.
 */
@NullMarked
package org.concordat.cli.anonymise;

import org.jspecify.annotations.NullMarked;
