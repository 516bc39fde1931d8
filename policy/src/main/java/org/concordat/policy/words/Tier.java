package org.concordat.policy.words;

/** Which of the three tiers an agreement is. Each stays within the one above it. */
public enum Tier implements Word {
    /** The principles that all partners sign. */
    PROTOCOL,
    /** A purpose and its parties. */
    AGREEMENT,
    /** The fields, the flow and how long they are kept: what a share follows. */
    SCHEDULE
}
