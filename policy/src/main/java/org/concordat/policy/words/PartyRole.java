package org.concordat.policy.words;

/** What a party is in data-protection terms. */
public enum PartyRole implements Word {
    /** Decides alone. */
    SOLE_CONTROLLER,
    /** Decides together with others. */
    JOINT_CONTROLLER,
    /** Acts only on instructions. */
    PROCESSOR
}
