package org.concordat.files.values;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a date as written, in the order written, before anybody decides which is the day.
 *
 * @param first the first number, {@code second}, {@code third}: the others; {@code -1} where there is none
 * @param firstDigits how many digits each had (0 for a month's name)
 * @param monthAt which of the three was a month's name, counting from 0; {@code -1} for none
 * @param hasTime whether a time of day followed
 */
record DateParts(
        int first,
        int second,
        int third,
        int firstDigits,
        int secondDigits,
        int thirdDigits,
        int monthAt,
        boolean hasTime) {

    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };
    private static final String[] LONG_MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };

    int count() {
        return third >= 0 ? 3 : second >= 0 ? 2 : 1;
    }

    /** Whether the text is five digits, as spreadsheets count days. */
    boolean isDayNumber() {
        return count() == 1 && firstDigits == 5;
    }

    /** Whether the first number can be the year: it has four digits or more, or two where the last has two as well. */
    boolean canBeginWithYear() {
        return firstDigits >= 4 || (monthAt < 0 && firstDigits == 2 && thirdDigits == 2);
    }

    /** The parts of a date, or {@code null} where the text is none. */
    static @Nullable DateParts read(String text) {
        int[] numbers = {-1, -1, -1};
        int[] digits = {0, 0, 0};
        int monthAt = -1;
        int count = 0;
        int at = 0;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                int end = at;
                int number = 0;
                while (end < length && isDigit(text.charAt(end))) {
                    if (end - at < 9) {
                        number = number * 10 + (text.charAt(end) - '0');
                    }
                    end++;
                }
                if (isTimestamp(end - at) && count == 0 && end == length) {
                    int day = Integer.parseInt(text, at, at + 8, 10);
                    return new DateParts(day / 10_000, day / 100 % 100, day % 100, 4, 2, 2, -1, true);
                }
                if (end - at > 8 || (count > 0 && end < length && text.charAt(end) == ':')) {
                    return null;
                }
                numbers[count] = number;
                digits[count] = end - at;
                count++;
                at = skipOrdinal(text, end);
            } else if (isLetter(c)) {
                int end = at;
                while (end < length && isLetter(text.charAt(end))) {
                    end++;
                }
                int month = month(text, at, end);
                if (month > 0) {
                    if (monthAt >= 0) {
                        return null;
                    }
                    monthAt = count;
                    numbers[count] = month;
                    count++;
                } else if (!isWeekdayOrOf(text, at, end)) {
                    return null;
                }
                at = end;
            } else {
                at++;
                continue;
            }
            if (count == 3 || (count == 1 && digits[0] >= 6) || isDecimal(text, at, count, digits[0])) {
                break;
            }
            while (at < length && isSeparator(text.charAt(at))) {
                at++;
            }
        }
        if (count == 0) {
            return null;
        }
        boolean time = false;
        if (isDecimal(text, at, count, digits[0])) {
            time = !isZeros(text, at + 1);
            if (!Characters.isAllDigits(text.substring(at + 1))) {
                return null;
            }
        } else if (at < length) {
            if (!isTime(text, at)) {
                return null;
            }
            time = true;
        }
        return new DateParts(numbers[0], numbers[1], numbers[2], digits[0], digits[1], digits[2], monthAt, time);
    }

    /** Whether digits are {@code yyyyMMddHHmm} or that with seconds. */
    private static boolean isTimestamp(int digits) {
        return digits == 12 || digits == 14;
    }

    /** Whether a spreadsheet's day number goes on with a fraction of a day: {@code 29280.5}. */
    private static boolean isDecimal(String text, int at, int count, int digits) {
        return count == 1 && digits == 5 && at < text.length() && text.charAt(at) == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.' || c == ' ' || c == ',' || c == '\\' || c == '_';
    }

    /** Steps over the {@code st}, {@code nd}, {@code rd}, {@code th} of {@code 1st}. */
    private static int skipOrdinal(String text, int at) {
        if (at + 2 > text.length() || (at + 2 < text.length() && isLetter(text.charAt(at + 2)))) {
            return at;
        }
        String two = text.substring(at, at + 2);
        boolean ordinal = two.equalsIgnoreCase("st")
                || two.equalsIgnoreCase("nd")
                || two.equalsIgnoreCase("rd")
                || two.equalsIgnoreCase("th");
        return ordinal ? at + 2 : at;
    }

    private static int month(String text, int from, int to) {
        int length = to - from;
        if (length < 3) {
            return 0;
        }
        for (int m = 0; m < 12; m++) {
            boolean isShort = length == 3 && text.regionMatches(true, from, MONTHS[m], 0, 3);
            boolean isLong =
                    length == LONG_MONTHS[m].length() && text.regionMatches(true, from, LONG_MONTHS[m], 0, length);
            if (isShort || isLong || (m == 8 && length == 4 && text.regionMatches(true, from, "sept", 0, 4))) {
                return m + 1;
            }
        }
        return 0;
    }

    private static boolean isWeekdayOrOf(String text, int from, int to) {
        int length = to - from;
        if (length == 2 && text.regionMatches(true, from, "of", 0, 2)) {
            return true;
        }
        for (String day : new String[] {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
            if (length >= 3 && length <= 9 && text.regionMatches(true, from, day, 0, 3)) {
                return length == 3 || text.regionMatches(true, to - 3, "day", 0, 3) || length == 4;
            }
        }
        return false;
    }

    /** Whether the rest is a time of day: {@code T00:00:00Z}, {@code  12:30 PM}, {@code  00:00:00.000+01:00}. */
    private static boolean isTime(String text, int from) {
        boolean colon = false;
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == 'T' || text.charAt(at) == 't')) {
            at++;
        }
        int digitsRun = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':') {
                colon = true;
            } else if (isDigit(c)) {
                digitsRun++;
            } else if ("+-. ZzAaPpMmUuTtCcGg[]".indexOf(c) < 0) {
                return false;
            }
        }
        return at > from && (at == text.length() || (colon && digitsRun >= 3) || isSeparators(text, at));
    }

    private static boolean isZeros(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparators(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isSeparator(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
