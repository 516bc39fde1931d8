/**
 * What leaves a ledger so that others can check it: proofs about entries, and requests to witnesses. Start at {@link
 * org.concordat.ledger.proofs.ProofBundle}.
 *
 * <p>Both are texts in C2SP's formats (tlog-proof, and the request of tlog-witness). A bundle holds all that is needed
 * besides one thing that its reader must have from elsewhere: the ledger's first key, or a checkpoint kept from before.
 * Checking is done by {@link org.concordat.ledger.verify.LedgerVerifier}, which shares no code with this.
 */
@NullMarked
package org.concordat.ledger.proofs;

import org.jspecify.annotations.NullMarked;
