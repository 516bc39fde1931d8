package org.concordat.cli.rates;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The years that a period covers, where its name says so: 2021, 2020/21, 2019-21, 2021-03-21. Months and quarters are not, since
 * trends are looked for over years.
 *
 * @param from the first year
 * @param to the year it ends before
 */
record Period(int from, int to) {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-\\d{2}-\\d{2})?");
    private static final Pattern ACROSS = Pattern.compile("(\\d{4}) ?/ ?(?:\\d{2}|\\d{4})");
    private static final Pattern SPAN = Pattern.compile("(\\d{4}) ?[-\u2013] ?(\\d{2}|\\d{4})");

    static Optional<Period> of(String name) {
        Matcher year = YEAR.matcher(name);
        if (year.matches()) {
            return Optional.of(single(year.group(1)));
        }
        Matcher across = ACROSS.matcher(name);
        if (across.matches()) {
            return Optional.of(single(across.group(1)));
        }
        Matcher span = SPAN.matcher(name);
        if (span.matches()) {
            int from = Integer.parseInt(span.group(1));
            int to = Integer.parseInt(span.group(2));
            to = span.group(2).length() == 2 ? from / 100 * 100 + to : to;
            // 2019-07 may be July; 2017-19 can only be years.
            if (to > from && (span.group(2).length() == 4 || to % 100 > 12)) {
                return Optional.of(new Period(from, to + 1));
            }
        }
        return Optional.empty();
    }

    private static Period single(String year) {
        int from = Integer.parseInt(year);
        return new Period(from, from + 1);
    }

    double middle() {
        return (from + to) / 2.0;
    }
}
