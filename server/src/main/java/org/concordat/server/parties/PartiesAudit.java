package org.concordat.server.parties;

import org.concordat.server.auditlog.AuditKind;

/** What the audit log keeps of parties. */
public enum PartiesAudit implements AuditKind {
    SET_UP,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    ROLE_CHOSEN,
    ORGANISATION_ADDED,
    ORGANISATION_CHANGED,
    TEAM_ADDED,
    TEAM_CHANGED,
    TEAM_CLOSED,
    PERSON_INVITED,
    INVITATION_WITHDRAWN,
    PERSON_JOINED,
    PERSON_CHANGED,
    EMAIL_ASKED,
    PERSON_LEFT,
    IDENTITY_BOUND,
    ROLE_GIVEN,
    ROLE_ENDED,
    DEPUTY_NAMED,
    WORK_ROLE_SAID,
    PASSWORD_CHANGED,
    CODES_TURNED_ON,
    CODES_TURNED_OFF,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    SESSIONS_ENDED,
    TRAINING_RECORDED,
    COURSE_SET,
    CLIENT_MADE,
    CLIENT_ENDED,
    HELP_GIVEN,
    HELP_USED,
    WORD_CHOSEN;

    @Override
    public String area() {
        return "parties";
    }
}
