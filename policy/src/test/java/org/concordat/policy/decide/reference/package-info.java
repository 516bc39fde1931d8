/**
 * A second decider, slow and written apart from the first, with random worlds on which the two must agree.
 *
 * <p>Start at {@code ReferenceDecider}. It was written from the documents alone and looks nothing up in an index. {@code
 * RandomRequests} makes worlds and requests from a seed; {@code Disagreement} says in a few lines where the two part.
 */
@NullMarked
package org.concordat.policy.decide.reference;

import org.jspecify.annotations.NullMarked;
