package org.concordat.files.values;

/**
 * One thing that standardising does to a value, with a code that stays and a sentence for the supplier's report.
 *
 * <p>Changes of case and surrounding space are not counted: they say nothing about a file's quality.
 */
public enum Rule {
    TEXT_PLACEHOLDER(
            Effect.SET_ASIDE,
            "The value only says that nothing is known (\"unknown\", \"n/a\", \"xxx\"), so it is missing."),
    NAME_TITLE_REMOVED(Effect.CHANGED, "A title (Mr, Dr, Sir) was taken off the name."),
    NAME_TITLE_ONLY(Effect.SET_ASIDE, "The name column held only a title or suffix, so the name is missing."),
    NAME_SUFFIX_REMOVED(Effect.CHANGED, "A suffix (junior, III, 1st baron) was taken off the name."),
    NAME_ACCENT_REMOVED(Effect.CHANGED, "Accents and letters beyond a to z were written plainly (ø as o, ß as ss)."),
    NAME_PARTS_JOINED(Effect.CHANGED, "Apostrophes, hyphens or spaces inside the name were closed up."),
    NAME_SPLIT(Effect.CHANGED, "One column held several parts of the name; each went to its own field."),
    NAME_REORDERED(Effect.CHANGED, "The surname was written first (\"SMITH, John\"); the parts were put in order."),
    NAME_MOVED(Effect.REPAIRED, "A given name or surname was found in another name column than its own."),
    NAME_NOTE_REMOVED(Effect.CHANGED, "A note (\"deceased\", \"known as\") was taken off the name."),
    NAME_SECOND_PERSON(Effect.SET_ASIDE, "Two people were named in one column; only the first was kept."),
    NAME_PLACEHOLDER(Effect.SET_ASIDE, "The name only says that none is known (\"unknown\", \"baby\", \"test\")."),
    NAME_NOT_A_NAME(Effect.SET_ASIDE, "The name column held no letters, so the name is missing."),
    NAME_ROOT_FOUND(Effect.CHANGED, "A short form was also given its full name (Tom, Thomas)."),
    DATE_REFORMATTED(Effect.CHANGED, "The date was written another way and is now year-month-day."),
    DATE_TIME_REMOVED(Effect.CHANGED, "A time of day was taken off the date."),
    DATE_TWO_DIGIT_YEAR(Effect.CHANGED, "The year had two digits; the century was worked out."),
    DATE_DAY_NUMBER(Effect.CHANGED, "The date was a spreadsheet's day number."),
    DATE_ORDER_REPAIRED(Effect.REPAIRED, "Day and month stood the other way round than in the rest of the column."),
    DATE_PARTIAL(Effect.SET_ASIDE, "Only a year, or a year and month, was given, so the date is missing."),
    DATE_IMPOSSIBLE(Effect.SET_ASIDE, "There is no such day (31 February, month 13), so the date is missing."),
    DATE_UNREADABLE(Effect.SET_ASIDE, "The value is no date in a form known here, so the date is missing."),
    DATE_PLACEHOLDER(Effect.SET_ASIDE, "The date is one that systems enter when none is known (1 January 1900)."),
    DATE_FUTURE(Effect.SET_ASIDE, "The date lies after the latest day on which anybody in the file can be born."),
    DATE_TOO_EARLY(Effect.SET_ASIDE, "The date lies before the year 1000, so it is missing."),
    NHS_LENGTH(Effect.SET_ASIDE, "The NHS number has not ten digits, so it is missing."),
    NHS_CHECK_DIGIT(
            Effect.SET_ASIDE, "The NHS number's check digit is wrong, so a digit was mistyped and it is missing."),
    NHS_PLACEHOLDER(Effect.SET_ASIDE, "The NHS number is one that is entered when none is known, so it is missing."),
    NINO_FORM(Effect.SET_ASIDE, "The National Insurance number has a form never issued, so it is missing."),
    NINO_TEMPORARY(Effect.SET_ASIDE, "The National Insurance number is a temporary one or a placeholder."),
    PERSON_NUMBER_PLACEHOLDER(Effect.SET_ASIDE, "The person number is one digit repeated, so it is missing."),
    PERSON_NUMBER_FORM(Effect.SET_ASIDE, "The person number has fewer than four letters and digits, so it is missing."),
    UPRN_FORM(Effect.SET_ASIDE, "The property number is not one to twelve digits, so it is missing."),
    UPRN_PLACEHOLDER(Effect.SET_ASIDE, "The property number is one digit repeated, so it is missing."),
    UPRN_DECIMAL_REMOVED(Effect.REPAIRED, "A spreadsheet had added \".0\" to the property number."),
    POSTCODE_REPAIRED(
            Effect.REPAIRED, "A letter O, I, S or a digit 0, 1, 5 typed for the other was put right in the postcode."),
    POSTCODE_NO_PLACE(Effect.SET_ASIDE, "The postcode begins ZZ99, which means no place, so it is missing."),
    POSTCODE_INCOMPLETE(Effect.SET_ASIDE, "Only the first half of a postcode was given, so it is missing."),
    POSTCODE_FORM(Effect.SET_ASIDE, "The postcode has a form that does not exist, so it is missing."),
    POSTCODE_PLACEHOLDER(Effect.SET_ASIDE, "The postcode is one digit repeated, so it is missing."),
    PHONE_COUNTRY_ADDED(Effect.CHANGED, "The phone number was given its country code."),
    PHONE_EXTENSION_REMOVED(Effect.CHANGED, "An extension was taken off the phone number."),
    PHONE_PLACEHOLDER(Effect.SET_ASIDE, "The phone number is one digit repeated or a run of digits, so it is missing."),
    PHONE_FORM(Effect.SET_ASIDE, "The phone number has too few or too many digits, so it is missing."),
    EMAIL_FORM(Effect.SET_ASIDE, "The value is no e-mail address, so it is missing."),
    EMAIL_PLACEHOLDER(Effect.SET_ASIDE, "The e-mail address is one that is entered when none is known."),
    SEX_CODE_READ(Effect.CHANGED, "The sex was written as a word or code and is now f, m or x."),
    SEX_UNKNOWN(Effect.SET_ASIDE, "The sex is recorded as not known or not stated, so it is missing."),
    SEX_UNREADABLE(Effect.SET_ASIDE, "The value is no sex known here, so it is missing."),
    ADDRESS_WORD_EXPANDED(Effect.CHANGED, "A short form in the address was written out (Rd as road)."),
    ADDRESS_SPLIT(Effect.CHANGED, "The address was split into its parts."),
    ADDRESS_POSTCODE_FOUND(Effect.CHANGED, "The postcode stood in the address and went to its own field."),
    ADDRESS_PLACEHOLDER(
            Effect.SET_ASIDE, "The address says that there is none (\"no fixed abode\"), so it is missing."),
    ADDRESS_POST_BOX(Effect.CHANGED, "The address is a post box, which is kept apart from streets."),
    TEXT_ACCENT_REMOVED(Effect.CHANGED, "Accents and letters beyond a to z were written plainly.");

    /** What a rule does to the value it is applied to. */
    public enum Effect {
        /** The same fact, written another way. */
        CHANGED,
        /** A likely slip was put right. */
        REPAIRED,
        /** The value, or a part of it, is not used. */
        SET_ASIDE
    }

    private final Effect effect;
    private final String sentence;

    Rule(Effect effect, String sentence) {
        this.effect = effect;
        this.sentence = sentence;
    }

    /** The code that stays the same in every version, {@code NAME-TITLE-REMOVED} for example. */
    public String code() {
        return name().replace('_', '-');
    }

    /** What the rule does to a value. */
    public Effect effect() {
        return effect;
    }

    /** What was done, in one sentence for people who know the file but not the software. */
    public String sentence() {
        return sentence;
    }

    /** The one bit that stands for the rule in {@link Standardised#ruleBits}. */
    @SuppressWarnings("EnumOrdinal") // the bit lives only as long as the process, so the order may change
    public long bit() {
        return 1L << ordinal();
    }
}
