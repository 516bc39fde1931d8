package org.concordat.files.tables;

import org.jspecify.annotations.Nullable;

/** White space at the ends of a value: blanks, tabs, line breaks, no-break spaces and stray byte order marks. */
final class Trimming {

    private Trimming() {}

    static boolean isWhite(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff' || c == '\u200b' || c == '\u3000';
    }

    /** Characters that no text holds; tab, line breaks, form feed and the old end-of-file mark are borne. */
    static boolean isControl(char c) {
        return c < ' ' && (c < '\t' || (c > '\r' && c != 0x1A));
    }

    /** The value without white space at its ends, {@code null} when nothing is left. */
    static @Nullable String trimmed(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isWhite(raw.charAt(start))) {
            start++;
        }
        while (end > start && isWhite(raw.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : raw.substring(start, end);
    }
}
