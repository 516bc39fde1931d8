package org.concordat.measures.standardised;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ages that are counted together, in completed years, both ends in it. Prints as published tables do: 0-4, 1, 90+.
 *
 * @param from the youngest age, 0 or more
 * @param to the oldest, or {@link #OPEN} where there is none
 */
public record AgeBand(int from, int to) implements Comparable<AgeBand> {
    /** The end of a band that has none. */
    public static final int OPEN = Integer.MAX_VALUE;

    private static final Pattern SPAN = Pattern.compile("(\\d{1,3}) ?(?:-|\u2013|\u2014|to|_) ?(\\d{1,3})");
    private static final Pattern AND_OVER =
            Pattern.compile("(\\d{1,3}) ?(?:\\+|plus|and over|and above|or over|or more|years and over|over)");
    private static final Pattern UNDER = Pattern.compile("(?:<|under|less than) ?(\\d{1,3})");
    private static final Pattern ALONE = Pattern.compile("(\\d{1,3})");

    public AgeBand {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "an age band runs from an age of 0 or more to one not below it, given " + from + " to " + to);
        }
    }

    /** From this age on. */
    public static AgeBand andOver(int from) {
        return new AgeBand(from, OPEN);
    }

    /**
     * Reads a band as published tables write it: "0-4", "5 to 9", "Aged 85 years and over", "90+", "under 1", "7". A
     * number alone is that one year of age; see {@link #startingAt} for tables that name bands by their youngest age.
     */
    public static AgeBand parse(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^aged? *", "")
                .replace("years", "")
                .replace("yrs", "")
                .replaceAll(" +", " ")
                .strip();
        Matcher span = SPAN.matcher(plain);
        if (span.matches()) {
            return new AgeBand(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)));
        }
        Matcher over = AND_OVER.matcher(plain);
        if (over.matches()) {
            return andOver(Integer.parseInt(over.group(1)));
        }
        Matcher under = UNDER.matcher(plain);
        if (under.matches() && !under.group(1).equals("0")) {
            return new AgeBand(0, Integer.parseInt(under.group(1)) - 1);
        }
        if (ALONE.matcher(plain).matches()) {
            int age = Integer.parseInt(plain);
            return new AgeBand(age, age);
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no age band; expected one like 0-4, 5 to 9, under 1, 85 and over or 90+");
    }

    /** The bands of a table that names each by its youngest age, in that order; the last is open. */
    public static List<AgeBand> startingAt(List<Integer> youngest) {
        TreeSet<Integer> sorted = new TreeSet<>(youngest);
        if (sorted.size() != youngest.size()) {
            throw new IllegalArgumentException("each age band stands once, given the youngest ages " + youngest);
        }
        List<AgeBand> bands = new ArrayList<>();
        for (int from : youngest) {
            Integer next = sorted.higher(from);
            bands.add(new AgeBand(from, next == null ? OPEN : next - 1));
        }
        return bands;
    }

    /** Whether it has no oldest age. */
    public boolean isOpen() {
        return to == OPEN;
    }

    /** Whether every age of {@code other} is in it. */
    public boolean holds(AgeBand other) {
        return from <= other.from && other.to <= to;
    }

    @Override
    public int compareTo(AgeBand other) {
        return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }

    @Override
    public String toString() {
        if (isOpen()) {
            return from + "+";
        }
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}
