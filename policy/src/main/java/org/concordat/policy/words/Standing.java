package org.concordat.policy.words;

/** What an organisation needs before it may disclose. */
public enum Standing implements Word {
    /** Made by statute: needs a power, express or implied. */
    STATUTORY,
    /** A government department: may imply a power unless its own law says not. */
    DEPARTMENT,
    /** Needs an express power; none may be implied. */
    EXPRESS_ONLY,
    /** A charity, association, company or professional: needs its objects, no statute. */
    OBJECTS
}
