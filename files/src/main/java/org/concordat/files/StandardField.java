package org.concordat.files;

/**
 * A field of the standardised record that every source is brought to, whatever its own columns were.
 *
 * <p>One source column can fill several fields (a whole name fills given name, surname and name tokens), and several
 * columns can fill one (three address lines fill one street). A value that is missing, impossible or a placeholder is
 * {@code null}, never an empty string.
 */
public enum StandardField {
    /** First given name: lower case, no accents, no titles, no apostrophes or hyphens: {@code maryjane}, {@code sean}. */
    GIVEN_NAME,
    /** The name that a given name is a form of ({@code tom} gives {@code thomas}); the given name itself where none is known. */
    GIVEN_NAME_ROOT,
    /** Other given names or initials, separated by one space. */
    MIDDLE_NAME,
    /** Family name: lower case, no accents, joined ({@code obrien}, {@code smithjones}), no suffix. */
    SURNAME,
    /**
     * Every part of the person's name in any column, in order, separated by one space, no part twice: lower case, no
     * accents, no titles; hyphenated names are two parts, short forms stay as written.
     */
    NAME_TOKENS,
    /** {@code f}, {@code m} or {@code x}. */
    SEX,
    /** {@code yyyy-MM-dd}, a date that existed and is no placeholder. */
    DATE_OF_BIRTH,
    /**
     * The eight digits of a date of birth that cannot have existed, as year, month, day: {@code 18568618}. One of them was
     * mistyped, and the others still tell people apart. Only where {@link #DATE_OF_BIRTH} is missing; never to be shown as
     * a date.
     */
    DATE_OF_BIRTH_DIGITS,
    /** Ten digits with a right check digit (modulus 11). */
    NHS_NUMBER,
    /** The first eight characters of a National Insurance number, lower case. */
    NATIONAL_INSURANCE_NUMBER,
    /** A person number of another kind (a social security or agency-wide person number), letters and digits only. */
    PERSON_NUMBER,
    /** Unique property reference number: up to twelve digits, no leading zeros. */
    UPRN,
    /** Number or name of the building in its street ({@code 12a}). */
    STREET_NUMBER,
    /** Street name, lower case, with common abbreviations spelt one way ({@code high st} becomes {@code high street}). */
    STREET,
    /**
     * Flat or unit within the building, and other parts of the address that are neither street nor place; words such as
     * {@code flat} are left out: {@code 2b}.
     */
    ADDRESS_REST,
    /** Town, city, suburb. */
    LOCALITY,
    /** County, state, region. */
    REGION,
    /** UK postcodes as {@code sw1a1aa}; others lower case without spaces. */
    POSTCODE,
    /** Digits with country code and no plus: {@code 441611234567}; of several numbers a mobile goes first. */
    PHONE,
    /** Lower case. */
    EMAIL,
    /** Place of birth, lower case. */
    BIRTH_PLACE,
    /** Occupation, lower case. */
    OCCUPATION
}
