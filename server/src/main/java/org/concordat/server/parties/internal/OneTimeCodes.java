package org.concordat.server.parties.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.concordat.server.foundation.keys.Keys;
import org.springframework.stereotype.Component;

/** Time-based one-time codes (RFC 6238): six digits that change each half minute, from a secret in somebody's telephone. */
@Component
class OneTimeCodes {

    private static final int SECRET_BYTES = 20;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Clocks may differ by one step either way (RFC 6238, 5.2). */
    private static final int STEPS_ASIDE = 1;

    private static final int DIGITS = 6;

    private final Map<CodeHash, TimeBasedOneTimePasswordGenerator> generators = generators();
    private final Keys keys;
    private final SecureRandom random;

    OneTimeCodes(Keys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    private static Map<CodeHash, TimeBasedOneTimePasswordGenerator> generators() {
        var generators = new EnumMap<CodeHash, TimeBasedOneTimePasswordGenerator>(CodeHash.class);
        for (CodeHash hash : CodeHash.values()) {
            generators.put(
                    hash,
                    new TimeBasedOneTimePasswordGenerator(
                            TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP, DIGITS, hash.hmac()));
        }
        return generators;
    }

    byte[] freshSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The step whose code this is, later than those used before; empty when it is no such code. */
    OptionalLong step(byte[] secret, CodeHash hash, String code, Instant now, long lastUsed) {
        TimeBasedOneTimePasswordGenerator generator = Objects.requireNonNull(generators.get(hash));
        var key = new SecretKeySpec(secret, generator.getAlgorithm());
        long present = now.getEpochSecond() / generator.getTimeStep().toSeconds();
        for (long step = present - STEPS_ASIDE; step <= present + STEPS_ASIDE; step++) {
            Instant then = Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds());
            if (step > lastUsed
                    && java.security.MessageDigest.isEqual(
                            codeAt(generator, key, then), code.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static byte[] codeAt(TimeBasedOneTimePasswordGenerator generator, SecretKeySpec key, Instant then) {
        try {
            return generator.generateOneTimePasswordString(key, then).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("the secret is a key of HMAC", impossible);
        }
    }

    /** The secret encrypted, to be kept in the database (AES-256-GCM; the nonce first). */
    byte[] sealed(byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    byte[] opened(byte[] whole) {
        return crypt(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(whole, NONCE_BYTES),
                Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.secret("one-time-codes").key("AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException("the secret of one-time codes was sealed with another key", trouble);
        }
    }
}
