package org.concordat.policy.words;

/** Under which regime a dataset's values were collected. Restrictions and confidence hang on it. */
public enum Origin implements Word {
    /** No regime beyond data protection. */
    ORDINARY,
    /** Told or found out in health care: owed confidence. */
    PATIENT,
    /** Told or found out in social care: owed confidence. */
    SOCIAL_CARE,
    /** Held to bill and collect council tax. */
    COUNCIL_TAX,
    /** Held to administer social security. */
    SOCIAL_SECURITY,
    /** Told when asking for help with housing. */
    HOMELESSNESS,
    /** Held by police, probation, prisons or courts for their functions. */
    CRIME,
    /** Held by schools and education services. */
    EDUCATION,
    /** Shared for research or statistics: supports no measure about a particular person. */
    RESEARCH,
    /** Held about customers. */
    COMMERCIAL;

    /** Whether people told it in confidence, so that something must lift the duty before it is shared. */
    public boolean isConfidential() {
        return switch (this) {
            case PATIENT, SOCIAL_CARE, HOMELESSNESS -> true;
            case ORDINARY, COUNCIL_TAX, SOCIAL_SECURITY, CRIME, EDUCATION, RESEARCH, COMMERCIAL -> false;
        };
    }
}
