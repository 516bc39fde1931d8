/**
 * The command {@code hotspots}: where events cluster, as a table and a page with a map. Start at {@link
 * org.concordat.cli.hotspots.HotspotsCommand}.
 *
 * <p>Counts points into areas, judges each by Gi*, Gi or local Moran and corrects for having asked of many areas at once. Promises
 * that points outside all areas or without a place are counted and said, that every result carries the caution that rankings of
 * places can harm those who live there, and that no small count follows from what is shown: see {@link
 * org.concordat.cli.hotspots.Hiding}. Leaves what several releases tell together to the command that audits them.
 */
@NullMarked
package org.concordat.cli.hotspots;

import org.jspecify.annotations.NullMarked;
