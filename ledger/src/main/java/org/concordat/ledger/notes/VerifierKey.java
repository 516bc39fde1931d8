package org.concordat.ledger.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.concordat.ledger.LedgerException;

/**
 * A public Ed25519 key with a name and a use, as {@code name+id+base64} (c2sp.org/signed-note, "verifier keys"). The
 * same key for another use has another id, so a signature made for one use never passes for the other.
 */
public final class VerifierKey {
    /** What a key is for. */
    public enum Use {
        /** Signs notes, as a ledger does. */
        NOTE(1),
        /** Signs checkpoints together with a time, as witnesses do. */
        COSIGNATURE(4);

        private final byte type;

        Use(int type) {
            this.type = (byte) type;
        }
    }

    private static final int KEY_BYTES = 32;
    /** What stands before the 32 bytes in the form that Java reads (RFC 8410). */
    private static final byte[] X509_BEFORE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final Use use;
    private final byte[] key;
    private final int id;

    private VerifierKey(String name, Use use, byte[] key) {
        KeyNames.check(name);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes; given " + key.length);
        }
        this.name = name;
        this.use = use;
        this.key = key.clone();
        this.id = id(name, use, key);
    }

    /** @param key from any Ed25519 key pair of Java's */
    public static VerifierKey of(String name, Use use, PublicKey key) {
        byte[] encoded = key.getEncoded();
        boolean ed25519 = encoded != null
                && encoded.length == X509_BEFORE_KEY.length + KEY_BYTES
                && Arrays.equals(X509_BEFORE_KEY, Arrays.copyOf(encoded, X509_BEFORE_KEY.length));
        if (!ed25519) {
            throw new IllegalArgumentException("the key must be an Ed25519 key; given " + key.getAlgorithm());
        }
        return new VerifierKey(name, use, Arrays.copyOfRange(encoded, X509_BEFORE_KEY.length, encoded.length));
    }

    /**
     * Reads {@code name+id+base64}.
     *
     * @throws LedgerException with {@code KEY-UNREADABLE} when it is of another form, or its id is not its own
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !KeyNames.isOne(parts[0])) {
            throw unreadable("is not of the form name+id+base64");
        }
        byte[] typeAndKey;
        try {
            typeAndKey = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException _) {
            throw unreadable("does not end in base64");
        }
        if (typeAndKey.length != 1 + KEY_BYTES) {
            throw unreadable("is not an Ed25519 key of 32 bytes");
        }
        Use use = Arrays.stream(Use.values())
                .filter(known -> known.type == typeAndKey[0])
                .findFirst()
                .orElseThrow(() -> unreadable("is for a use that is not known"));
        var key = new VerifierKey(parts[0], use, Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
        if (!key.toString().equals(text)) {
            throw unreadable("has an id that is not its own");
        }
        return key;
    }

    private static LedgerException unreadable(String how) {
        return new LedgerException(
                "KEY-UNREADABLE", "A public key " + how + ". Copy it again, whole, from who published it.");
    }

    private static int id(String name, Use use, byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(UTF_8));
            sha256.update(use.type);
            return ByteBuffer.wrap(sha256.digest(key)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whose key it is; for a ledger's key, the ledger's origin. */
    public String name() {
        return name;
    }

    /** What the key is for. */
    public Use use() {
        return use;
    }

    /** See {@link NoteSignature#keyId}. */
    public int id() {
        return id;
    }

    /** The same key for another use. */
    public VerifierKey forUse(Use other) {
        return new VerifierKey(name, other, key);
    }

    /** Whether a line is by this key, going by name and id alone. */
    boolean claimedBy(NoteSignature line) {
        return line.name().equals(name) && line.keyId() == id;
    }

    /** Whether the key made this signature over these bytes. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (SignatureException _) {
            return false;
        } catch (GeneralSecurityException e) {
            return false; // the 32 bytes are no point of the curve
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509_BEFORE_KEY, X509_BEFORE_KEY.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509_BEFORE_KEY.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Whether both are the same 32 bytes, whatever their names and uses. */
    public boolean sameKeyAs(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** {@code name+id+base64}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        byte[] typeAndKey = new byte[1 + KEY_BYTES];
        typeAndKey[0] = use.type;
        System.arraycopy(key, 0, typeAndKey, 1, KEY_BYTES);
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(typeAndKey);
    }
}
