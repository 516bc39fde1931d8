package org.concordat.synthetic.agencies;

import java.time.LocalDate;

/** Dates as agencies write them; each takes {@code yyyy-MM-dd} or nothing, and what stands for nothing. */
final class Dates {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Dates() {}

    static String of(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    /** {@code 04/03/1981}. */
    static String british(String date, String missing) {
        return date.isEmpty() ? missing : date.substring(8) + '/' + date.substring(5, 7) + '/' + date.substring(0, 4);
    }

    /** {@code 04/03/81}. */
    static String shortYear(String date, String missing) {
        return date.isEmpty() ? missing : date.substring(8) + '/' + date.substring(5, 7) + '/' + date.substring(2, 4);
    }

    /** {@code 19810304}. */
    static String compact(String date, String missing) {
        return date.isEmpty() ? missing : date.replace("-", "");
    }

    /** {@code 04-Mar-1981}; nothing stays nothing. */
    static String withMonthName(String date, String between) {
        return date.isEmpty()
                ? ""
                : date.substring(8)
                        + between
                        + MONTHS[Integer.parseInt(date.substring(5, 7)) - 1]
                        + between
                        + date.substring(0, 4);
    }
}
