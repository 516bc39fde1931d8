package org.concordat.ledger.notes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One signature line of a note: whose, by which key, and the signature itself. */
public final class NoteSignature {
    /** What a line begins with: an em dash and a space. */
    static final String DASH = "\u2014 ";

    private static final int LONGEST_BYTES = 12_000;

    private final String name;
    private final int keyId;
    private final byte[] signature;

    /** @param signature what the key made, without the key's id */
    public NoteSignature(String name, int keyId, byte[] signature) {
        KeyNames.check(name);
        if (signature.length == 0 || signature.length > LONGEST_BYTES) {
            throw new IllegalArgumentException("a signature has 1 to " + LONGEST_BYTES + " bytes");
        }
        this.name = name;
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** Reads a line without its end; empty where it is none. */
    public static Optional<NoteSignature> parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            return Optional.empty();
        }
        String name = line.substring(DASH.length(), space);
        String base64 = line.substring(space + 1);
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (!KeyNames.isOne(name)
                || bytes.length <= Integer.BYTES
                || bytes.length > LONGEST_BYTES
                || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            return Optional.empty();
        }
        int keyId = ByteBuffer.wrap(bytes).getInt();
        return Optional.of(new NoteSignature(name, keyId, Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length)));
    }

    /** The line as it stands below a note, without its end. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
    }

    /** The key's name. */
    public String name() {
        return name;
    }

    /** The first four bytes of a hash of name and key: tells keys apart, proves nothing. */
    public int keyId() {
        return keyId;
    }

    /** A copy of what the key made. */
    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
