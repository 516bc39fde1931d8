package org.concordat.server.requests;

import org.concordat.server.auditlog.AuditKind;

/** What the audit log keeps of requests. */
public enum RequestsAudit implements AuditKind {
    REQUEST_MADE,
    REQUEST_CHANGED,
    REQUEST_MOVED,
    REQUEST_DECIDED,
    MESSAGE_SENT,
    TEST_ANSWERED,
    IMPACT_CHANGED,
    IMPACT_OPINION_GIVEN,
    IMPACT_DECIDED,
    IMPACT_SIGNED_OFF,
    ASSESSOR_INVITED,
    SCORES_HANDED_IN,
    SCORING_PLANNED,
    SCORES_ASKED_AGAIN,
    RED_LINE_DRAWN,
    RED_LINE_LIFTED,
    COMMENTS_OPENED,
    COMMENT_MODERATED;

    @Override
    public String area() {
        return "requests";
    }
}
