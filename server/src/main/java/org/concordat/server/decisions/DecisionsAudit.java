package org.concordat.server.decisions;

import org.concordat.server.auditlog.AuditKind;

/** What the audit log keeps of decisions. */
public enum DecisionsAudit implements AuditKind {
    DECIDED,
    USED,
    USE_REFUSED,
    NOT_SHARED,
    DECISION_SEEN(true),
    STATEMENT_MADE,
    STATEMENT_WITHDRAWN,
    EMERGENCY_REVIEWED,
    DISCLOSURE_RECEIVED,
    DISCLOSURE_TESTED,
    DISCLOSURE_SIGNED_OFF,
    DISCLOSURE_DECIDED,
    DISCLOSURE_NOT_SHARED,
    DISCLOSURE_REPLIED,
    DISCLOSURE_SEEN(true);

    private final boolean reading;

    DecisionsAudit() {
        this(false);
    }

    DecisionsAudit(boolean reading) {
        this.reading = reading;
    }

    @Override
    public String area() {
        return "decisions";
    }

    @Override
    public boolean isReading() {
        return reading;
    }
}
