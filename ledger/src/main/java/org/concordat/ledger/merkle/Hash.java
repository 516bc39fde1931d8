package org.concordat.ledger.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 hash: 32 bytes that stand for a leaf, or for everything below a node of the tree. */
public final class Hash {
    /** How long every hash is. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are exactly 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes; given " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash that begins at {@code offset} of a longer array. */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /** Takes the array as it is; only for arrays that nobody else holds. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    /** Reads base64 with padding; empty unless it is the one way of writing 32 bytes. */
    public static Optional<Hash> ofBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            boolean exact = bytes.length == BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(text);
            return exact ? Optional.of(new Hash(bytes)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Puts the bytes into a longer array. */
    public void writeTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    byte[] raw() {
        return bytes;
    }

    /** As checkpoints and proofs write it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Lower-case hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
