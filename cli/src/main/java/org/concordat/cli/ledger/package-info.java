/**
 * The commands {@code ledger} and {@code verify}: an append-only record in a folder, and the check of it that needs no
 * trust. Start at {@link org.concordat.cli.ledger.LedgerCommand}.
 *
 * <p>Makes keys, reads the clock, and finds files; all else is the library's. A secret key is written once, readable by its
 * owner alone, and never shown.
 */
@NullMarked
package org.concordat.cli.ledger;

import org.jspecify.annotations.NullMarked;
