package org.concordat.policy.words;

/** Whether a party sends or receives. */
public enum Direction implements Word {
    /** Discloses. */
    SENDER,
    /** Is disclosed to. */
    RECEIVER
}
