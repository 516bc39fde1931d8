package org.concordat.policy.words;

/** Whether a person wrote a field's values down, and as what. */
public enum Authorship implements Word {
    /** A person recorded what happened or is so. */
    FACT,
    /** A person recorded what they think; it travels marked as such. */
    OPINION,
    /** Nobody wrote it: it comes from a form field, a meter, a system. */
    RECORDED_BY_PROCESS
}
