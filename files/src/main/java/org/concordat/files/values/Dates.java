package org.concordat.files.values;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates as agencies write them, brought to {@code yyyy-MM-dd}.
 *
 * <p>Read are ISO dates with or without a time, day first, month first, eight or six digits without separators, month
 * names, two-digit years, and spreadsheets' day numbers. Missing are days that never were, days too late for anybody in
 * the file, days before the year 1000, partial dates and placeholders. A date with mistyped digits that is no day
 * ({@code 19601345}) is missing, not guessed.
 */
public final class Dates {

    private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 2199;

    private Dates() {}

    /** The date as {@code yyyy-MM-dd}, or missing with the rule that says why. */
    public static Standardised standardise(@Nullable String raw, DateReading reading) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String text = raw.trim();
        if (text.isEmpty()) {
            return Standardised.MISSING;
        }
        int iso = isoDay(text);
        if (iso > 0) {
            Rule rule = check(iso, reading);
            return rule == null ? Standardised.of(text) : Standardised.setAside(rule);
        }
        if (FreeText.isPlaceholder(PlainLetters.fold(text))) {
            return Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        return other(text, reading);
    }

    /**
     * The eight digits, year, month, day, of a date that has the form of one but never was; {@code null} for every other
     * value. A month or day of nought says that it is not known, and gives none.
     */
    public static @Nullable String digitsOfImpossible(String raw, DateReading reading) {
        String text = raw.trim();
        int digits = isoDay(text);
        if (digits == 0) {
            DateParts parts = DateParts.read(text);
            digits = parts == null ? 0 : new Reader(parts, reading).find().tried();
        }
        int year = digits / 10_000;
        boolean partial = digits / 100 % 100 == 0 || digits % 100 == 0;
        boolean mistyped = year >= EARLIEST_YEAR && year <= LATEST_YEAR && !partial;
        return mistyped && check(digits, reading) == Rule.DATE_IMPOSSIBLE ? Integer.toString(digits) : null;
    }

    /** The day of a date that reads well, as a number {@code yyyymmdd}; 0 for no date, -1 for one that never was. */
    public static int day(String text, DateReading reading) {
        int iso = isoDay(text);
        if (iso > 0) {
            return check(iso, reading) == Rule.DATE_IMPOSSIBLE ? -1 : iso;
        }
        DateParts parts = DateParts.read(text);
        if (parts == null) {
            return 0;
        }
        Found found = new Reader(parts, reading).find();
        return found.day() > 0 ? found.day() : found.day() == Reader.IMPOSSIBLE ? -1 : 0;
    }

    /** The day as a number {@code yyyymmdd} in exactly this order of parts, repairing nothing; 0 where there is none. */
    public static int dayInOrder(String text, DateOrder order) {
        DateParts parts = DateParts.read(text);
        if (parts == null || (order == DateOrder.DAY_NUMBER) != parts.isDayNumber()) {
            return 0;
        }
        if (order == DateOrder.YEAR_MONTH_DAY && !parts.canBeginWithYear()) {
            return 0;
        }
        Found found = new Reader(parts, DateReading.of(order)).find();
        boolean asWritten = found.rule() != Rule.DATE_ORDER_REPAIRED;
        return found.day() > 0 && asWritten ? found.day() : 0;
    }

    private static Standardised other(String text, DateReading reading) {
        DateParts parts = DateParts.read(text);
        if (parts == null) {
            return Standardised.setAside(Rule.DATE_UNREADABLE);
        }
        Found found = new Reader(parts, reading).find();
        long rules = (parts.hasTime() ? Rule.DATE_TIME_REMOVED.bit() : 0);
        if (found.day() <= 0) {
            Rule why = switch (found.day()) {
                case Reader.PARTIAL -> Rule.DATE_PARTIAL;
                case Reader.IMPOSSIBLE -> Rule.DATE_IMPOSSIBLE;
                case Reader.NONE_GIVEN -> Rule.DATE_PLACEHOLDER;
                default -> Rule.DATE_UNREADABLE;
            };
            return Standardised.setAside(why);
        }
        Rule wrong = check(found.day(), reading);
        if (wrong != null) {
            return Standardised.setAside(wrong);
        }
        Rule how = found.rule();
        if (how != null) {
            rules |= how.bit();
        }
        return new Standardised(write(found.day()), rules | Rule.DATE_REFORMATTED.bit());
    }

