package org.concordat.ledger.entries;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash that stands in an entry for a text which stays elsewhere. Whoever is shown salt and text can compare; who has
 * neither can guess nothing, however short the text is.
 *
 * <p>It is the SHA-256 of the salt's bytes and then the text's: {@code cat salt text | sha256sum} gives the same. Each text
 * has a salt of its own, so that one can be shown and the others not. With the salt destroyed the hash says nothing for ever.
 */
public final class SaltedHash {
    /** How long a salt is: as long as the hash, drawn at random. */
    public static final int SALT_BYTES = 32;

    private SaltedHash() {}

    /**
     * As an entry holds it: {@code salted:} and 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when the salt is not {@value #SALT_BYTES} bytes long
     */
    public static String of(byte[] salt, byte[] text) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes; given " + salt.length);
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return "salted:" + HexFormat.of().formatHex(sha256.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
