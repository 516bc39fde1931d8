package org.concordat.linkage.levels;

import java.util.List;
import org.concordat.linkage.compare.DateAgreement;
import org.concordat.linkage.compare.DateComparison;

/**
 * The levels of agreement of two dates of birth, given as numbers {@code yyyymmdd}: the kinds of {@link DateComparison}
 * that slips lead to, and for other dates how far apart they are.
 *
 * <p>Kinds that are met too seldom to learn from share a level: one year off is nearly always one digit wrong. A shared
 * year says no more than that the dates are near.
 */
final class DateLevels {
    static final List<String> NAMES = List.of(
            "the same date",
            "day and month swapped",
            "one digit wrong, two neighbouring digits swapped, or one year off",
            "same day and month, year within ten",
            "same year, and same month or same day",
            "within one month",
            "within one year",
            "within ten years",
            "different");

    private static final int ONE_PART_WRONG = 5;

    /** The first level that is about time apart. */
    private static final int APART = 6;

    /** The level of each kind of agreement by its place in their order; 0 for missing. */
    private static final int[] LEVELS = new int[DateAgreement.values().length];

    static {
        for (DateAgreement kind : DateAgreement.values()) {
            LEVELS[kind.level()] = switch (kind) {
                case EQUAL -> 1;
                case DAY_MONTH_SWAPPED -> 2;
                case ONE_YEAR_OFF, ONE_DIGIT_OFF -> 3;
                case TEN_YEARS_OFF_AT_MOST -> 4;
                case SAME_YEAR_AND_MONTH -> ONE_PART_WRONG;
                case SAME_DAY_AND_MONTH, SAME_YEAR, DIFFERENT -> APART;
                case MISSING -> 0;
            };
        }
    }

    private DateLevels() {}

    static int of(int a, int b) {
        int level = LEVELS[DateComparison.level(a, b)];
        return level < APART ? level : apart(a, b);
    }

    private static int apart(int a, int b) {
        if (a / 10000 == b / 10000 && a % 100 == b % 100) {
            return ONE_PART_WRONG;
        }
        // Days counted with months of 31 days: near enough for a level, and no calendar needed.
        int years = a / 10000 - b / 10000;
        int months = a / 100 % 100 - b / 100 % 100;
        int days = Math.abs(years * 372 + months * 31 + a % 100 - b % 100);
        if (days <= 31) {
            return APART;
        }
        if (days <= 372) {
            return APART + 1;
        }
        return days <= 3720 ? APART + 2 : APART + 3;
    }
}
