package org.concordat.synthetic.records;

/**
 * A way in which a record can differ from the truth. How often each befalls each agency stands, with its source, in {@code
 * mistake-rates.csv} beside {@link MistakeRates}.
 */
public enum Mistake {
    GIVEN_TYPED_WRONG(0),
    GIVEN_MISHEARD(1),
    GIVEN_PET_FORM(2),
    GIVEN_IS_SECOND_NAME(3),
    GIVEN_INITIAL_ONLY(4),
    GIVEN_MISSING(5),
    NAME_SPELT_OTHERWISE(6),
    SECOND_NAME_MISSING(7),
    SECOND_NAME_INITIAL_ONLY(8),
    SURNAME_TYPED_WRONG(9),
    SURNAME_MISHEARD(10),
    SURNAME_HALF(11),
    SURNAME_NOT_UPDATED(12),
    SURNAME_MISSING(13),
    NAMES_SWAPPED(14),
    BIRTH_DAY_AND_MONTH_SWAPPED(15),
    BIRTH_DIGIT_WRONG(16),
    BIRTH_YEAR_WRONG(17),
    BIRTH_FIRST_OF_JANUARY(18),
    BIRTH_MISSING(19),
    SEX_MISSING(20),
    SEX_WRONG(21),
    ADDRESS_NOT_UPDATED(22),
    ADDRESS_OF_FAMILY(23),
    ADDRESS_OF_NEIGHBOUR(24),
    ADDRESS_MISSING(25),
    NUMBER_MISSING(26),
    STREET_TYPED_WRONG(27),
    POSTCODE_TYPED_WRONG(28),
    POSTCODE_MISSING(29),
    LOCALITY_IS_TOWN(30),
    PHONE_MISSING(31),
    PHONE_OF_FAMILY(32),
    PHONE_TYPED_WRONG(33),
    EMAIL_MISSING(34),
    EMAIL_OF_FAMILY(35),
    EMAIL_TYPED_WRONG(36),
    NHS_MISSING(37),
    NHS_OF_FAMILY(38),
    NHS_TYPED_WRONG(39),
    NINO_MISSING(40),
    NINO_OF_FAMILY(41),
    NINO_TYPED_WRONG(42),
    ROW_COPIED(43),
    ENTERED_TWICE(44);

    private final int number;

    Mistake(int number) {
        this.number = number;
    }

    /** Its place in a table of rates, from 0. */
    int number() {
        return number;
    }
}
