package org.concordat.files.values;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text in lower case and plain letters: accents taken off, ligatures and letters like {@code ø}, {@code ß}, {@code þ}
 * written with the letters of a to z, curly apostrophes and long dashes as the plain ones, all white space as one space.
 *
 * <p>Letters of other scripts stay. Folding folded text gives it back.
 */
public final class PlainLetters {

    private PlainLetters() {}

    /** The text folded and trimmed; may be empty. Text already folded is returned as it is. */
    public static String fold(String text) {
        int length = text.length();
        boolean folded = true;
        boolean ascii = true;
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                ascii = false;
                folded = false;
                break;
            }
            if ((c >= 'A' && c <= 'Z') || c < ' ' || c == '`' || c == 0x7f || (c == ' ' && before == ' ')) {
                folded = false;
            }
            before = c;
        }
        if (folded && before != ' ') {
            return text;
        }
        if (ascii) {
            return squeeze(text);
        }
        String current = text;
        for (int round = 0; round < 4; round++) {
            String next = squeeze(plain(current));
            if (next.equals(current)) {
                break;
            }
            current = next;
        }
        return current;
    }

    /** Whether the text has a letter that folding would write with other letters. */
    static boolean hasForeignLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0xC0 && Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String squeeze(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || Character.isWhitespace(c) || c == 0xA0 || Character.isISOControl(c)) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            if (c >= 'A' && c <= 'Z') {
                out.append((char) (c + 32));
            } else {
                out.append(c == '`' ? '\'' : c);
            }
        }
        return out.toString();
    }

    private static String plain(String text) {
        String parts = Normalizer.normalize(text.replace('\u00B4', '\''), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (c < 0x80) {
                out.append(c);
            } else if (!isAccent(c)) {
                append(out, c);
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static boolean isAccent(char c) {
        return (c >= 0x300 && c <= 0x36F)
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x1DFF)
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xFE20 && c <= 0xFE2F)
                || (c >= 0x200B && c <= 0x200F)
                || c == 0xFEFF
                || c == 0xAD;
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case 'ø' -> out.append('o');
            case 'ł' -> out.append('l');
            case 'ß' -> out.append("ss");
            case 'þ' -> out.append("th");
            case 'ð', 'đ' -> out.append('d');
            case 'æ' -> out.append("ae");
            case 'œ' -> out.append("oe");
            case 'ı' -> out.append('i');
            case 'ħ' -> out.append('h');
            case 'ŋ' -> out.append("ng");
            case 'ŧ' -> out.append('t');
            case 'ĸ' -> out.append('k');
            case 'ə' -> out.append('e');
            case '\u2018', '\u2019', '\u201B', '\u2032', '\u02BB', '\u02BC', '\u02B9', '\u02C8' -> out.append('\'');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> out.append('-');
            default -> out.append(c);
        }
    }
}
