package org.concordat.policy.words;

/** What makes a field sensitive: the special categories, and crime. */
public enum Sensitivity implements Word {
    /** Racial or ethnic origin. */
    RACE_OR_ETHNICITY,
    /** Political opinions. */
    POLITICS,
    /** Religious or philosophical beliefs. */
    BELIEF,
    /** Trade union membership. */
    TRADE_UNION,
    /** Genetic data. */
    GENETIC,
    /** Biometric data that identify. */
    BIOMETRIC,
    /** Health, including that somebody receives care. */
    HEALTH,
    /** Sex life or sexual orientation. */
    SEX_LIFE,
    /** Offences, allegations, proceedings, sentences, and being a victim or suspect in a police record. */
    CRIMINAL;

    /** Whether a special category, which criminal data are not: each asks for a condition of its own. */
    public boolean isSpecialCategory() {
        return this != CRIMINAL;
    }
}
