/**
 * Decides whether something may be shared: four steps, each answered with reasons, after asking whether the request is in
 * order.
 *
 * <p>Start at {@link org.concordat.policy.decide.Decider}. A {@link org.concordat.policy.decide.Decision} is permitted, refused
 * or in need of facts, and never without reasons.
 *
 * <p>Promises: fails closed. A permission needs a rule that holds in every step, no rule that refuses, and no fact missing; a
 * rule that throws refuses; a fact nobody handed in is unknown. The same request and facts give the same decision. A decision
 * about many leaves a {@link org.concordat.policy.decide.SubjectFilter}, which says who among them is left out. Leaves to
 * others the carrying out of duties.
 */
@NullMarked
package org.concordat.policy.decide;

import org.jspecify.annotations.NullMarked;
