package org.concordat.files.values;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phone numbers and e-mail addresses. */
public final class Contacts {

    private static final String BRITAIN = "44";
    private static final Set<String> NO_MAIL_NAMES = Set.of(
            "noemail",
            "noemails",
            "nomail",
            "none",
            "na",
            "noreply",
            "donotreply",
            "unknown",
            "test",
            "notgiven",
            "notknown",
            "notprovided",
            "refused",
            "declined",
            "noaddress",
            "noone",
            "nobody",
            "no",
            "xxx",
            "xx",
            "x",
            "example",
            "dummy",
            "null",
            "tbc");
    private static final Set<String> NO_MAIL_HOSTS =
            Set.of("noemail", "nomail", "none", "unknown", "test", "example", "na", "xxx", "invalid");

    private Contacts() {}

    /**
     * A phone number as digits with country code: {@code +44 (0)161 123 4567}, {@code 0161 123 4567 ext 12} and {@code
     * 00441611234567} all give {@code 441611234567}. Numbers without country code that begin with 0 and have ten or
     * eleven digits, or with 7 and have ten (a spreadsheet lost the 0), are taken as British; others keep their digits.
     */
    public static Standardised phone(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return Standardised.MISSING;
        }
        String text = raw.trim();
        int cut = extensionAt(text);
        long rules = cut < text.length() ? Rule.PHONE_EXTENSION_REMOVED.bit() : 0;
        String head = text.substring(0, cut);
        String digits = Characters.digits(head);
        if (digits.isEmpty()) {
            return Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        String full = withCountry(digits);
        if (full.length() > digits.length()) {
            rules |= Rule.PHONE_COUNTRY_ADDED.bit();
        }
        digits = full;
        if (digits.length() < 6 || digits.length() > 15) {
            return Standardised.setAside(isOnlyPlaceholder(digits) ? Rule.PHONE_PLACEHOLDER : Rule.PHONE_FORM);
        }
        if (isOnlyPlaceholder(digits.startsWith(BRITAIN) ? digits.substring(2) : digits)) {
            return Standardised.setAside(Rule.PHONE_PLACEHOLDER);
        }
        return new Standardised(digits, rules);
    }

    private static String withCountry(String written) {
        String digits = written.startsWith("00") ? written.substring(2) : written;
        while (digits.startsWith("440") && digits.length() >= 12) {
            digits = BRITAIN + digits.substring(3);
        }
        boolean national = digits.startsWith("0") && !digits.startsWith("00");
        if (national && digits.length() >= 10 && digits.length() <= 11) {
            return BRITAIN + digits.substring(1);
        }
        boolean zeroLost = digits.startsWith("7") && digits.length() == 10;
        return zeroLost ? BRITAIN + digits : digits;
    }

    private static boolean isOnlyPlaceholder(String digits) {
        if (digits.length() < 3) {
            return Characters.isOneRepeated(digits);
        }
        String tail = digits.substring(digits.length() > 8 ? digits.length() - 8 : 1);
        return Characters.isOneRepeated(tail) || "0123456789".contains(tail) || "1234567890".contains(tail);
    }

    /** Where an extension begins; the length where there is none. */
    private static int extensionAt(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Characters.isDigit(c)) {
                digits++;
            } else if (digits >= 6 && (c == '/' || c == ';' || c == '#' || Character.isLetter(c))) {
                return i;
            }
        }
        return text.length();
    }

    /** An e-mail address in lower case, or missing. */
    public static Standardised email(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return Standardised.MISSING;
        }
        String text = raw.trim().toLowerCase(Locale.ROOT);
        if (text.startsWith("mailto:")) {
            text = text.substring(7).trim();
        }
        if (FreeText.isPlaceholder(text)) {
            return Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        if (!isEmail(text)) {
            return Standardised.setAside(Rule.EMAIL_FORM);
        }
        int at = text.indexOf('@');
        String name = Characters.lettersAndDigits(text.substring(0, at));
        String host = text.substring(at + 1, text.indexOf('.', at));
        if (NO_MAIL_NAMES.contains(name) || NO_MAIL_HOSTS.contains(host)) {
            return Standardised.setAside(Rule.EMAIL_PLACEHOLDER);
        }
        return Standardised.of(text);
    }

    /** Whether text looks like an e-mail address: one at sign, something before it, a dotted host after it. */
    public static boolean isEmail(String text) {
        int at = text.indexOf('@');
        if (at <= 0 || at != text.lastIndexOf('@')) {
            return false;
        }
        int dot = text.lastIndexOf('.');
        if (dot < at + 2 || dot == text.length() - 1 || text.charAt(at - 1) == '.') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' '
                    || c == ','
                    || c == ';'
                    || c == '<'
                    || c == '>'
                    || c == '"'
                    || c == ':'
                    || Character.isWhitespace(c)) {
                return false;
            }
        }
        return !text.contains("..");
    }
}
