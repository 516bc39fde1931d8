package org.concordat.policy.words;

/** What a field holds, as far as law limits a disclosure to certain details. */
public enum Detail implements Word {
    /** A person's name. */
    NAME,
    /** Where a person lives or can be written to. */
    ADDRESS,
    /** A telephone number. */
    CONTACT_NUMBER,
    /** A date of birth. */
    BIRTH_DATE,
    /** A number that a public body gave a person. */
    NUMBER,
    /** Anything else. */
    OTHER
}
