package org.concordat.files.tables;

import java.util.List;

/**
 * What reading a table met: never a value, only numbers.
 *
 * @param format what the file was taken for, {@code CSV, semicolon, windows-1252} for example
 * @param rows good rows read so far
 * @param setAside rows that could not be read, with their number and why; at most the first thousand
 * @param setAsideCount how many could not be read in all
 */
public record ReadingReport(String format, long rows, List<SetAsideRow> setAside, long setAsideCount) {

    /**
     * A row that could not be read.
     *
     * @param rowNumber counting data rows from 1
     * @param reason what was wrong, without any value of the row: {@code 9 fields where the header has 11}
     */
    public record SetAsideRow(long rowNumber, String reason) {}
}
