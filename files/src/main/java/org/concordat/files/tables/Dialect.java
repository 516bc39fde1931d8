package org.concordat.files.tables;

/**
 * How delimited text is written.
 *
 * @param delimiter between two fields
 * @param quote around a field that holds delimiters or line breaks
 * @param backslashEscapes whether a quote within a quoted field is written {@code \"} and not doubled
 * @param skippedLines lines above the header (a title, {@code sep=;}) that are no part of the table
 */
record Dialect(char delimiter, char quote, boolean backslashEscapes, int skippedLines) {

    /** {@code comma}, {@code tab}; other characters as themselves, control characters by number. */
    String delimiterName() {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case '|' -> "pipe";
            case ' ' -> "space";
            case ':' -> "colon";
            default -> delimiter < ' ' ? "character " + (int) delimiter : String.valueOf(delimiter);
        };
    }
}
