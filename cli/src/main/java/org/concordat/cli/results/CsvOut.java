package org.concordat.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a comma-separated table as RFC 4180 describes, in UTF-8 with line feeds, without making garbage a row. For one
 * thread. Trouble with the stream comes as an {@link UncheckedIOException}.
 */
public final class CsvOut {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private boolean rowBegun;

    /** Writes to the stream and leaves it open. */
    public CsvOut(OutputStream out) {
        this.out = out;
    }

    /** Writes the header. */
    public void header(String... names) {
        for (String name : names) {
            text(name);
        }
        endRow();
    }

    private void beginCell() {
        if (rowBegun) {
            put((byte) ',');
        }
        rowBegun = true;
    }

    private void put(byte one) {
        if (used == buffer.length) {
            flush();
        }
        buffer[used++] = one;
    }

    /** Writes a cell, quoted where it must be. */
    public void text(String value) {
        beginCell();
        int length = value.length();
        if (length > buffer.length - used) {
            flush();
        }
        if (length > buffer.length || !copied(value, length)) {
            quotedOrWide(value);
        }
    }

    /** Copies a value of plain characters alone; of any other it leaves no trace. */
    private boolean copied(String value, int length) {
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == ',' || c == '"' || c >= 0x7f) {
                return false;
            }
            buffer[used + i] = (byte) c;
        }
        used += length;
        return true;
    }

    private void quotedOrWide(String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !value.equals(value.strip());
        String written = quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
        for (byte one : written.getBytes(StandardCharsets.UTF_8)) {
            put(one);
        }
    }

    /** Writes a whole number with a letter before it: {@code P12}. */
    public void numbered(char letter, int number) {
        beginCell();
        put((byte) letter);
        digits(number);
    }

    /** Writes a whole number divided by a power of ten: 12345 with 4 decimals as {@code 1.2345}. */
    public void decimal(long scaled, int decimals) {
        beginCell();
        if (scaled < 0) {
            put((byte) '-');
        }
        long amount = Math.abs(scaled);
        digits(amount / POWERS[decimals]);
        if (decimals > 0) {
            put((byte) '.');
            long rest = amount % POWERS[decimals];
            for (int d = decimals - 1; d >= 0; d--) {
                put((byte) ('0' + rest / POWERS[d] % 10));
            }
        }
    }

    private void digits(long amount) {
        long power = 1;
        while (amount / power >= 10) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            put((byte) ('0' + amount / power % 10));
        }
    }

    /** Ends the row. */
    public void endRow() {
        put((byte) '\n');
        rowBegun = false;
    }

    /** Hands everything to the stream. */
    public void flush() {
        try {
            out.write(buffer, 0, used);
            used = 0;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
