package org.concordat.server.requests;

import org.concordat.policy.words.Word;

/**
 * What nobody should go past. The first four are those on which a public workshop of 2017 agreed (Involve, "Better use of data:
 * balancing privacy and public benefit").
 */
public enum RedLineKind implements Word {
    /** Nobody has said beforehand what good it does. */
    NO_TANGIBLE_BENEFIT,
    /** It could be challenged in law or as a breach of human rights. */
    OPEN_TO_CHALLENGE,
    /** The data are poor or cannot be relied on. */
    UNRELIABLE_DATA,
    /** It is not clear who may see the data, and for what. */
    NO_CLEAR_LIMITS,
    /** Anything else. */
    OTHER
}
