package org.concordat.files.values;

import org.jspecify.annotations.Nullable;

/** Free text such as towns, regions, birth places and occupations: lower case, plain letters, one space between words. */
public final class FreeText {

    private FreeText() {}

    /** Letters and digits in words with one space between; punctuation parts words, apostrophes vanish. */
    public static Standardised standardise(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String folded = PlainLetters.fold(raw);
        if (folded.isEmpty()) {
            return Standardised.MISSING;
        }
        if (isPlaceholder(folded)) {
            return Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        String words = words(folded);
        if (words.isEmpty()) {
            return Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        if (words.length() != folded.length() && isPlaceholder(words)) {
            return Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        return new Standardised(words, PlainLetters.hasForeignLetters(raw) ? Rule.TEXT_ACCENT_REMOVED.bit() : 0);
    }

    /** Whether folded text only says that nothing is known: {@code unknown}, {@code n/a}, {@code --}, {@code xxx}. */
    public static boolean isPlaceholder(String folded) {
        if (folded.length() > 16) {
            return false;
        }
        String joined = joined(folded);
        return joined.isEmpty() || Words.TEXT_UNKNOWN.contains(joined);
    }

    /** The letters and digits of folded text with nothing between. */
    static String joined(String folded) {
        int length = folded.length();
        int at = 0;
        while (at < length && Character.isLetterOrDigit(folded.charAt(at))) {
            at++;
        }
        if (at == length) {
            return folded;
        }
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; ) {
            int c = folded.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** The words of folded text, one space between. */
    static String words(String folded) {
        int length = folded.length();
        boolean plain = true;
        for (int i = 0; i < length && plain; i++) {
            char c = folded.charAt(i);
            plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ';
        }
        if (plain) {
            return folded;
        }
        StringBuilder out = new StringBuilder(length);
        boolean gap = false;
        for (int i = 0; i < length; ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(c);
            } else if (c != '\'') {
                gap = true;
            }
        }
        return out.toString();
    }
}
