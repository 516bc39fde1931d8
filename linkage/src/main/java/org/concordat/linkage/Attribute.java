package org.concordat.linkage;

/**
 * What a standardised column says about a person; decides how the column is compared and blocked on.
 *
 * <p>Values are expected standardised: lower case, no placeholders, dates as {@code yyyy-MM-dd}, missing as {@code
 * null}. A column whose meaning is none of these is not handed to linkage at all: it never blocks, compares or orders
 * anything.
 */
public enum Attribute {
    GIVEN_NAME,
    /** The name that the given name is a form of, {@code thomas} for {@code tom}. */
    GIVEN_NAME_ROOT,
    MIDDLE_NAME,
    SURNAME,
    /** Every part of the person's name, separated by spaces. */
    NAME_TOKENS,
    SEX,
    DATE_OF_BIRTH,
    NHS_NUMBER,
    NATIONAL_INSURANCE_NUMBER,
    PERSON_NUMBER,
    UPRN,
    STREET_NUMBER,
    STREET,
    ADDRESS_REST,
    LOCALITY,
    REGION,
    POSTCODE,
    PHONE,
    EMAIL,
    BIRTH_PLACE,
    OCCUPATION
}
