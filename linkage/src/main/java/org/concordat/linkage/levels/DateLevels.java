package org.concordat.linkage.levels;

import java.util.List;

/**
 * The levels of agreement of two dates of birth, given as numbers {@code yyyymmdd}.
 *
 * <p>The digits need not make a date that existed: a date with a typing error in its month still agrees in seven digits
 * with the right one.
 */
final class DateLevels {
    static final List<String> NAMES = List.of(
            "the same date",
            "one digit wrong",
            "day and month swapped, or two neighbouring digits",
            "same day and month, year within ten",
            "same year, and same month or same day",
            "within 31 days",
            "within one year",
            "within ten years",
            "different");

    private DateLevels() {}

    static int of(int a, int b) {
        if (a == b) {
            return 1;
        }
        int apart = digitsApart(a, b);
        if (apart == 1) {
            return 2;
        }
        int yearA = a / 10000;
        int yearB = b / 10000;
        int monthA = a / 100 % 100;
        int monthB = b / 100 % 100;
        int dayA = a % 100;
        int dayB = b % 100;
        if (apart == 2 && swapped(a, b) || yearA == yearB && monthA == dayB && dayA == monthB) {
            return 3;
        }
        if (monthA == monthB && dayA == dayB && Math.abs(yearA - yearB) <= 10) {
            return 4;
        }
        if (yearA == yearB && (monthA == monthB || dayA == dayB)) {
            return 5;
        }
        // Days counted with months of 31 days: near enough for a level, and no calendar needed.
        int days = Math.abs((yearA - yearB) * 372 + (monthA - monthB) * 31 + dayA - dayB);
        if (days <= 31) {
            return 6;
        }
        if (days <= 372) {
            return 7;
        }
        return days <= 3720 ? 8 : 9;
    }

    private static int digitsApart(int a, int b) {
        int apart = 0;
        while (a != b) {
            if (a % 10 != b % 10) {
                apart++;
            }
            a /= 10;
            b /= 10;
        }
        return apart;
    }

    private static boolean swapped(int a, int b) {
        while (a % 10 == b % 10) {
            a /= 10;
            b /= 10;
        }
        return a % 10 == b / 10 % 10 && a / 10 % 10 == b % 10;
    }
}
