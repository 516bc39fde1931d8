/**
 * An append-only record that anyone can verify: what was decided and what left, provable years later to somebody who
 * trusts nobody. Start at {@link org.concordat.ledger.Ledger}.
 *
 * <p>Promises that what it acknowledged survives any crash; that nobody, its keeper included, can change, drop, insert or
 * reorder an entry below a checkpoint that somebody else kept without it being seen; and that entries name no one. Says
 * nothing about whether an entry is true. Reads no clock and no random source, and no disk but the folder it is handed:
 * times and keys are arguments.
 *
 * <p>The way through: {@code entries} (what is recorded), {@code merkle} (the tree over it), {@code notes} (who signed how
 * it stood), {@code stores} (where it lies), {@code proofs} (what is handed out), {@code verify} (how anyone checks it).
 */
@NullMarked
package org.concordat.ledger;

import org.jspecify.annotations.NullMarked;
