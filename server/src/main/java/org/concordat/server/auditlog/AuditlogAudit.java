package org.concordat.server.auditlog;

/** What the audit log keeps of its own use. */
public enum AuditlogAudit implements AuditKind {
    EVENTS_SEARCHED,
    EVENTS_DOWNLOADED,
    PROOF_DOWNLOADED,
    WITNESS_ADDED,
    WITNESS_DROPPED,
    COSIGNATURE_ADDED,
    UNUSUAL_READING_NOTICED,
    UNUSUAL_READING_EXPLAINED,
    UNUSUAL_READING_NOT_EXPLAINED;

    @Override
    public String area() {
        return "auditlog";
    }

    @Override
    public boolean isReading() {
        return switch (this) {
            case EVENTS_SEARCHED, EVENTS_DOWNLOADED -> true;
            case PROOF_DOWNLOADED,
                    WITNESS_ADDED,
                    WITNESS_DROPPED,
                    COSIGNATURE_ADDED,
                    UNUSUAL_READING_NOTICED,
                    UNUSUAL_READING_EXPLAINED,
                    UNUSUAL_READING_NOT_EXPLAINED -> false;
        };
    }
}
