package org.concordat.server.foundation.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A named secret of 32 random bytes. Prints as its name alone. */
public final class Secret {
    /** How long each secret is. */
    public static final int LENGTH_BYTES = 32;

    private final String name;
    private final byte[] bytes;

    Secret(String name, byte[] bytes) {
        if (bytes.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("bytes must be " + LENGTH_BYTES + ", but are " + bytes.length);
        }
        this.name = name;
        this.bytes = bytes.clone();
    }

    static Secret parse(String name, byte[] base64) {
        return new Secret(name, Base64.getUrlDecoder().decode(new String(base64, US_ASCII).strip()));
    }

    public String name() {
        return name;
    }

    /** The 32 bytes, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The secret as 43 letters, digits, {@code -} and {@code _}: a password or token. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param algorithm as Java names it, such as {@code AES} (256 bits) or {@code HmacSHA256} */
    public SecretKey key(String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }

    @Override
    public String toString() {
        return "Secret[" + name + ", hidden]";
    }
}
