package org.concordat.server.parties;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes codes out of names: {@code tideford-council} of "Tideford Council". */
final class Codes {

    private static final int LONGEST = 50;

    private Codes() {}

    /** A code of 3 to 60 small letters, digits and hyphens that is not taken. */
    static String free(String name, Predicate<String> isTaken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String code = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-$", "") : plain;
        // The ledger takes no code that begins with a digit.
        code = code.length() < 3 || Character.isDigit(code.charAt(0)) ? "body-" + code : code;
        code = code.replaceAll("-$", "");
        String candidate = code;
        for (int number = 2; isTaken.test(candidate); number++) {
            candidate = code + "-" + number;
        }
        return candidate;
    }
}
