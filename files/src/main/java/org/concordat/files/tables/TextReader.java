package org.concordat.files.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.concordat.files.FilesException;

/**
 * Turns bytes into text and bears what agencies' files do.
 *
 * <p>A file that was plain ASCII so far and then holds a byte that is not UTF-8 is read on as windows-1252: the first
 * accented name often stands far down a file. A file that has proved to be UTF-8 and then breaks it was put together
 * from two systems: each such byte alone is read as windows-1252, and counted. With an encoding that the caller named,
 * a broken character is an error instead.
 */
final class TextReader extends Reader {

    private static final int BUFFER_BYTES = 1 << 15;

    private final String fileName;
    private final InputStream in;
    private final boolean named;
    private final ByteBuffer bytes = ByteBuffer.wrap(new byte[BUFFER_BYTES]).limit(0);
    private Charset charset;
    private CharsetDecoder decoder;
    private boolean atEnd;
    private boolean provedUtf8;
    private long bentCharacters;

    /** @param named whether the caller named the charset, so that it must not be left */
    TextReader(String fileName, InputStream in, Charset charset, boolean certainUtf8, boolean named) {
        this.fileName = fileName;
        this.in = in;
        this.named = named;
        this.charset = charset;
        this.provedUtf8 = certainUtf8;
        this.decoder = strictDecoder(charset);
    }

    /** The encoding in use, which can change from UTF-8 to windows-1252 while reading. */
    String encoding() {
        return charset.name();
    }

    /** How many characters broke the encoding and were read by guess or replaced. */
    long bentCharacters() {
        return bentCharacters;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        while (out.position() == 0) {
            if (!bytes.hasRemaining() && atEnd) {
                return -1;
            }
            CoderResult result = decodeInto(out);
            if (result.isError()) {
                bend(result.length(), out);
            } else if (result.isUnderflow() && !atEnd) {
                fill();
            } else if (result.isOverflow() && out.position() == 0) {
                return oneAtATime(target, offset, length);
            }
        }
        return out.position();
    }

    private CoderResult decodeInto(CharBuffer out) {
        int bytesBefore = bytes.position();
        int charsBefore = out.position();
        CoderResult result = decoder.decode(bytes, out, atEnd);
        provedUtf8 |= charset.equals(StandardCharsets.UTF_8)
                && bytes.position() - bytesBefore != out.position() - charsBefore;
        return result;
    }

    // A target of one character has no room for a character outside the basic plane.
    private int oneAtATime(char[] target, int offset, int length) {
        char[] pair = new char[2];
        CharBuffer out = CharBuffer.wrap(pair);
        decoder.decode(bytes, out, atEnd);
        target[offset] = '\ufffd';
        bentCharacters++;
        return Math.min(1, length);
    }

    private void bend(int badBytes, CharBuffer out) {
        if (named) {
            throw new FilesException(
                    "FILE-ENCODING",
                    fileName + " is not in " + charset.name() + " as was said: it holds bytes that mean nothing in it."
                            + " Leave the encoding out to have it found, or name another.");
        }
        if (charset.equals(StandardCharsets.UTF_8) && !provedUtf8) {
            charset = Encodings.WINDOWS_1252;
            decoder = strictDecoder(charset);
            return;
        }
        bentCharacters++;
        if (charset.equals(StandardCharsets.UTF_8)) {
            byte[] one = {bytes.get()};
            out.put(Encodings.WINDOWS_1252.decode(ByteBuffer.wrap(one)));
        } else {
            bytes.position(bytes.position() + badBytes);
            out.put('\ufffd');
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            atEnd = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private static CharsetDecoder strictDecoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
