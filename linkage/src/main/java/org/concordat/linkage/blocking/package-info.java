/**
 * Which pairs of records are worth comparing: rules that are conjunctions of keys, proposed from the data under a budget
 * of candidate pairs. Start at {@link org.concordat.linkage.blocking.BlockingPlan}.
 *
 * <p>Every pair that any rule brings together is found exactly once. A value too common to block on is left out of its
 * rule and reported.
 */
@NullMarked
package org.concordat.linkage.blocking;

import org.jspecify.annotations.NullMarked;
