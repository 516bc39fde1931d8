package org.concordat.server.foundation.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.concordat.server.foundation.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * Encrypts what of a letter waits in the database (AES-256-GCM; the nonce first, the letter's id authenticated with it): its link opens
 * something to whoever has it, and nobody shall find it in a back-up.
 */
@Component
class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int UUID_BYTES = 16;

    private final Keys keys;
    private final SecureRandom random;

    Sealing(Keys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** @param lines of which none holds a line's end */
    byte[] sealed(UUID id, List<String> lines) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                crypt(Cipher.ENCRYPT_MODE, id, nonce, String.join("\n", lines).getBytes(UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    List<String> opened(UUID id, byte[] whole) {
        byte[] lines = crypt(
                Cipher.DECRYPT_MODE,
                id,
                Arrays.copyOf(whole, NONCE_BYTES),
                Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
        return new String(lines, UTF_8).lines().toList();
    }

    private byte[] crypt(int mode, UUID id, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.secret("letters").key("AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(UUID_BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException trouble) {
            throw new IllegalStateException("the letter was sealed with another key", trouble);
        }
    }
}
