package org.concordat.server.requests;

import org.concordat.policy.words.Word;

/** Signs that a share may be risky for people. One is reason to look closely; two or more call for a full assessment. */
public enum ScreeningQuestion implements Word {
    /** Special categories or criminal data. */
    SENSITIVE,
    /** Many people, or much about each. */
    LARGE_SCALE,
    /** Records of several sources are matched. */
    MATCHING,
    /** Children, patients, people in debt or danger. */
    VULNERABLE,
    /** People are scored, ranked or profiled. */
    SCORING,
    /** Decisions that weigh on people follow. */
    DECISIONS,
    /** Places or people are watched systematically. */
    MONITORING,
    /** New technology, or known technology used anew. */
    NEW_TECHNOLOGY,
    /** People are not told, or cannot say no. */
    UNSEEN
}
