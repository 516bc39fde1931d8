package org.concordat.cli.agreements;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A public key's fingerprint as people read it out to each other: the first 128 bits of its SHA-256, in eight groups of four
 * hexadecimal digits.
 */
public final class KeyPrint {
    private static final int BYTES = 16;
    private static final int DIGITS_A_GROUP = 4;

    private KeyPrint() {}

    /** @param key Ed25519 public key, 32 bytes */
    public static String of(byte[] key) {
        try {
            String digits = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, BYTES);
            return digits.replaceAll("(.{" + DIGITS_A_GROUP + "})(?=.)", "$1 ");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
