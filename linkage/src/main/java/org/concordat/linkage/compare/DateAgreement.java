package org.concordat.linkage.compare;

/**
 * How two dates agree, from the strongest sign of one person to the weakest.
 *
 * <p>A pair gets the first kind that fits. The order follows how many dates a pair could agree with by chance in that
 * way: one when day and month are swapped, two a year away, some thirty one digit away, and so on; and within each,
 * which slips people make.
 */
public enum DateAgreement {
    /** The same complete date. */
    EQUAL(0),
    /** The same year, and the day of one is the month of the other: 1980-03-07 and 1980-07-03. */
    DAY_MONTH_SWAPPED(1),
    /** The same day and month one year apart, as from an age or at the turn of a year. */
    ONE_YEAR_OFF(2),
    /** One digit replaced (1980, 1986) or two neighbouring digits swapped (1968, 1986) in the eight. */
    ONE_DIGIT_OFF(3),
    /** The same day and month, two to ten years apart, and more than one digit off. */
    TEN_YEARS_OFF_AT_MOST(4),
    /** The same year and month; the days differ, or one is not known. */
    SAME_YEAR_AND_MONTH(5),
    /** The same day and month; the years are more than ten apart, or one is not known. */
    SAME_DAY_AND_MONTH(6),
    /** The same year; the months differ, or one is not known. */
    SAME_YEAR(7),
    /** None of these. */
    DIFFERENT(8),
    /** Nothing is known on both sides: no evidence either way, so no weight. */
    MISSING(9);

    private final int level;

    DateAgreement(int level) {
        this.level = level;
    }

    /** The kind's place in the order: 0 for the strongest, the highest for missing. For tables and packed patterns. */
    public int level() {
        return level;
    }
}
