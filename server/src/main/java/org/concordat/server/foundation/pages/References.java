package org.concordat.server.foundation.pages;

import java.security.SecureRandom;

/** Draws the numbers under which trouble is found in the log, easy to read out over the telephone. */
final class References {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();

    /** Such as {@code K7QM-92XB}. */
    String next() {
        var reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == 4) {
                reference.append('-');
            }
            reference.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
