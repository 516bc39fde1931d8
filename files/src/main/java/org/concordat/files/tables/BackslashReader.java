package org.concordat.files.tables;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Rewrites quotes escaped with a backslash as doubled quotes, the one form that the parser below reads. */
final class BackslashReader extends Reader {

    private final PushbackReader in;
    private final char quote;
    private boolean quoteOwed;

    BackslashReader(Reader in, char quote) {
        this.in = new PushbackReader(in, 1);
        this.quote = quote;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int given = 0;
        while (given < length) {
            int next = nextCharacter();
            if (next < 0) {
                return given == 0 && length > 0 ? -1 : given;
            }
            target[offset + given++] = (char) next;
        }
        return given;
    }

    private int nextCharacter() throws IOException {
        if (quoteOwed) {
            quoteOwed = false;
            return quote;
        }
        int c = in.read();
        if (c != '\\') {
            return c;
        }
        int escaped = in.read();
        if (escaped == quote) {
            quoteOwed = true;
            return quote;
        }
        if (escaped >= 0 && escaped != '\\') {
            in.unread(escaped);
        }
        return '\\';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
