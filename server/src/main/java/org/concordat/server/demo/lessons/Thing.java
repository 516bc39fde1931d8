package org.concordat.server.demo.lessons;

import org.concordat.policy.words.Word;

/** What is made ready for a lesson by other people of the town, so that there is something to do. */
public enum Thing implements Word {
    /** A request that a colleague handed in. */
    REQUEST_TO_ASSESS,
    /** A request of another organisation, which waits for a decision. */
    REQUEST_TO_DECIDE,
    /** A request with an impact assessment that waits for an opinion. */
    IMPACT_TO_JUDGE,
    /** A request for whose benefit and risk the learner was asked to score. */
    REQUEST_TO_SCORE,
    /** Something that was shared to prevent serious harm. */
    EMERGENCY_TO_REVIEW,
    /** A single disclosure as it came. */
    DISCLOSURE_TO_TEST,
    /** A single disclosure that was tested. */
    DISCLOSURE_TO_SIGN_OFF,
    /** A decision that lacks answers. */
    DECISION_TO_ANSWER,
    /** A schedule that waits for a signature. */
    SCHEDULE_TO_SIGN,
    /** Another. */
    SCHEDULE_TO_DECLINE
}
