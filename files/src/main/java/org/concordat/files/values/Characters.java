package org.concordat.files.values;

/** Small questions about characters, without regular expressions, since they are asked millions of times. */
final class Characters {

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSmallLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Whether text is one character said again and again; true for a single character. */
    static boolean isOneRepeated(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isAllDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The letters a to z and digits of text already in lower case. */
    static String lettersAndDigits(String text) {
        int at = 0;
        while (at < text.length() && (isSmallLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSmallLetter(c) || isDigit(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The digits of text. */
    static String digits(String text) {
        if (isAllDigits(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
