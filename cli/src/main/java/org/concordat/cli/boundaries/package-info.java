/**
 * Boundary files: what commands that draw or count by areas read. Start at {@link
 * org.concordat.cli.boundaries.BoundaryFile}.
 *
 * <p>Reads GeoJSON in degrees or in metres of the British National Grid. Promises that a shape that is not valid is refused
 * with its fault and place, and repaired only where the caller asked for it, and then says so.
 */
@NullMarked
package org.concordat.cli.boundaries;

import org.jspecify.annotations.NullMarked;
