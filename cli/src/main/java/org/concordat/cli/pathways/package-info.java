/**
 * The command {@code pathways}: which steps people take one after another, and how many go which way. Start at {@link
 * org.concordat.cli.pathways.PathwaysCommand}; {@link org.concordat.cli.pathways.Journeys} puts each person's steps in order,
 * {@link org.concordat.cli.pathways.SafeSteps} hides what would tell of few.
 *
 * <p>Promises that steps are published as a table from one to the next that was protected with its totals, or whole ways, never
 * both, since one could be subtracted from the other. Leaves to its user what counts as a step.
 */
@NullMarked
package org.concordat.cli.pathways;

import org.jspecify.annotations.NullMarked;
