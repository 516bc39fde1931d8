/**
 * The report of a linkage: one page for screen and paper that says what was found, how sure it is, and whom it can
 * hardly find. Start at {@link org.concordat.cli.report.LinkReport#of}.
 *
 * <p>Holds counts, names of files and columns, and levels of agreement in words; never a value of a record and never a
 * record's id, which can be a person's number. Says what is not known: without truth or labels, that probabilities are
 * the model's own.
 */
@NullMarked
package org.concordat.cli.report;

import org.jspecify.annotations.NullMarked;
