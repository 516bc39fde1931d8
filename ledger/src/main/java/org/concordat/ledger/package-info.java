/**
 * An append-only record that anyone can verify: what was decided and what left, provable years later to somebody who
 * trusts nobody. Start at {@link org.concordat.ledger.LedgerException} until the ledger itself stands here.
 *
 * <p>Reads no clock and no random source: times and keys are arguments.
 */
@NullMarked
package org.concordat.ledger;

import org.jspecify.annotations.NullMarked;
