/**
 * What a decision must know, and who knows it. Start at {@link org.concordat.server.decisions.facts.FactSource}, which areas above
 * implement for training, roles, consent, objections and protected addresses; {@link org.concordat.server.decisions.facts.FolderSource}
 * brings what was agreed.
 *
 * <p>Promises to believe the welcome answer only where nobody says otherwise: one unwelcome answer outweighs any number of
 * welcome ones, and what nobody says is unknown. Takes nothing from whoever asks.
 */
@NamedInterface("facts")
@NullMarked
package org.concordat.server.decisions.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
