/**
 * Diagrams of who is tied to whom. Start at {@link org.concordat.pictures.networks.NetworkDiagram}. Promises: nodes stand
 * on a circle in the order they were added, so that the same network always looks the same; arrows are as thick as their
 * amount; every tie stands in the table. kinds of
 * arrows differ in dashes as well as in colour. Made for up to some forty nodes; larger networks are better as tables.
 */
@NullMarked
package org.concordat.pictures.networks;

import org.jspecify.annotations.NullMarked;
