package org.concordat.policy.words;

/** The part of the United Kingdom whose law applies. */
public enum Nation implements Word {
    /** England. */
    ENGLAND,
    /** Wales. */
    WALES,
    /** Scotland. */
    SCOTLAND,
    /** Northern Ireland. */
    NORTHERN_IRELAND
}
