package org.concordat.policy.words;

/** What a purpose is for, in the words that gateways use. A partnership's own purposes each name one or more. */
public enum PurposeKind implements Word {
    /** Reducing crime, disorder and anti-social behaviour. */
    CRIME_AND_DISORDER,
    /** Preventing and reducing serious violence. */
    SERIOUS_VIOLENCE,
    /** Assessing and managing the risk that relevant offenders pose. */
    OFFENDER_RISK,
    /** Managing offenders, and research on it. */
    OFFENDER_MANAGEMENT,
    /** Preventing domestic abuse of a person at risk. */
    DOMESTIC_ABUSE,
    /** Children's well-being. */
    CHILD_WELL_BEING,
    /** Safeguarding children, promoting their welfare. */
    CHILD_SAFEGUARDING,
    /** Adults' care and support, and carers. */
    ADULT_CARE,
    /** Safeguarding adults at risk. */
    ADULT_SAFEGUARDING,
    /** One individual's own health or social care. */
    DIRECT_CARE,
    /** Planning, managing and researching health care, beyond one individual's own. */
    MEDICAL_PURPOSES,
    /** Helping people or households with several disadvantages. */
    MULTIPLE_DISADVANTAGE,
    /** Helping people who cannot afford fuel or water. */
    FUEL_OR_WATER_POVERTY,
    /** Helping people to retune television. */
    TELEVISION_RETUNING,
    /** Rebates on electricity for people with few means. */
    ENERGY_REBATE,
    /** Managing debt owed to public bodies. */
    PUBLIC_DEBT,
    /** Fraud against public bodies. */
    FRAUD_AGAINST_PUBLIC,
    /** Preventing or detecting crime, prosecuting, assessing or collecting tax: one enquiry. */
    CRIME_OR_TAX_ENQUIRY,
    /** Legal proceedings, advice and rights, or what law or a court requires. */
    LEGAL_PROCEEDINGS,
    /** Council functions that social-security law lists by name. */
    BENEFIT_ADMINISTRATION,
    /** Billing and collecting council tax. */
    COUNCIL_TAX_ADMINISTRATION,
    /** Bringing empty homes back into use. */
    VACANT_DWELLINGS,
    /** Helping people who are homeless or soon may be. */
    HOMELESSNESS,
    /** Finding children who miss education; admission registers. */
    SCHOOL_ATTENDANCE,
    /** Promoting fire safety. */
    FIRE_SAFETY,
    /** Reducing road casualties. */
    ROAD_SAFETY,
    /** The well-being of an area and its people, where nothing more precise fits. */
    LOCAL_WELL_BEING,
    /** What helps a council carry out its functions. */
    ANCILLARY_TO_FUNCTIONS,
    /** Research in the public interest. */
    RESEARCH,
    /** Statistics and planning about areas and groups. */
    STATISTICS;

    /** Whether it supports no measure about a particular person. */
    public boolean isAboutNobody() {
        return this == RESEARCH || this == STATISTICS;
    }
}
