package org.concordat.disclosure.cellkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives each record the key that it has in every table: HMAC-SHA256 of its identifier under a secret, so that nobody without
 * the secret can know a key, and nothing has to be stored. Whoever changes the secret changes every published figure, and an
 * attacker who sees both sets can average them: keep one secret for as long as the data are published from. For one thread.
 */
public final class RecordKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_SECRET_BYTES = 16;

    private final Mac mac;
    private final int keys;

    /**
     * @param secret 16 bytes or more, from a random source
     * @param keys how many keys there are, a power of two up to 2^30: as many as the perturbation table has
     */
    public RecordKeys(byte[] secret, int keys) {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "a secret has at least " + LEAST_SECRET_BYTES + " bytes, given " + secret.length);
        }
        CellKeyMethod.requirePowerOfTwo(keys);
        this.keys = keys;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** The key of the record with this identifier, from 0 to one less than the number of keys. */
    public int of(String recordId) {
        byte[] hash = mac.doFinal(recordId.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getInt() & (keys - 1);
    }
}
