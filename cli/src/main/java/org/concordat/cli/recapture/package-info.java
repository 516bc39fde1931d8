/**
 * The command {@code recapture}: how many people there are, from two or three lists of some of them. Start at {@link
 * org.concordat.cli.recapture.RecaptureCommand}; {@link org.concordat.cli.recapture.Overlaps} counts who is on which lists,
 * package {@code measures.evaluation.recapture} estimates.
 *
 * <p>Promises that where few people are on some combination of lists, neither it nor anything that would give it away is
 * published: all counts, models and exact estimates are then kept, and the estimate is told in round numbers. Leaves finding
 * the same person on several lists to {@code link}.
 */
@NullMarked
package org.concordat.cli.recapture;

import org.jspecify.annotations.NullMarked;
