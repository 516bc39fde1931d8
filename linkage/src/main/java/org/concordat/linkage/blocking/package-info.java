/**
 * Which pairs of records are worth comparing: rules that are conjunctions of keys ("same sound of surname and same year
 * of birth"), proposed from the data under a budget of candidate pairs. Start at {@link
 * org.concordat.linkage.blocking.BlockingPlan}.
 *
 * <p>Needs a sample of probable matches, which {@link org.concordat.linkage.blocking.Probe} finds without rules.
 * Promises that every pair that any rule brings together is found exactly once; that a value too common to block on is
 * left out of its rule, left to other rules, and counted; and that the plan depends on values and seed alone. The budget
 * is kept by estimate: rules are priced by counting a sample of groups. After Bilenko, Kamath and Mooney (2006), Adaptive
 * blocking: learning to scale up record linkage, but without labels. A match that shares no key of any rule is never
 * seen: {@code expectedCoverage} says how many that may be.
 */
@NullMarked
package org.concordat.linkage.blocking;

import org.jspecify.annotations.NullMarked;
