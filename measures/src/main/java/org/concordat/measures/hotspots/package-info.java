/**
 * Finds where events cluster, beyond what chance would make. Start at {@link org.concordat.measures.hotspots.Hotspots}.
 *
 * <p>Needs a figure for every area and who neighbours whom: {@link org.concordat.measures.hotspots.Contiguity} (shared
 * borders), {@link org.concordat.measures.hotspots.Nearness} (distance, nearest) or neighbours listed by hand, weighed by
 * {@link org.concordat.measures.hotspots.SpatialWeights}. Guarantees the same answer whatever the number of threads; chance
 * comes from a seed handed in. Papers: Getis and Ord 1992, Ord and Getis 1995 (G, G*); Moran 1950, Anselin 1995 (local
 * Moran); Benjamini and Hochberg 1995, Caldas de Castro and Singer 2006 (many tests at once); Silverman 1986, Bailey and
 * Gatrell 1995 (density); Knox 1964 (near repeats); Marshall 1991 (rates of few people). A hotspot says that many events
 * were recorded near one another. It does not say why, nor anything of those who live there; to rank or brand places can
 * harm them.
 */
@NullMarked
package org.concordat.measures.hotspots;

import org.jspecify.annotations.NullMarked;
