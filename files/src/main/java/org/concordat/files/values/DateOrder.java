package org.concordat.files.values;

/** How the dates of one column are written. Names of months and separators are read in any of them. */
public enum DateOrder {
    /** {@code 1980-02-29}, {@code 19800229}, {@code 1980/2/29}. */
    YEAR_MONTH_DAY("year, month, day"),
    /** {@code 29/02/1980}, {@code 29.2.80}, {@code 29021980}, {@code 29-Feb-1980}. */
    DAY_MONTH_YEAR("day, month, year"),
    /** {@code 02/29/1980}, {@code Feb 29, 1980}. */
    MONTH_DAY_YEAR("month, day, year"),
    /** A spreadsheet's day number, counted from 30 December 1899: {@code 29280}. */
    DAY_NUMBER("spreadsheet day number");

    private final String words;

    DateOrder(String words) {
        this.words = words;
    }

    /** The order in words, for reports. */
    public String words() {
        return words;
    }
}
