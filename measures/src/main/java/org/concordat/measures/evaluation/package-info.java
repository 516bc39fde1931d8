/**
 * Says what difference a service made, by comparing those who had it with others like them who had not. Start at {@link
 * org.concordat.measures.evaluation.Evaluation}, which goes from {@link
 * org.concordat.measures.evaluation.PropensityScores} by a {@link org.concordat.measures.evaluation.Matcher} and {@link
 * org.concordat.measures.evaluation.Balance} to an {@link org.concordat.measures.evaluation.Effect}, or refuses; {@link
 * org.concordat.measures.evaluation.RosenbaumBounds} says how fragile the effect is, and {@link
 * org.concordat.measures.evaluation.DifferenceInDifferences} compares changes instead. Input: numbers without gaps, everyone
 * once, covariates known before the service began. Promises: fewer than 60 treated, or a standardised difference worse than
 * .1, give no effect; ties among partners are counted, and so is how far they could move the effect. Matching cannot
 * balance what nobody recorded. Sources: Rosenbaum and Rubin (1983), "The central role of the propensity score in
 * observational studies for causal effects"; Ho, Imai, King and Stuart (2011), "MatchIt"; Ministry of Justice, Justice
 * Data Lab.
 */
@NullMarked
package org.concordat.measures.evaluation;

import org.jspecify.annotations.NullMarked;