    /** What is wrong with the day {@code yyyymmdd}; {@code null} when nothing is. */
    private static @Nullable Rule check(int day, DateReading reading) {
        int year = day / 10_000;
        int month = day / 100 % 100;
        int dayOfMonth = day % 100;
        if (year >= 9990 || day == 0) {
            return Rule.DATE_PLACEHOLDER;
        }
        if (!exists(year, month, dayOfMonth)) {
            return Rule.DATE_IMPOSSIBLE;
        }
        LocalDate date = LocalDate.of(year, month, dayOfMonth);
        if (reading.placeholders().contains(date) || year == 1 || day == 11_111_111) {
            return Rule.DATE_PLACEHOLDER;
        }
        if (year < EARLIEST_YEAR) {
            return Rule.DATE_TOO_EARLY;
        }
        LocalDate latest = reading.latest();
        if (year > LATEST_YEAR || (latest != null && date.isAfter(latest))) {
            return Rule.DATE_FUTURE;
        }
        return null;
    }

    static boolean exists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        return switch (month) {
            case 4, 6, 9, 11 -> day <= 30;
            case 2 -> day <= 28 || (day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
            default -> true;
        };
    }

    /** The number {@code yyyymmdd} of text that is exactly {@code yyyy-MM-dd}; 0 otherwise. */
    private static int isoDay(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return 0;
        }
        int day = 0;
        for (int i = 0; i < 10; i++) {
            if (i == 4 || i == 7) {
                continue;
            }
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            day = day * 10 + digit;
        }
        return day;
    }

    static String write(int day) {
        char[] out = new char[10];
        int rest = day;
        for (int i = 9; i >= 0; i--) {
            if (i == 4 || i == 7) {
                out[i] = '-';
            } else {
                out[i] = (char) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return new String(out);
    }

    /**
     * A day {@code yyyymmdd}, or why there is none, and the rule that found it.
     *
     * @param tried the digits {@code yyyymmdd} that are no day, where there is none but a full year was given; else 0
     */
    private record Found(int day, @Nullable Rule rule, int tried) {}

    /** Decides which of a date's numbers is the day. */
    private record Reader(DateParts parts, DateReading reading) {

        static final int UNREADABLE = 0;
        static final int IMPOSSIBLE = -1;
        static final int PARTIAL = -2;
        static final int NONE_GIVEN = -3;

        /** What the parts say. */
        Found find() {
            if (parts.monthAt() >= 0) {
                return named();
            }
            return switch (parts.count()) {
                case 1 -> together();
                case 2 -> answer(parts.firstDigits() + parts.secondDigits() >= 5 ? PARTIAL : UNREADABLE, null);
                default -> separated();
            };
        }

        private Found named() {
            if (parts.count() < 3) {
                return answer(parts.count() == 2 ? PARTIAL : UNREADABLE, null);
            }
            return switch (parts.monthAt()) {
                case 0 -> day(parts.third(), parts.thirdDigits(), parts.first(), parts.second());
                case 1 ->
                    parts.firstDigits() == 4
                            ? day(parts.first(), 4, parts.second(), parts.third())
                            : day(parts.third(), parts.thirdDigits(), parts.second(), parts.first());
                default -> answer(UNREADABLE, null);
            };
        }

        private Found together() {
            int number = parts.first();
            return switch (parts.firstDigits()) {
                case 8 -> eightDigits(number);
                case 6 -> sixDigits(number / 10_000, number / 100 % 100, number % 100);
                case 5 -> dayNumber(number);
                case 4 -> reading.order() == DateOrder.DAY_NUMBER ? dayNumber(number) : answer(PARTIAL, null);
                default -> answer(UNREADABLE, null);
            };
        }

        private Found eightDigits(int number) {
            return switch (reading.order()) {
                case DAY_MONTH_YEAR -> day(number % 10_000, 4, number / 10_000 % 100, number / 1_000_000);
                case MONTH_DAY_YEAR -> day(number % 10_000, 4, number / 1_000_000, number / 10_000 % 100);
                case YEAR_MONTH_DAY, DAY_NUMBER -> day(number / 10_000, 4, number / 100 % 100, number % 100);
            };
        }

        private Found sixDigits(int a, int b, int c) {
            return switch (reading.order()) {
                case DAY_MONTH_YEAR -> day(c, 2, b, a);
                case MONTH_DAY_YEAR -> day(c, 2, a, b);
                case YEAR_MONTH_DAY, DAY_NUMBER -> day(a, 2, b, c);
            };
        }

        private static Found dayNumber(int number) {
            LocalDate date = SPREADSHEET_DAY_ZERO.plusDays(number);
            int day = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
            return answer(day, Rule.DATE_DAY_NUMBER);
        }

        private Found separated() {
            if (parts.firstDigits() >= 3) {
                return parts.firstDigits() == 4
                        ? day(parts.first(), 4, parts.second(), parts.third())
                        : answer(UNREADABLE, null);
            }
            if (parts.thirdDigits() == 1 || parts.thirdDigits() == 3 || parts.thirdDigits() > 4) {
                return answer(UNREADABLE, null);
            }
            int digits = parts.thirdDigits();
            return switch (reading.order()) {
                case MONTH_DAY_YEAR -> either(digits, parts.first(), parts.second());
                case YEAR_MONTH_DAY ->
                    digits == 2
                            ? day(parts.first(), parts.firstDigits(), parts.second(), parts.third())
                            : either(digits, parts.second(), parts.first());
                case DAY_MONTH_YEAR, DAY_NUMBER -> either(digits, parts.second(), parts.first());
            };
        }

        /** Reads month and day as the column has them, and the other way round where only that is a date. */
        private Found either(int yearDigits, int month, int day) {
            Found asUsual = day(parts.third(), yearDigits, month, day);
            if (asUsual.day() != IMPOSSIBLE || month <= 12 || day > 12) {
                return asUsual;
            }
            Found swapped = day(parts.third(), yearDigits, day, month);
            return swapped.day() > 0 ? answer(swapped.day(), Rule.DATE_ORDER_REPAIRED) : swapped;
        }

        private Found day(int year, int yearDigits, int month, int day) {
            int whole = year;
            Rule rule = null;
            if (yearDigits <= 2) {
                whole = century(year, month, day);
                rule = Rule.DATE_TWO_DIGIT_YEAR;
            }
            if (year == 0 && month == 0 && day == 0) {
                return answer(NONE_GIVEN, rule);
            }
            if (whole >= 9990 && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
                return answer(whole * 10_000 + month * 100 + day, rule);
            }
            int digits = whole * 10_000 + month * 100 + day;
            if (exists(whole, month, day)) {
                return answer(digits, rule);
            }
            boolean eightDigits = yearDigits == 4 && month <= 99 && day <= 99;
            return new Found(IMPOSSIBLE, rule, eightDigits ? digits : 0);
        }

        /** The full year of a two-digit one: the latest that is not after the latest day. */
        private int century(int year, int month, int day) {
            LocalDate latest = reading.latest();
            if (latest == null) {
                return year >= 30 ? 1900 + year : 2000 + year;
            }
            int century = latest.getYear() / 100 * 100;
            int whole = century + year;
            boolean late = whole > latest.getYear()
                    || (whole == latest.getYear()
                            && month * 100 + day > latest.getMonthValue() * 100 + latest.getDayOfMonth());
            return late ? whole - 100 : whole;
        }

        private static Found answer(int day, @Nullable Rule rule) {
            return new Found(day, rule, 0);
        }
    }
}
