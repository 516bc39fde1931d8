/**
 * The command {@code density}: how densely events lie over the ground, as a grid and a page with a map. Start at {@link
 * org.concordat.cli.density.DensityCommand}.
 *
 * <p>Spreads events over hills (kernel density) with a bandwidth given or found by rule. Promises that ground near which few
 * events lie is hidden, or none at all, and that how wide the grid is tells nothing of it either. Leaves chance to the
 * command {@code hotspots}: a surface looks certain, whatever it was made of.
 */
@NullMarked
package org.concordat.cli.density;

import org.jspecify.annotations.NullMarked;
