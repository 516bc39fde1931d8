/**
 * Checks a ledger without it. Start at {@link org.concordat.ledger.verify.LedgerVerifier}.
 *
 * <p>One class that needs nothing but a JDK and uses none of our other code, so that an outsider can read it in one
 * sitting, run it alone, or write it anew from the formats that it names.
 */
@NullMarked
package org.concordat.ledger.verify;

import org.jspecify.annotations.NullMarked;
