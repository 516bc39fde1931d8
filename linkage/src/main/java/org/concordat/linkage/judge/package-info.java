/**
 * Says how good a linkage is: against a known truth ({@link org.concordat.linkage.judge.TruthScore}), or from a sample
 * of pairs that people label ({@link org.concordat.linkage.judge.ClericalSample}, then {@link
 * org.concordat.linkage.judge.ClericalEstimate}).
 *
 * <p>Needs the answer of a linkage and truth or labels; changes nothing. Estimates come with intervals, and say what
 * they cannot see: a match that was never compared is in no sample of links.
 */
@NullMarked
package org.concordat.linkage.judge;

import org.jspecify.annotations.NullMarked;
