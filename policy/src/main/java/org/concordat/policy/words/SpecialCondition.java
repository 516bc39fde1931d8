package org.concordat.policy.words;

/** Why special-category data may be processed. */
public enum SpecialCondition implements Word {
    /** The person agreed expressly. */
    EXPLICIT_CONSENT,
    /** Employment, social security and social protection law. */
    EMPLOYMENT_AND_SOCIAL_PROTECTION,
    /** Life and death, where the person cannot consent. */
    VITAL_INTERESTS,
    /** A not-for-profit body about its members. */
    NOT_FOR_PROFIT,
    /** The person made it public. */
    MADE_PUBLIC,
    /** Legal claims and courts. */
    LEGAL_CLAIMS,
    /** Substantial public interest, with a paragraph that says which. */
    SUBSTANTIAL_PUBLIC_INTEREST,
    /** Health or social care. */
    HEALTH_OR_SOCIAL_CARE,
    /** Public health. */
    PUBLIC_HEALTH,
    /** Archiving, research and statistics. */
    RESEARCH_AND_STATISTICS
}
