/**
 * How one area's figure stands beside others. Start at {@link org.concordat.measures.comparisons.Comparison} for better, similar
 * or worse than a benchmark, at {@link org.concordat.measures.comparisons.Funnel} for whether an area lies further out than
 * chance alone would put it ({@link org.concordat.measures.comparisons.WidenedFunnel} where nearly all do), at {@link
 * org.concordat.measures.comparisons.QuantileGroups} for fifths and tenths of areas. Needs figures of the same measure,
 * period and standard; says nothing of why areas differ. Funnels after Spiegelhalter, Funnel plots for comparing
 * institutional performance, Statistics in Medicine 24 (2005), groups and limits as PHEindicatormethods has them. A list
 * of places by rank can harm those who live there: leaves it to callers to say so.
 */
@NullMarked
package org.concordat.measures.comparisons;

import org.jspecify.annotations.NullMarked;
