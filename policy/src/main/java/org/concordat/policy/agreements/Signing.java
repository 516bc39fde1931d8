package org.concordat.policy.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.concordat.policy.reading.CanonicalJson;

/**
 * Ed25519 (RFC 8032) over what a signature says: which document, with which fingerprint, for whom, by whom, when. The
 * message is canonical JSON (RFC 8785) after a line that names its use, so that it can never be taken for anything else.
 */
public final class Signing {

    private static final String USE = "concordat agreement signature v1\n";

    /** What RFC 8410 puts before the 32 bytes of an Ed25519 public key. */
    private static final byte[] KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Signing() {}

    /** The bytes that are signed. */
    static byte[] message(String of, String fingerprint, String organisation, String signatory, LocalDate on) {
        return (USE
                        + CanonicalJson.write((Object) Map.of(
                                "of", of,
                                "fingerprint", fingerprint,
                                "organisation", organisation,
                                "signatory", signatory,
                                "on", on.toString())))
                .getBytes(UTF_8);
    }

    /**
     * The file of a new signature.
     *
     * @param key an Ed25519 key
     * @throws IllegalArgumentException when the key is none
     */
    public static String sign(
            String id,
            String of,
            String fingerprint,
            String organisation,
            String signatory,
            LocalDate on,
            PrivateKey key) {
        try {
            var signer = java.security.Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message(of, fingerprint, organisation, signatory, on));
            String value = Base64.getEncoder().encodeToString(signer.sign());
            return String.join(
                    "\n",
                    List.of(
                            "signature: " + id,
                            "of: " + of,
                            "fingerprint: " + fingerprint,
                            "organisation: " + organisation,
                            "signatory: " + signatory,
                            "on: " + on,
                            "value: " + value,
                            ""));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("key is not an Ed25519 private key", unusable);
        }
    }

    /** Whether the value is that signatory's signature of what {@code signature} says. Anything odd is no. */
    static boolean isSignedBy(Organisation.Signatory signatory, Signature signature) {
        if (signature.value().isEmpty()) {
            return false;
        }
        try {
            var verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey(signatory.key()));
            verifier.update(message(
                    signature.of(),
                    signature.fingerprint(),
                    signature.organisation(),
                    signature.signatory(),
                    signature.on()));
            return verifier.verify(signature.value().get());
        } catch (GeneralSecurityException odd) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(KEY_HEAD, KEY_HEAD.length + raw.length);
        System.arraycopy(raw, 0, encoded, KEY_HEAD.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
