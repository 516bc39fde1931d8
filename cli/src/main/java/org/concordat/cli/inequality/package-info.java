/**
 * The command {@code inequality}: how far apart the most and the least deprived are. Start at {@link
 * org.concordat.cli.inequality.InequalityCommand}.
 *
 * <p>Puts areas into groups by deprivation, or takes groups as they are, makes each group's figure, and draws the line whose
 * ends give the slope and the relative index of inequality. Promises that an index is never made with a group whose
 * figure is hidden. Standardises nothing: groups' figures standardised by {@code rates} can be handed in.
 */
@NullMarked
package org.concordat.cli.inequality;

import org.jspecify.annotations.NullMarked;
