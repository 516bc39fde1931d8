package org.concordat.files.values;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers that name a person or a property: NHS, National Insurance and other person numbers, and UPRNs. */
public final class Numbers {

    private static final String NINO_NOT_FIRST = "dfiquv";
    private static final String NINO_NOT_SECOND = "dfiquvo";
    private static final String[] NINO_NOT_BOTH = {"bg", "gb", "kn", "nk", "nt", "zz"};

    private Numbers() {}

    /**
     * An NHS number: ten digits whose last is right. The check digit is 11 less the remainder by 11 of the first nine
     * weighted 10 to 2; 11 is written 0, and numbers that would need 10 are never issued (NHS Data Dictionary).
     */
    public static Standardised nhs(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String digits = Characters.digits(raw);
        if (digits.isEmpty()) {
            return raw.isBlank() ? Standardised.MISSING : Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        if (Characters.isOneRepeated(digits) || digits.equals("1234567890") || digits.equals("0123456789")) {
            return Standardised.setAside(Rule.NHS_PLACEHOLDER);
        }
        if (digits.length() != 10 || hasLetters(raw)) {
            return Standardised.setAside(Rule.NHS_LENGTH);
        }
        return isNhs(digits) ? Standardised.of(digits) : Standardised.setAside(Rule.NHS_CHECK_DIGIT);
    }

    /** Whether ten digits end in the right check digit. */
    public static boolean isNhs(String digits) {
        if (digits.length() != 10 || !Characters.isAllDigits(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = 11 - sum % 11;
        return check != 10 && (check == 11 ? 0 : check) == digits.charAt(9) - '0';
    }

    /**
     * A National Insurance number's first eight characters: two letters (neither D, F, I, Q, U, V, the second not O, not
     * BG, GB, KN, NK, NT, TN, ZZ) and six digits; a suffix must be A to D (HMRC's manual NIM39110).
     */
    public static Standardised nationalInsurance(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String text = Postcodes.bare(raw);
        if (text.isEmpty() || Words.TEXT_UNKNOWN.contains(text)) {
            return raw.isBlank() ? Standardised.MISSING : Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        if (text.startsWith("tn") || isPlaceholderNino(text)) {
            return Standardised.setAside(Rule.NINO_TEMPORARY);
        }
        return isNationalInsurance(text)
                ? Standardised.of(text.substring(0, 8))
                : Standardised.setAside(Rule.NINO_FORM);
    }

    /** Whether small letters and digits have the form of an issued National Insurance number, with or without suffix. */
    public static boolean isNationalInsurance(String text) {
        int length = text.length();
        if (length != 8 && length != 9) {
            return false;
        }
        char first = text.charAt(0);
        char second = text.charAt(1);
        if (!Characters.isSmallLetter(first)
                || !Characters.isSmallLetter(second)
                || NINO_NOT_FIRST.indexOf(first) >= 0
                || NINO_NOT_SECOND.indexOf(second) >= 0
                || text.startsWith("tn")) {
            return false;
        }
        for (String never : NINO_NOT_BOTH) {
            if (text.startsWith(never)) {
                return false;
            }
        }
        return Characters.isAllDigits(text.substring(2, 8))
                && (length == 8 || (text.charAt(8) >= 'a' && text.charAt(8) <= 'd'));
    }

    private static boolean isPlaceholderNino(String text) {
        if (text.length() < 8 || !Characters.isAllDigits(text.substring(2, 8))) {
            return false;
        }
        String digits = text.substring(2, 8);
        return (text.startsWith("zz") || text.startsWith("xx") || text.startsWith("aa") || text.startsWith("ab"))
                && (Characters.isOneRepeated(digits) || digits.equals("123456"));
    }

    /** A person number of another kind: letters and digits, at least four. */
    public static Standardised person(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String text = Postcodes.bare(raw);
        if (text.isEmpty() || Words.TEXT_UNKNOWN.contains(text)) {
            return raw.isBlank() ? Standardised.MISSING : Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        if (Characters.isOneRepeated(text)) {
            return Standardised.setAside(Rule.PERSON_NUMBER_PLACEHOLDER);
        }
        return text.length() < 4 ? Standardised.setAside(Rule.PERSON_NUMBER_FORM) : Standardised.of(text);
    }

    /** A unique property reference number: one to twelve digits without leading zeros. */
    public static Standardised uprn(@Nullable String raw) {
        if (raw == null) {
            return Standardised.MISSING;
        }
        String text = raw.trim();
        long rules = 0;
        int point = text.indexOf('.');
        if (point > 0 && text.chars().skip(point + 1L).allMatch(c -> c == '0')) {
            text = text.substring(0, point);
            rules = Rule.UPRN_DECIMAL_REMOVED.bit();
        }
        if (text.isEmpty()) {
            return Standardised.MISSING;
        }
        if (FreeText.isPlaceholder(text.toLowerCase(Locale.ROOT))) {
            return Standardised.setAside(Rule.TEXT_PLACEHOLDER);
        }
        int start = 0;
        while (start < text.length() && text.charAt(start) == '0') {
            start++;
        }
        String digits = text.substring(start);
        if (digits.isEmpty() || (digits.length() > 3 && Characters.isOneRepeated(digits))) {
            return Standardised.setAside(Rule.UPRN_PLACEHOLDER);
        }
        if (digits.length() > 12 || !Characters.isAllDigits(digits)) {
            return Standardised.setAside(Rule.UPRN_FORM);
        }
        return new Standardised(digits, rules);
    }

    private static boolean hasLetters(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (Character.isLetter(raw.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
