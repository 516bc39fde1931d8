package org.concordat.files.tables;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The characters of one row of delimited text and where its fields lie in them; text objects are made only for values
 * that are asked for.
 *
 * <p>Short values are looked up among those made lately, since most columns hold few values many times.
 */
final class RowBuffer extends AbstractBaseCsvCallbackHandler<RowBuffer> {

    private static final int RECENT = 1 << 12;
    private static final int LONGEST_RECENT = 12;

    private final int mostFields;
    private final @Nullable String[] recent = new @Nullable String[RECENT];
    private char[] characters = new char[1 << 10];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int used;
    private int fields;
    private int filledFields;
    private int fieldsWithLineBreaks;
    private boolean control;
    private long startLine;

    RowBuffer(int mostFields) {
        this.mostFields = mostFields;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        startLine = startingLineNumber;
        used = 0;
        fields = 0;
        filledFields = 0;
        fieldsWithLineBreaks = 0;
        control = false;
    }

    @Override
    protected void handleField(int index, char[] source, int offset, int length, boolean quoted) {
        fields++;
        if (index >= mostFields) {
            return;
        }
        makeRoom(index, length);
        int start = offset;
        int end = offset + length;
        while (start < end && Trimming.isWhite(source[start])) {
            start++;
        }
        while (end > start && Trimming.isWhite(source[end - 1])) {
            end--;
        }
        starts[index] = used;
        copy(source, start, end);
        ends[index] = used;
        if (end > start) {
            filledFields = index + 1;
        }
    }

    private void copy(char[] source, int start, int end) {
        System.arraycopy(source, start, characters, used, end - start);
        used += end - start;
        int lowest = ' ';
        for (int i = start; i < end; i++) {
            lowest = Math.min(lowest, source[i]);
        }
        if (lowest < ' ') {
            lookAtControls(source, start, end);
        }
    }

    private void lookAtControls(char[] source, int start, int end) {
        boolean broken = false;
        for (int i = start; i < end; i++) {
            broken |= source[i] == '\n' || source[i] == '\r';
            control |= Trimming.isControl(source[i]);
        }
        fieldsWithLineBreaks += broken ? 1 : 0;
    }

    private void makeRoom(int index, int length) {
        if (used + length > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(2 * characters.length, used + length));
        }
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, 2 * index);
            ends = Arrays.copyOf(ends, 2 * index);
        }
    }

    @Override
    protected RowBuffer buildRecord() {
        return this;
    }

    /** The line that the row starts in, from 1, counted from where its reader began. */
    long startLine() {
        return startLine;
    }

    /** How many fields there are, with those beyond the most that are kept. */
    int fields() {
        return fields;
    }

    /** How many fields there are up to the last that holds anything; 0 for a blank row. */
    int filledFields() {
        return fields > mostFields ? fields : filledFields;
    }

    /** Whether a character stands in the row that no text holds. */
    boolean hasControlCharacters() {
        return control;
    }

    boolean hasLineBreaks() {
        return fieldsWithLineBreaks > 0;
    }

    /** The field, trimmed; {@code null} when empty. */
    @Nullable String value(int index) {
        int start = starts[index];
        int length = ends[index] - start;
        if (length == 0) {
            return null;
        }
        if (length > LONGEST_RECENT) {
            return new String(characters, start, length);
        }
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (RECENT - 1);
        String known = recent[slot];
        if (known != null && known.length() == length && sameAs(known, start)) {
            return known;
        }
        String made = new String(characters, start, length);
        recent[slot] = made;
        return made;
    }

    private boolean sameAs(String known, int start) {
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != characters[start + i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Counts whole lines that stand within a quoted field, and those of them with as many delimiters as a row has: the
     * mark of a quote that was never closed.
     */
    SwallowedLines swallowedLines(char delimiter, int columns) {
        int whole = 0;
        int likeRows = 0;
        for (int field = 0; field < Math.min(fields, mostFields); field++) {
            int lineBreaks = 0;
            int delimiters = 0;
            for (int i = starts[field]; i < ends[field]; i++) {
                if (characters[i] == delimiter) {
                    delimiters++;
                } else if (characters[i] == '\n') {
                    lineBreaks++;
                    whole += lineBreaks > 1 ? 1 : 0;
                    likeRows += lineBreaks > 1 && delimiters == columns - 1 ? 1 : 0;
                    delimiters = 0;
                }
            }
        }
        return new SwallowedLines(whole, likeRows);
    }

    /**
     * @param whole lines that begin and end within one field
     * @param likeRows those of them that have a row's number of delimiters
     */
    record SwallowedLines(int whole, int likeRows) {}
}
