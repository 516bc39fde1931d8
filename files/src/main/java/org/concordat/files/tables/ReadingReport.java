package org.concordat.files.tables;

import java.util.List;

/**
 * What reading a table met: never a value, only numbers and names of columns.
 *
 * @param format what the file was taken for, {@code CSV, semicolon, windows-1252} for example
 * @param rows good rows read so far
 * @param setAside rows that could not be read, with their number and why; at most the first thousand
 * @param setAsideCount how many could not be read in all
 * @param notes whatever else the supplier should know, one sentence each: {@code The first row looks like data, not
 *     like a header.}
 */
public record ReadingReport(
        String format, long rows, List<SetAsideRow> setAside, long setAsideCount, List<String> notes) {

    public ReadingReport {
        setAside = List.copyOf(setAside);
        notes = List.copyOf(notes);
    }

    /** A report with nothing to note. */
    public ReadingReport(String format, long rows, List<SetAsideRow> setAside, long setAsideCount) {
        this(format, rows, setAside, setAsideCount, List.of());
    }

    /**
     * A row that could not be read.
     *
     * @param rowNumber counting data rows from 1
     * @param reason what was wrong, without any value of the row: {@code 9 fields where the header has 11}
     */
    public record SetAsideRow(long rowNumber, String reason) {}
}
