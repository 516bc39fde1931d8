package org.concordat.server.foundation.acting;

import org.concordat.policy.words.Word;

/** What somebody does for an organisation or one of its teams, and so what they may do here. */
public enum Role implements Word {
    /** Runs the partnership's server: organisations, settings, back-ups. Sees no data about residents. */
    PARTNERSHIP_ADMINISTRATOR(Span.PARTNERSHIP),
    /** Manages the people and teams of one organisation. */
    ORGANISATION_ADMINISTRATOR(Span.ORGANISATION),
    /** Says whether sharing is lawful: data protection officer or information governance lead. */
    INFORMATION_GOVERNANCE_OFFICER(Span.ORGANISATION),
    /** Protects the confidentiality of patients and people in care, and lifts it where that is right. */
    CALDICOTT_GUARDIAN(Span.ORGANISATION),
    /** Writes agreements and answers colleagues' questions; in a small body the one who knows about sharing. */
    INFORMATION_SHARING_OFFICER(Span.ORGANISATION),
    /** Looks after a dataset: its fields, its quality. */
    DATA_STEWARD(Span.ORGANISATION),
    /** Makes tables, maps and evaluations. */
    ANALYST(Span.ORGANISATION),
    /** Works with residents. */
    PRACTITIONER(Span.ORGANISATION),
    /** Prepares and chairs case meetings. */
    CASE_COORDINATOR(Span.ORGANISATION),
    /** Answers residents who ask about their data. */
    RIGHTS_OFFICER(Span.ORGANISATION),
    /** Signs for an organisation. */
    EXECUTIVE_SIGNATORY(Span.ORGANISATION),
    /** Answers to the public for an organisation. */
    ELECTED_MEMBER(Span.ORGANISATION),
    /** Scores benefit and risk without being of the trade. */
    LAY_ASSESSOR(Span.ORGANISATION),
    /** Sees what happened everywhere, and changes nothing. */
    AUDITOR(Span.PARTNERSHIP);

    /** How far a role reaches. */
    public enum Span {
        /** The organisation for which it is held. */
        ORGANISATION,
        /** All organisations of the partnership. */
        PARTNERSHIP
    }

    private final Span span;

    Role(Span span) {
        this.span = span;
    }

    /** How far it reaches. */
    public Span span() {
        return span;
    }
}
