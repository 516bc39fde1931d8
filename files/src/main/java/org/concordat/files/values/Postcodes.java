package org.concordat.files.values;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Postcodes of the United Kingdom as {@code sw1a1aa}, and those of other countries as letters and digits.
 *
 * <p>The forms are A9, A99, AA9, AA99, A9A and AA9A before 9AA; the first letter is none of QVX, the second none of
 * IJZ, the letter of A9A one of ABCDEFGHJKPSTUW and that of AA9A one of ABEHMNPRVWXY, the last two none of CIKMOV (Royal
 * Mail's rules, as in the government's data standards catalogue). GIR 0AA is a
 * postcode though it breaks them. ZZ99 codes mean no place (NHS Organisation Data Service).
 */
public final class Postcodes {

    private static final String NOT_FIRST = "qvx";
    private static final String NOT_SECOND = "ijz";
    private static final String NOT_INWARD = "cikmov";
    private static final String LAST_OF_THREE = "abcdefghjkpstuw";
    private static final String LAST_OF_FOUR = "abehmnprvwxy";

    private Postcodes() {}

    /** A British postcode, or missing; O, I and S typed for 0, 1 and 5 (and the other way round) are put right. */
    public static Standardised british(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String text = bare(raw);
        if (text.isEmpty() || Words.TEXT_UNKNOWN.contains(text)) {
            return raw.isBlank() ? Standardised.MISSING : Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        if (text.startsWith("zz99")) {
            return Standardised.setAside(Rule.POSTCODE_NO_PLACE);
        }
        if (isBritish(text)) {
            return Standardised.of(text);
        }
        String repaired = repaired(text);
        if (repaired != null) {
            return repaired.startsWith("zz99")
                    ? Standardised.setAside(Rule.POSTCODE_NO_PLACE)
                    : Standardised.of(repaired, Rule.POSTCODE_REPAIRED);
        }
        if (Characters.isOneRepeated(text)) {
            return Standardised.setAside(Rule.POSTCODE_PLACEHOLDER);
        }
        return Standardised.setAside(isOutward(text, text.length()) ? Rule.POSTCODE_INCOMPLETE : Rule.POSTCODE_FORM);
    }

    /** A postcode of another country: its letters and digits; missing where they are one digit repeated. */
    public static Standardised foreign(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String text = bare(raw);
        if (text.isEmpty() || Words.TEXT_UNKNOWN.contains(text)) {
            return raw.isBlank() ? Standardised.MISSING : Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        if (text.length() >= 3 && Characters.isOneRepeated(text) && (text.charAt(0) == '0' || text.charAt(0) == '9')) {
            return Standardised.setAside(Rule.POSTCODE_PLACEHOLDER);
        }
        return Standardised.of(text);
    }

    /** Whether text of small letters and digits without spaces has the form of a British postcode. */
    public static boolean isBritish(String text) {
        int length = text.length();
        if (length < 5 || length > 7) {
            return false;
        }
        if (text.equals("gir0aa")) {
            return true;
        }
        return isInward(text, length - 3) && isOutward(text, length - 3);
    }

    private static boolean isInward(String text, int from) {
        return Characters.isDigit(text.charAt(from))
                && isLetterBut(text.charAt(from + 1), NOT_INWARD)
                && isLetterBut(text.charAt(from + 2), NOT_INWARD);
    }

    private static boolean isOutward(String text, int length) {
        if (length < 2 || length > 4 || !isLetterBut(text.charAt(0), NOT_FIRST)) {
            return false;
        }
        char second = text.charAt(1);
        int at = 1;
        if (!Characters.isDigit(second)) {
            if (!isLetterBut(second, NOT_SECOND)) {
                return false;
            }
            at = 2;
        }
        int left = length - at;
        if (left < 1 || left > 2 || !Characters.isDigit(text.charAt(at))) {
            return false;
        }
        if (left == 1) {
            return true;
        }
        char last = text.charAt(at + 1);
        return Characters.isDigit(last) || (at == 1 ? LAST_OF_THREE : LAST_OF_FOUR).indexOf(last) >= 0;
    }

    private static boolean isLetterBut(char c, String not) {
        return c >= 'a' && c <= 'z' && not.indexOf(c) < 0;
    }

    /** The postcode with look-alike letters and digits put in their places, or {@code null} where that does not help. */
    private static @Nullable String repaired(String text) {
        int length = text.length();
        if (length < 5 || length > 7) {
            return null;
        }
        char[] out = text.toCharArray();
        out[length - 3] = digit(out[length - 3]);
        out[length - 2] = letter(out[length - 2]);
        out[length - 1] = letter(out[length - 1]);
        out[0] = letter(out[0]);
        int outward = length - 3;
        String plain = new String(out);
        if (isBritish(plain)) {
            return plain;
        }
        // The second character may be a letter or a digit, so the later ones decide first.
        for (int i = 1; i < outward; i++) {
            boolean lastOfFour = i == 3;
            if (i >= 2 && !lastOfFour) {
                out[i] = digit(out[i]);
            }
        }
        if (isBritish(new String(out))) {
            return new String(out);
        }
        char second = out[1];
        out[1] = letter(second);
        if (isBritish(new String(out))) {
            return new String(out);
        }
        out[1] = digit(second);
        if (isBritish(new String(out))) {
            return new String(out);
        }
        out[1] = second;
        if (outward == 4) {
            out[3] = digit(out[3]);
        }
        return isBritish(new String(out)) ? new String(out) : null;
    }

    private static char digit(char c) {
        return switch (c) {
            case 'o' -> '0';
            case 'i', 'l' -> '1';
            case 's' -> '5';
            case 'z' -> '2';
            case 'b' -> '8';
            default -> c;
        };
    }

    private static char letter(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '5' -> 's';
            case '2' -> 'z';
            case '8' -> 'b';
            default -> c;
        };
    }

    /** Letters a to z and digits only, small. */
    static String bare(String raw) {
        return Characters.lettersAndDigits(raw.toLowerCase(Locale.ROOT));
    }
}
