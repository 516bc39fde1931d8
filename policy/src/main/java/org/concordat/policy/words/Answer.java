package org.concordat.policy.words;

/** What is known of a fact. */
public enum Answer implements Word {
    /** It is so. */
    YES,
    /** It is not so. */
    NO,
    /** Nobody has said. */
    UNKNOWN
}
