package org.concordat.files.tables;

import java.io.IOException;
import java.io.Reader;

/**
 * Remembers the text from the start of the current row on, so that reading can begin again at the line below it.
 *
 * <p>That is how a quote which never closes costs one row and not the rest of the file. What is remembered is bounded by
 * the longest row allowed; a row that grows beyond it makes {@link #read} throw {@link RowTooLong}.
 */
final class RewindingReader extends Reader {

    /** The current row is longer than a row may be. */
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;

        RowTooLong() {
            super("row too long");
        }
    }

    private static final int STEP_CHARACTERS = 1 << 14;

    private final Reader in;
    private final int mostCharacters;
    private char[] window = new char[4 * STEP_CHARACTERS];
    private int used;
    private int delivered;
    /** Number of the line that the window starts with, from 1. */
    private long firstLine = 1;

    private long keepFromLine = 1;

    RewindingReader(Reader in, int mostCharacters) {
        this.in = in;
        this.mostCharacters = mostCharacters;
    }

    /** Lines before this one need not be remembered. */
    void keepFrom(long line) {
        keepFromLine = line;
    }

    /** Begins again at the start of a line that is still remembered. */
    void rewindTo(long line) throws IOException {
        keepFromLine = line;
        forget();
        while (firstLine < line) {
            if (!skipLine()) {
                break;
            }
        }
        firstLine = line;
        delivered = 0;
    }

    // Runs through the window, and on through the rest of the file when the line ends beyond it.
    private boolean skipLine() throws IOException {
        while (true) {
            for (int i = 0; i < used; i++) {
                if (window[i] == '\n' || (window[i] == '\r' && followedByOther(i))) {
                    dropFirst(i + 1);
                    firstLine++;
                    return true;
                }
            }
            boolean endsWithReturn = used > 0 && window[used - 1] == '\r';
            used = endsWithReturn ? 1 : 0;
            window[0] = '\r';
            if (!fill(STEP_CHARACTERS)) {
                used = 0;
                return false;
            }
        }
    }

    private boolean followedByOther(int index) {
        return index + 1 < used && window[index + 1] != '\n';
    }

    private boolean fill(int characters) throws IOException {
        if (used + characters > window.length) {
            char[] larger = new char[Math.max(2 * window.length, used + characters)];
            System.arraycopy(window, 0, larger, 0, used);
            window = larger;
        }
        int read = in.read(window, used, characters);
        used += Math.max(0, read);
        return read >= 0;
    }

    private void dropFirst(int characters) {
        used -= characters;
        System.arraycopy(window, characters, window, 0, used);
        delivered = Math.max(0, delivered - characters);
    }

    private void forget() {
        int start = 0;
        int i = 0;
        while (firstLine < keepFromLine && i < delivered) {
            char c = window[i++];
            if (c == '\n' || (c == '\r' && followedByOther(i - 1))) {
                firstLine++;
                start = i;
            }
        }
        if (start > 0) {
            dropFirst(start);
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (delivered == used) {
            forget();
            if (used > mostCharacters) {
                throw new RowTooLong();
            }
            if (!fill(Math.min(length, STEP_CHARACTERS))) {
                return -1;
            }
        }
        int given = Math.min(length, used - delivered);
        System.arraycopy(window, delivered, target, offset, given);
        delivered += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
