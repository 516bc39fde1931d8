package org.concordat.server.agreements;

import org.concordat.server.auditlog.AuditKind;

/** What the audit log keeps of agreements. */
public enum AgreementsAudit implements AuditKind {
    DRAFTED,
    DRAFT_CHANGED,
    WITHDRAWN,
    SENT_FOR_SIGNATURE,
    SIGNED,
    DECLINED,
    IN_FORCE,
    SUSPENDED,
    RESUMED,
    ENDED,
    SUPERSEDED,
    CHASED,
    LINK_MADE,
    SIGNATORY_NAMED,
    SIGNATORY_ENDED,
    LAW_READ,
    LAW_READING_WITHDRAWN,
    EXPORTED,
    TAKEN_IN;

    @Override
    public String area() {
        return "agreements";
    }
}
