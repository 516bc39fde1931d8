package org.concordat.policy.words;

/** What a field of a dataset tells about a person. */
public enum FieldClass implements Word {
    /** Name, NHS number, date of birth: says who. */
    IDENTIFIER,
    /** Address, postcode, UPRN, coordinates: says where. */
    LOCATOR,
    /** Anything else that is not sensitive. */
    ATTRIBUTE,
    /** Special category or criminal. */
    SENSITIVE
}
