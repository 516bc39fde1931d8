package org.concordat.server.auditlog;

/** Keeps what happened. */
public interface AuditLog {

    /**
     * Records an event together with what the caller's transaction does: both are kept, or neither. Who acts, in which role and
     * when is added here.
     *
     * @return the event's id, under which its proof is found
     * @throws IllegalStateException outside a transaction
     */
    java.util.UUID record(AuditEvent event);
}
