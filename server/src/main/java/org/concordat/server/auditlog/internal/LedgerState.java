package org.concordat.server.auditlog.internal;

/** How it goes with writing to the ledger. */
public sealed interface LedgerState {
    /** Not begun yet. */
    record Resting() implements LedgerState {}

    /** All is well. */
    record Working() implements LedgerState {}

    /** The database is away. Entries wait, and it is tried again. */
    record Waiting() implements LedgerState {}

    /**
     * The ledger is not as it must be. Nothing more is written until somebody has seen to it.
     *
     * @param code with a heading in the manual's page of errors
     */
    record Stopped(String code) implements LedgerState {}
}
