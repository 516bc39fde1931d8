package org.concordat.files.tables;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.concordat.files.FilesException;
import org.jspecify.annotations.Nullable;

/** What every format's table shares: counting rows, setting broken ones aside, and looking one row ahead. */
abstract class ReadTable implements Table {

    private static final int MOST_ROWS_LISTED = 1_000;

    private final String fileName;
    private final Closeable source;
    private final List<ReadingReport.SetAsideRow> setAside = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long setAsideCount;
    private long goodRows;
    private long rowNumber;
    private boolean lookedAhead;
    private boolean foundAhead;
    private boolean closed;

    ReadTable(String fileName, Closeable source) {
        this.fileName = fileName;
        this.source = source;
    }

    /** Moves to the next good row, calling {@link #countRow} once for each data row and {@link #setAside} for bad ones. */
    abstract boolean readRow() throws IOException;

    /** What the file was taken for. */
    abstract String format();

    /** The current row's value, not yet trimmed. */
    abstract @Nullable String rawValue(int column);

    /** Reads up to the first good row, so that a table of nothing is known as such before anybody works with it. */
    final void lookAhead(boolean acceptNoRows) {
        foundAhead = readNext();
        lookedAhead = true;
        if (foundAhead) {
            noteDataAsHeader();
        }
        if (foundAhead || acceptNoRows) {
            return;
        }
        if (setAsideCount == 0) {
            throw new FilesException(
                    "FILE-HEADER-ONLY",
                    fileName + " holds a header (" + columnNames().size() + " columns) and no rows below it. Ask its"
                            + " sender for the rows.");
        }
        ReadingReport.SetAsideRow first = setAside.getFirst();
        throw new FilesException(
                "FILE-NO-GOOD-ROWS",
                "Not one of the " + setAsideCount + " rows of " + fileName + " can be read, taken as " + format()
                        + "; row " + first.rowNumber() + ": " + first.reason()
                        + ". Look whether its first line is its header, and export it again.");
    }

    /** Whether the header is simply the first row, which can be forgotten. */
    boolean headerIsARow() {
        return true;
    }

    private void noteDataAsHeader() {
        List<@Nullable String> firstRow = new ArrayList<>();
        for (int i = 0; i < columnNames().size(); i++) {
            firstRow.add(value(i));
        }
        if (headerIsARow() && Header.looksLikeData(columnNames(), firstRow)) {
            note("The first row looks like data, not like a header; if it is, add a header, for that row is not read.");
        }
    }

    @Override
    public final boolean next() {
        if (closed) {
            throw new IllegalStateException("The table of " + fileName + " is closed.");
        }
        if (lookedAhead) {
            lookedAhead = false;
            return foundAhead;
        }
        return readNext();
    }

    private boolean readNext() {
        try {
            boolean found = readRow();
            if (found) {
                goodRows++;
            }
            return found;
        } catch (IOException trouble) {
            throw Trouble.reading(fileName, trouble);
        }
    }

    @Override
    public final @Nullable String value(int column) {
        String raw = rawValue(column);
        return raw == null ? null : Trimming.trimmed(raw);
    }

    @Override
    public final long rowNumber() {
        return lookedAhead ? 0 : rowNumber;
    }

    @Override
    public final ReadingReport report() {
        boolean notYetHandedOut = lookedAhead && foundAhead;
        return new ReadingReport(
                format(), notYetHandedOut ? goodRows - 1 : goodRows, setAside, setAsideCount, allNotes());
    }

    private List<String> allNotes() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(runningNotes());
        return all;
    }

    /** Notes whose counts still change while rows are read. */
    List<String> runningNotes() {
        return List.of();
    }

    static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    final void note(String sentence) {
        notes.add(sentence);
    }

    final void countRow() {
        rowNumber++;
    }

    final void setAside(String reason) {
        setAsideCount++;
        if (setAside.size() < MOST_ROWS_LISTED) {
            setAside.add(new ReadingReport.SetAsideRow(rowNumber, reason));
        }
    }

    final long setAsideCount() {
        return setAsideCount;
    }

    final String fileName() {
        return fileName;
    }

    @Override
    public final void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            source.close();
        } catch (IOException trouble) {
            throw Trouble.reading(fileName, trouble);
        }
    }
}
