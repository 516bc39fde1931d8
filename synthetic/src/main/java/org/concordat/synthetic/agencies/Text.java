package org.concordat.synthetic.agencies;

import java.util.Locale;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.records.Entry;

/** Texts as agencies write them. */
final class Text {
    private Text() {}

    static String joined(String between, String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                all.append(all.isEmpty() ? "" : between).append(part);
            }
        }
        return all.toString();
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String or(String text, String missing) {
        return text.isEmpty() ? missing : text;
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    static String title(Entry entry, Dice dice) {
        if (entry.sex().isEmpty()) {
            return "";
        }
        if (dice.chance(.02)) {
            return "Dr";
        }
        return "m".equals(entry.sex()) ? "Mr" : dice.oneOf(new String[] {"Mrs", "Miss", "Ms"});
    }

    /** A space after so many digits: {@code 07212 345678}. */
    static String spaced(String digits, int first) {
        return digits.length() <= first ? digits : digits.substring(0, first) + ' ' + digits.substring(first);
    }

    /** An NHS number as 3, 3 and 4 digits. */
    static String grouped(String nhsNumber) {
        return nhsNumber.length() != 10
                ? nhsNumber
                : nhsNumber.substring(0, 3) + ' ' + nhsNumber.substring(3, 6) + ' ' + nhsNumber.substring(6);
    }

    /** A National Insurance number in pairs: {@code GA 12 34 56 C}. */
    static String pairs(String number) {
        if (number.length() != 9) {
            return number;
        }
        return joined(
                " ",
                number.substring(0, 2),
                number.substring(2, 4),
                number.substring(4, 6),
                number.substring(6, 8),
                number.substring(8));
    }

    /** Half the phone numbers with the country's code. */
    static String international(String phone, Dice dice) {
        return phone.isEmpty() || dice.chance(.5) ? phone : "+44 " + phone.substring(1);
    }
}
