/**
 * Draws who shares what with whom in a partnership as one page: a picture of the network, a table of senders and receivers,
 * and every flow with its answer and what stands in the way. Start at {@link org.concordat.cli.agreements.map.FlowMap};
 * {@link org.concordat.cli.agreements.map.MapCommand} is the command.
 *
 * <p>Promises: no answer of its own, each is the decider's for that day as {@code policy} gives it; nothing is told by colour
 * alone; a reader narrows the list down without any script; the same folder, keys and day give the same bytes.
 */
@NullMarked
package org.concordat.cli.agreements.map;

import org.jspecify.annotations.NullMarked;
