/**
 * Knows statistical areas: their codes, their shapes, which area a point lies in, and how figures of one vintage of
 * boundaries become those of another. Start at {@link org.concordat.measures.areas.AreaSet}. Shapes are JTS geometries in
 * metres ({@link org.concordat.measures.areas.Projection} makes metres of degrees); invalid ones are refused with the
 * fault and its place, and repaired only where a caller asks. Guarantees the same answer for a point on a border every
 * time (the lowest code has it). {@link org.concordat.measures.areas.BestFit} allots small areas to large ones by
 * population-weighted centroids, with the degree of fit; {@link org.concordat.measures.areas.VintageLookup} converts counts
 * and refuses what cannot be converted; {@link org.concordat.measures.areas.CustomAreas} adds small areas up. Source: Office
 * for National Statistics, guidance on best-fitting and on changes of 2011 to 2021 small areas. Leaves reading files to
 * callers.
 */
@NullMarked
package org.concordat.measures.areas;

import org.jspecify.annotations.NullMarked;
