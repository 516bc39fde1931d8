package org.concordat.policy.words;

/**
 * What an organisation is, in the words that gateways use. One organisation can be several at once: a unitary council is
 * council, billing authority, housing authority and more.
 */
public enum OrganisationKind implements Word {
    /** Any local authority. */
    COUNCIL(Standing.STATUTORY),
    /** Council that bills council tax. */
    BILLING_AUTHORITY(Standing.STATUTORY),
    /** Council with homelessness duties. */
    HOUSING_AUTHORITY(Standing.STATUTORY),
    /** Council with social-services functions. */
    SOCIAL_SERVICES(Standing.STATUTORY),
    /** Council with education functions. */
    EDUCATION_AUTHORITY(Standing.STATUTORY),
    /** Police force. */
    POLICE(Standing.STATUTORY),
    /** Police and crime commissioner, or the mayor in that place. */
    LOCAL_POLICING_BODY(Standing.STATUTORY),
    /** Probation service. */
    PROBATION(Standing.STATUTORY),
    /** Prison. */
    PRISON(Standing.STATUTORY),
    /** Youth custody. */
    YOUTH_CUSTODY(Standing.STATUTORY),
    /** Youth offending team. */
    YOUTH_OFFENDING_TEAM(Standing.STATUTORY),
    /** Fire and rescue authority. */
    FIRE_AUTHORITY(Standing.STATUTORY),
    /** Commissions health care. */
    INTEGRATED_CARE_BOARD(Standing.STATUTORY),
    /** Hospital, community, mental health or ambulance trust. */
    NHS_TRUST(Standing.STATUTORY),
    /** General practice. */
    GENERAL_PRACTICE(Standing.STATUTORY),
    /** Health body that older statutes name. */
    HEALTH_AUTHORITY(Standing.STATUTORY),
    /** Provides adult social care. */
    SOCIAL_CARE_PROVIDER(Standing.OBJECTS),
    /** Maintained school or academy. */
    SCHOOL(Standing.STATUTORY),
    /** School that fees pay for. */
    INDEPENDENT_SCHOOL(Standing.OBJECTS),
    /** Childcare agency. */
    CHILDCARE_AGENCY(Standing.OBJECTS),
    /** Any other body of education. */
    EDUCATION_PROVIDER(Standing.STATUTORY),
    /** Council, police or health body in its role as safeguarding partner. */
    SAFEGUARDING_PARTNER(Standing.STATUTORY),
    /** Safeguarding Adults Board. */
    SAFEGUARDING_ADULTS_BOARD(Standing.STATUTORY),
    /** Government department. */
    DEPARTMENT_OF_STATE(Standing.DEPARTMENT),
    /** The department that runs social security. */
    SOCIAL_SECURITY_DEPARTMENT(Standing.EXPRESS_ONLY),
    /** Job centre. */
    JOB_CENTRE(Standing.EXPRESS_ONLY),
    /** Ministry of Defence. */
    ARMED_FORCES(Standing.DEPARTMENT),
    /** Social landlord that is no council. */
    HOUSING_ASSOCIATION(Standing.OBJECTS),
    /** Charity. */
    CHARITY(Standing.OBJECTS),
    /** Company. */
    COMPANY(Standing.OBJECTS),
    /** Gas or electricity supplier. */
    ENERGY_SUPPLIER(Standing.OBJECTS),
    /** Water company. */
    WATER_SUPPLIER(Standing.OBJECTS),
    /** University. */
    UNIVERSITY(Standing.OBJECTS),
    /** Researcher or processor whom a national accreditation covers. */
    ACCREDITED_RESEARCHER(Standing.OBJECTS),
    /** Provides services to a public body under contract. */
    SERVICE_PROVIDER(Standing.OBJECTS),
    /** A member of the public who may be harmed, as receiver only. */
    PERSON_AT_RISK(Standing.OBJECTS);

    private final Standing standing;

    OrganisationKind(Standing standing) {
        this.standing = standing;
    }

    /** What such a body needs before it may disclose. */
    public Standing standing() {
        return standing;
    }
}
