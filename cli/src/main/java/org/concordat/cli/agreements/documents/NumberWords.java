package org.concordat.cli.agreements.documents;

import java.util.List;

/** Whole numbers in English words, as contracts repeat them: 90 is "ninety". From 0 to 999,999. */
final class NumberWords {

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private NumberWords() {}

    static String of(int number) {
        if (number < 0 || number > 999_999) {
            throw new IllegalArgumentException("number: 0 to 999999, given " + number);
        }
        if (number < 20) {
            return SMALL.get(number);
        }
        if (number < 100) {
            return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + SMALL.get(number % 10));
        }
        int unit = number < 1_000 ? 100 : 1_000;
        int rest = number % unit;
        String joint = rest == 0 ? "" : rest < 100 ? " and " + of(rest) : " " + of(rest);
        return of(number / unit) + (unit == 100 ? " hundred" : " thousand") + joint;
    }

    /** A number of days in figures and words: "90 (ninety) days". */
    static String days(int days) {
        return days + " (" + of(days) + ") " + (days == 1 ? "day" : "days");
    }
}
