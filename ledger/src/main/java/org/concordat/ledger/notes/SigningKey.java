package org.concordat.ledger.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.notes.VerifierKey.Use;

/**
 * A private Ed25519 key with a name: signs a ledger's checkpoints, or, as a witness, cosigns those of others. One key must
 * not do both, nor serve two names, since a cosignature does not hold its maker's name.
 *
 * <p>Written as two lines that go into a file only its owner reads: {@code PRIVATE+KEY+name+id+base64}, as Go's note tools
 * write it, and the public key. Prints as its name alone.
 */
public final class SigningKey {
    private static final String PRIVATE = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;
    private static final byte[] PROBE = "Concordat tries a key.".getBytes(UTF_8);

    private final VerifierKey verifier;
    private final PrivateKey key;
    private final byte[] seed;

    private SigningKey(VerifierKey verifier, byte[] seed) {
        this.verifier = verifier;
        this.seed = seed.clone();
        try {
            this.key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /** @param pair from Java's {@code KeyPairGenerator} for Ed25519 */
    public static SigningKey of(String name, KeyPair pair) {
        if (!(pair.getPrivate() instanceof EdECPrivateKey privateKey)
                || privateKey
                        .getBytes()
                        .filter(seed -> seed.length == SEED_BYTES)
                        .isEmpty()) {
            throw new IllegalArgumentException("the pair must be one of Ed25519");
        }
        return checked(
                VerifierKey.of(name, Use.NOTE, pair.getPublic()),
                privateKey.getBytes().get());
    }

    /**
     * Reads the two lines of a key file.
     *
     * @throws LedgerException with {@code KEY-UNREADABLE} when they are no key, or two different ones
     */
    public static SigningKey parse(String file) {
        List<String> lines = file.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() != 2 || !lines.getFirst().startsWith(PRIVATE)) {
            throw unreadable("is not two lines, a private key and a public one");
        }
        VerifierKey verifier = VerifierKey.parse(lines.getLast().strip());
        String expected = PRIVATE + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+";
        String first = lines.getFirst().strip();
        byte[] typeAndSeed = new byte[0];
        if (first.startsWith(expected)) {
            try {
                typeAndSeed = Base64.getDecoder().decode(first.substring(expected.length()));
            } catch (IllegalArgumentException _) {
                throw unreadable("holds a private key that is not base64");
            }
        }
        if (verifier.use() != Use.NOTE || typeAndSeed.length != 1 + SEED_BYTES || typeAndSeed[0] != 1) {
            throw unreadable("holds a private and a public key that do not belong together");
        }
        return checked(verifier, Arrays.copyOfRange(typeAndSeed, 1, typeAndSeed.length));
    }

    private static SigningKey checked(VerifierKey verifier, byte[] seed) {
        SigningKey key = new SigningKey(verifier, seed);
        if (!verifier.verifies(PROBE, key.signature(PROBE))) {
            throw unreadable("holds a private and a public key that do not belong together");
        }
        return key;
    }

    private static LedgerException unreadable(String how) {
        return new LedgerException(
                "KEY-UNREADABLE", "The key file " + how + ". Restore it from where keys are kept safe.");
    }

    /** The two lines of a key file, which {@link #parse} reads. A secret. */
    public String file() {
        byte[] typeAndSeed = new byte[1 + SEED_BYTES];
        typeAndSeed[0] = 1;
        System.arraycopy(seed, 0, typeAndSeed, 1, SEED_BYTES);
        return PRIVATE + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(typeAndSeed) + "\n" + verifier + "\n";
    }

    /** The public key for notes; what a ledger publishes. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The public key for cosignatures; what a witness publishes. */
    public VerifierKey cosigner() {
        return verifier.forUse(Use.COSIGNATURE);
    }

    /** Signs a note's text (type 0x01). */
    public NoteSignature sign(String text) {
        return new NoteSignature(verifier.name(), verifier.id(), signature(text.getBytes(UTF_8)));
    }

    /** Signs a checkpoint together with a time, cut to the second (type 0x04, cosignature/v1). */
    public NoteSignature cosign(Checkpoint checkpoint, Instant time) {
        long seconds = time.getEpochSecond();
        byte[] signature = signature(Cosignature.message(checkpoint, seconds));
        byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new NoteSignature(verifier.name(), cosigner().id(), timed);
    }

    private byte[] signature(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifier.name() + ", hidden]";
    }
}
