/**
 * Maps for reports, drawn from boundaries handed in as longitude and latitude: {@link
 * org.concordat.pictures.maps.AreaMap} shades areas by a figure, {@link org.concordat.pictures.maps.KindMap} colours them by
 * kind, {@link org.concordat.pictures.maps.SurfaceMap} shows a surface in bands, {@link org.concordat.pictures.maps.PointMap}
 * marks places. Positions are scaled evenly, longitudes shrunk by the cosine of the middle latitude: right for a county, bent
 * for a continent, useless across the date line. Promises: an area without a figure and one withheld look different from
 * each other and from every class; each area says its name and figure; no tiles, no requests. Leaves disclosure control,
 * simplifying and reprojecting to its callers.
 */
@NullMarked
package org.concordat.pictures.maps;

import org.jspecify.annotations.NullMarked;
