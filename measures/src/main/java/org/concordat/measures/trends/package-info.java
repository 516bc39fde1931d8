/**
 * Whether a figure has been going up or down over the years. Start at {@link org.concordat.measures.trends.TrendMarker}. Needs
 * a figure for each of at least five periods that do not overlap, oldest first or not; looks at the latest five. Promises what
 * Fingertips shows: a chi-squared test for trend at .998, and no trend where leaving out one single period would turn the
 * direction round. Cochran (1954) and Armitage (1955) for proportions, a regression weighted by the standard errors for all
 * else; Fingertips technical guidance, recent trends.
 */
@NullMarked
package org.concordat.measures.trends;

import org.jspecify.annotations.NullMarked;
