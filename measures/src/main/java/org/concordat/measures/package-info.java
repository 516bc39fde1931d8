/**
 * Computes what English local analysts publish: rates, indices, hotspots, areas, and what difference a service made. Start
 * at {@code rates}, {@code indices}, {@code hotspots}, {@code areas} or {@code evaluation}; each answers in {@link
 * org.concordat.measures.Estimate}s. Promises: the same input gives the same answer, whatever the number of threads; a
 * method that does not fit its data refuses with the reason, and never returns half a number. Leaves to its callers files,
 * pictures, and whether figures are safe to publish.
 */
@NullMarked
package org.concordat.measures;

import org.jspecify.annotations.NullMarked;
