package org.concordat.server.auditlog.internal;

import org.concordat.ledger.notes.SigningKey;

/** Where the key that signs checkpoints comes from: never from the database. */
@FunctionalInterface
public interface LedgerKey {
    /** The key, whose name is the ledger's. */
    SigningKey signingKey();
}
