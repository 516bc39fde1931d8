/**
 * Scores a linkage by a column that says who is who. Start at {@link org.concordat.cli.judging.TruthScore#of}.
 *
 * <p>Records whose truth is not known count for nothing, neither for nor against. Pairs are counted, as is usual: a
 * person of ten records weighs 45 times as much as one of two.
 */
@NullMarked
package org.concordat.cli.judging;

import org.jspecify.annotations.NullMarked;
