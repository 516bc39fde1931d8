package org.concordat.files.columns;

/** What a column of a source file holds. */
public enum Meaning {
    /** Names the row in its own file, and nothing else: never compared between files. */
    ROW_ID("row id", false),
    GIVEN_NAME("given name", false),
    MIDDLE_NAME("middle names", true),
    SURNAME("surname", false),
    /** Given name and surname in one column, in either order. */
    FULL_NAME("whole name", true),
    /** Former names, aliases, names a person is known by: they add parts to the name, and replace none. */
    FORMER_NAME("former or other name", true),
    TITLE("title", true),
    SEX("sex", false),
    DATE_OF_BIRTH("date of birth", false),
    BIRTH_YEAR("year of birth", false),
    BIRTH_MONTH("month of birth", false),
    BIRTH_DAY("day of birth", false),
    NHS_NUMBER("NHS number", false),
    NATIONAL_INSURANCE_NUMBER("National Insurance number", false),
    /** A number that names the person beyond this file: a social security or pupil number. */
    PERSON_NUMBER("person number", false),
    UPRN("property reference (UPRN)", false),
    /** A whole address in one column. */
    ADDRESS("address", false),
    /** One of several lines of an address. */
    ADDRESS_LINE("address line", true),
    STREET_NUMBER("house number or name", true),
    STREET("street", false),
    UNIT("flat or unit", true),
    LOCALITY("town or suburb", false),
    REGION("county or state", false),
    POSTCODE("postcode", false),
    PHONE("phone", true),
    EMAIL("e-mail", true),
    BIRTH_PLACE("place of birth", false),
    OCCUPATION("occupation", false),
    /** Anything else; never used to link, compare or order. */
    UNRECOGNISED("not used", true);

    private final String words;
    private final boolean repeatable;

    Meaning(String words, boolean repeatable) {
        this.words = words;
        this.repeatable = repeatable;
    }

    /** What the column holds, in words for reports. */
    public String words() {
        return words;
    }

    /** Whether a file can well have several columns of this meaning. */
    public boolean isRepeatable() {
        return repeatable;
    }
}
