/** Tests of the ledger. */
@NullMarked
package org.concordat.ledger;

import org.jspecify.annotations.NullMarked;
