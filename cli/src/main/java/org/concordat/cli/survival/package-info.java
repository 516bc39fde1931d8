/**
 * The command {@code survival}: how long until something happens, in one group or several. Start at {@link
 * org.concordat.cli.survival.SurvivalCommand}; {@link org.concordat.cli.survival.ShownGroup} chooses what may be shown of a
 * group, package {@code measures.evaluation.survival} computes.
 *
 * <p>Promises that what is published follows from counts of stretches of time, each of which holds nobody or no fewer than the
 * threshold of those who had the event, left sight, or remained: nobody's date can be read off. Kaplan and Meier's curve, whose
 * every step is somebody's date, is kept apart. Leaves to its user whether people leave sight for reasons of their own.
 */
@NullMarked
package org.concordat.cli.survival;

import org.jspecify.annotations.NullMarked;
