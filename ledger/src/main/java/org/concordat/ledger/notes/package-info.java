/**
 * What is signed and by whom, as text that other tools read too: signed notes, checkpoints and witnesses' cosignatures as
 * C2SP defines them (c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature), with Ed25519 keys. Start at {@link
 * org.concordat.ledger.notes.SignedCheckpoint}.
 *
 * <p>Guarantees that a checkpoint which verifies was made by the holder of the key, at the time that stands with it, word
 * for word. A signature of a known key that does not verify spoils the whole note; those of unknown keys are passed over.
 * Whether a key is to be trusted is for the reader to say.
 */
@NullMarked
package org.concordat.ledger.notes;

import org.jspecify.annotations.NullMarked;
