package org.concordat.linkage.compare;

/**
 * How two dates of birth agree, allowing for the slips that clerks and forms make.
 *
 * <p>A date is a whole number {@code yyyymmdd}; 0 is missing. A part that is not known is 0: {@code 19800000} is some
 * day in 1980, {@code 307} the seventh of March of some year. Of a date that is not complete only the known parts count:
 * equal parts are {@link DateAgreement#SAME_YEAR_AND_MONTH}, {@link DateAgreement#SAME_YEAR} or
 * {@link DateAgreement#SAME_DAY_AND_MONTH}, never more, even when both are the same number. Symmetric. Whether a date
 * exists, and placeholders such as 1900-01-01, are for whoever standardises to see to.
 */
public final class DateComparison {
    private static final int YEAR = 10_000;
    private static final int DIGITS = 8;

    private DateComparison() {}

    /** The strongest kind of agreement that fits. */
    public static DateAgreement compare(int left, int right) {
        if (!isComplete(left) || !isComplete(right)) {
            return ofKnownParts(left, right);
        }
        return left == right ? DateAgreement.EQUAL : ofDifferent(left, right);
    }

    /** The same as {@link #compare}, as the kind's {@link DateAgreement#level}, for loops over many pairs. */
    public static int level(int left, int right) {
        return compare(left, right).level();
    }

    /**
     * The whole number for {@code yyyy-MM-dd}, {@code yyyy-MM} or {@code yyyy}; 0, missing, for any other text.
     *
     * <p>Checks the shape and that month and day are no more than 12 and 31, not whether the month has that day.
     */
    public static int encode(String date) {
        int length = date.length();
        if (length != 10 && length != 7 && length != 4) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            char character = date.charAt(i);
            if (i == 4 || i == 7) {
                if (character != '-') {
                    return 0;
                }
            } else if (character >= '0' && character <= '9') {
                value = 10 * value + (character - '0');
            } else {
                return 0;
            }
        }
        int whole = length == 10 ? value : length == 7 ? 100 * value : YEAR * value;
        return month(whole) > 12 || day(whole) > 31 ? 0 : whole;
    }

    private static DateAgreement ofDifferent(int left, int right) {
        int yearsApart = Math.abs(left / YEAR - right / YEAR);
        boolean sameDayAndMonth = left % YEAR == right % YEAR;
        if (yearsApart == 0 && day(left) == month(right) && month(left) == day(right)) {
            return DateAgreement.DAY_MONTH_SWAPPED;
        }
        if (sameDayAndMonth && yearsApart == 1) {
            return DateAgreement.ONE_YEAR_OFF;
        }
        if (isOneDigitOff(left, right)) {
            return DateAgreement.ONE_DIGIT_OFF;
        }
        if (sameDayAndMonth) {
            return yearsApart <= 10 ? DateAgreement.TEN_YEARS_OFF_AT_MOST : DateAgreement.SAME_DAY_AND_MONTH;
        }
        if (yearsApart == 0) {
            return month(left) == month(right) ? DateAgreement.SAME_YEAR_AND_MONTH : DateAgreement.SAME_YEAR;
        }
        return DateAgreement.DIFFERENT;
    }

    private static DateAgreement ofKnownParts(int left, int right) {
        boolean bothYears = left >= YEAR && right >= YEAR;
        boolean bothMonths = month(left) != 0 && month(right) != 0;
        boolean sameMonth = bothMonths && month(left) == month(right);
        if (bothYears) {
            if (left / YEAR != right / YEAR) {
                return DateAgreement.DIFFERENT;
            }
            return sameMonth ? DateAgreement.SAME_YEAR_AND_MONTH : DateAgreement.SAME_YEAR;
        }
        if (bothMonths && day(left) != 0 && day(right) != 0) {
            return sameMonth && day(left) == day(right) ? DateAgreement.SAME_DAY_AND_MONTH : DateAgreement.DIFFERENT;
        }
        return DateAgreement.MISSING;
    }

    /**
     * Whether one of the eight digits was replaced, or two neighbouring ones swapped.
     *
     * <p>A replaced digit changes the number by 1 to 9 at its place; a swap by 9 times 1 to 9. Any other difference is
     * neither, which settles nearly every pair without looking at digits.
     */
    static boolean isOneDigitOff(int left, int right) {
        int difference = Math.abs(left - right);
        if (difference == 0) {
            return false;
        }
        while (difference % 10 == 0) {
            difference /= 10;
        }
        return (difference < 10 || (difference <= 81 && difference % 9 == 0)) && digitsAgree(left, right);
    }

    private static boolean digitsAgree(int left, int right) {
        int first = -1;
        int differing = 0;
        int leftRest = left;
        int rightRest = right;
        int lowestLeft = 0;
        int lowestRight = 0;
        boolean swapped = false;
        for (int place = 0; place < DIGITS; place++) {
            int leftDigit = leftRest % 10;
            int rightDigit = rightRest % 10;
            if (leftDigit != rightDigit) {
                if (++differing == 1) {
                    first = place;
                    lowestLeft = leftDigit;
                    lowestRight = rightDigit;
                } else {
                    swapped = place == first + 1 && leftDigit == lowestRight && rightDigit == lowestLeft;
                }
            }
            leftRest /= 10;
            rightRest /= 10;
        }
        return differing == 1 || (differing == 2 && swapped);
    }

    private static boolean isComplete(int date) {
        return date >= YEAR && month(date) != 0 && day(date) != 0;
    }

    private static int month(int date) {
        return date / 100 % 100;
    }

    private static int day(int date) {
        return date % 100;
    }
}
