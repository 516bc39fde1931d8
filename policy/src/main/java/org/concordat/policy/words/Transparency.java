package org.concordat.policy.words;

/** Whether the person learns of the sharing. */
public enum Transparency implements Word {
    /** The person is told, in the privacy notice and on asking. */
    TELL,
    /**
     * Telling could harm or defeat the purpose: no page, extract or count gives it away until an officer has tested
     * the exemptions.
     */
    DO_NOT_TELL
}
