/**
 * How far apart the most and the least deprived are, from one figure for each quantile of deprivation. Start at {@link
 * org.concordat.measures.inequality.SlopeIndex#of}. Needs 5 to 100 quantiles from the least to the most advantaged, each
 * with its population, its figure, and its standard error or 95 % interval. Gives the slope and the relative index with
 * intervals by simulation, whose seed comes in as an argument: the same seed gives the same limits. Does not check that the
 * line fits; look at it. Low and Low, Measuring the gap: quantifying and comparing local health inequalities, Journal of
 * Public Health 26 (2004), as PHEindicatormethods does it.
 */
@NullMarked
package org.concordat.measures.inequality;

import org.jspecify.annotations.NullMarked;
