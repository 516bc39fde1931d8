package org.concordat.files.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.concordat.files.FilesException;
import org.jspecify.annotations.Nullable;

/**
 * A table in delimited text, parsed by FastCSV.
 *
 * <p>Where a row cannot be parsed, or a quote has swallowed rows, that row alone is set aside and reading begins again
 * at the next physical line.
 */
final class DelimitedTable extends ReadTable {

    // Each new beginning costs a buffer; a file with more quotes out of place than this is in another dialect.
    private static final int MOST_NEW_BEGINNINGS = 100_000;

    private final TextReader text;
    private final Dialect dialect;
    private final ReadOptions.Limits limits;
    private final boolean packed;
    private final RewindingReader reader;
    private final RowBuffer row;
    private final Header header;
    private Iterator<RowBuffer> rows;
    /** The line of the file that the parser in use calls line 1. */
    private long firstLine;

    private int newBeginnings;

    /** @param whole all text, of which {@code text} has delivered a first part for sniffing already */
    DelimitedTable(String fileName, TextReader text, Reader whole, Dialect dialect, ReadOptions options, boolean packed)
            throws IOException {
        super(fileName, text);
        this.text = text;
        this.dialect = dialect;
        this.limits = options.limits();
        this.packed = packed;
        this.row = new RowBuffer(limits.columns() + 1);
        Reader unescaped = dialect.backslashEscapes() ? new BackslashReader(whole, dialect.quote()) : whole;
        this.reader = new RewindingReader(unescaped, limits.rowCharacters());
        this.firstLine = dialect.skippedLines() + 1L;
        if (dialect.skippedLines() > 0) {
            reader.rewindTo(firstLine);
            note("Skipped above the header: " + counted(dialect.skippedLines(), "line") + ".");
        }
        this.rows = newRows();
        this.header = readHeader();
        header.notes().forEach(this::note);
    }

    private Iterator<RowBuffer> newRows() {
        return CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(limits.fieldCharacters())
                .build(row, reader)
                .iterator();
    }

    private Header readHeader() throws IOException {
        try {
            do {
                if (!rows.hasNext()) {
                    throw Foreign.empty(fileName());
                }
                rows.next();
            } while (row.filledFields() == 0);
        } catch (CsvParseException | UncheckedIOException trouble) {
            rethrowIfWorld(trouble);
            throw new FilesException(
                    "FILE-HEADER-BROKEN",
                    "The header of " + fileName() + ", taken as " + format() + ", cannot be read: a quote in it is out"
                            + " of place, or it never ends. Export the file again as CSV.");
        }
        if (row.hasControlCharacters()) {
            throw Foreign.binary(fileName());
        }
        List<@Nullable String> written = new ArrayList<>();
        for (int i = 0; i < row.filledFields(); i++) {
            written.add(i <= limits.columns() ? row.value(i) : "x");
        }
        return Header.of(fileName(), written, limits);
    }

    @Override
    public List<String> columnNames() {
        return header.names();
    }

    @Override
    boolean readRow() throws IOException {
        while (true) {
            try {
                reader.keepFrom(firstLine + row.startLine() - 1);
                if (!rows.hasNext()) {
                    return false;
                }
                rows.next();
            } catch (CsvParseException | UncheckedIOException trouble) {
                rethrowIfWorld(trouble);
                countRow();
                setAside(reason(trouble));
                beginAgainBelow(firstLine + row.startLine() - 1);
                continue;
            }
            if (row.filledFields() > 0 && isGood()) {
                return true;
            }
        }
    }

    private static void rethrowIfWorld(RuntimeException trouble) throws IOException {
        if (trouble instanceof UncheckedIOException wrapped
                && !(wrapped.getCause() instanceof RewindingReader.RowTooLong)) {
            throw wrapped.getCause();
        }
    }

    private String reason(RuntimeException trouble) {
        String said = String.valueOf(trouble.getMessage());
        if (trouble instanceof UncheckedIOException) {
            return "longer than " + limits.rowCharacters() + " characters";
        }
        return said.contains("maximum buffer size")
                ? "a field longer than " + limits.fieldCharacters() + " characters, or a quote that is not closed"
                : "a quote that is not closed, or text after a closing quote";
    }

    private boolean isGood() throws IOException {
        countRow();
        int columns = header.names().size();
        boolean rightWidth = row.fields() >= columns && row.filledFields() <= columns;
        if (row.hasLineBreaks() && swallowedRows(rightWidth, columns)) {
            setAside("a quote that is not closed");
            beginAgainBelow(firstLine + row.startLine() - 1);
            return false;
        }
        if (!rightWidth) {
            int given = row.fields() < columns ? row.fields() : row.filledFields();
            setAside(given + " fields where the header has " + columns);
            return false;
        }
        if (row.hasControlCharacters()) {
            setAside("a control character, which no text holds");
            return false;
        }
        return true;
    }

    // A note of several lines is welcome; lines within one field that are rows by their delimiters are not.
    private boolean swallowedRows(boolean rightWidth, int columns) {
        RowBuffer.SwallowedLines lines = row.swallowedLines(dialect.delimiter(), columns);
        if (rightWidth) {
            return columns > 1 && lines.whole() >= 3 && lines.likeRows() == lines.whole();
        }
        return lines.whole() == 0 || lines.likeRows() > 0;
    }

    private void beginAgainBelow(long line) throws IOException {
        if (++newBeginnings > MOST_NEW_BEGINNINGS) {
            throw new FilesException(
                    "FILE-QUOTES",
                    "More than " + MOST_NEW_BEGINNINGS + " rows of " + fileName() + " have quotes out of place, taken"
                            + " as " + format() + ". Export it again as CSV with quotes inside values doubled.");
        }
        firstLine = line + 1;
        reader.rewindTo(firstLine);
        rows = newRows();
    }

    @Override
    @Nullable String rawValue(int column) {
        if (column >= header.names().size()) {
            throw new IndexOutOfBoundsException(
                    "column " + column + " of " + header.names().size());
        }
        return row.value(column);
    }

    @Override
    String format() {
        return "CSV, " + dialect.delimiterName() + ", " + text.encoding() + (packed ? ", gzip" : "");
    }

    @Override
    List<String> runningNotes() {
        long bent = text.bentCharacters();
        return bent == 0
                ? List.of()
                : List.of(counted(bent, "character") + " broke the encoding and " + (bent == 1 ? "was" : "were")
                        + " read by guess.");
    }
}
