/**
 * The command {@code hotspots}: where events cluster, as a table and a page with a map. Start at {@link
 * org.concordat.cli.hotspots.HotspotsCommand}.
 *
 * <p>Counts points into areas, finds hotspots by Gi* and corrects for having asked of many areas at once. Promises that points
 * outside all areas or without a place are counted and said, and that every result carries the caution that rankings of
 * places can harm those who live there. Does not hide small counts: that is for the command that protects tables.
 */
@NullMarked
package org.concordat.cli.hotspots;

import org.jspecify.annotations.NullMarked;
