/**
 * The command {@code estimate}: how many people of each small area may be, say, lonely, by a model that somebody fitted to a
 * survey and a census table of the area's kinds of people. Start at {@link org.concordat.cli.estimate.EstimateCommand}.
 *
 * <p>Promises that a kind of person that the model does not know is refused, never taken for its reference; that a variable of
 * the model which no cell gives is refused unless somebody says that it applies to nobody; and that an area with a small
 * cell is hidden unless somebody says why not. Fits no model.
 */
@NullMarked
package org.concordat.cli.estimate;

import org.jspecify.annotations.NullMarked;
