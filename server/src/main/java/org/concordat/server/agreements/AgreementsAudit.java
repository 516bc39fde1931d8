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
    TAKEN_IN,
    ADMISSION_ASKED,
    ADMISSION_SIGNED,
    ADMISSION_ACCEPTED,
    ADMISSION_DECLINED,
    ADMISSION_REFUSED,
    ADMISSION_WITHDRAWN,
    JOINED,
    LEFT,
    SIGN_UP_OPENED,
    SIGN_UP_PASTED,
    SIGN_UP_WENT_AHEAD,
    SIGN_UP_CHASED,
    SIGN_UP_STOPPED;

    @Override
    public String area() {
        return "agreements";
    }
}
