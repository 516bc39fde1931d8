package org.concordat.server.foundation.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.concordat.server.foundation.keys.Secret;

/** The cipher of one back-up file: each block with its place, and whether it is the last, bound into it. */
final class Blocks {
    static final byte[] FIRST_LINE = "CONCORDAT-BACKUP 1\n".getBytes(US_ASCII);
    static final int SALT_BYTES = 32;
    static final int BLOCK_BYTES = 1 << 20;
    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int NONCE_PREFIX_BYTES = 3;
    private static final int BITS_IN_BYTE = 8;

    private final SecretKey key;
    private final byte[] header;
    private long number;

    Blocks(Secret secret, byte[] salt) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.bytes())
                                .addSalt(salt)
                                .thenExpand(FIRST_LINE, Secret.LENGTH_BYTES));
        this.header = ByteBuffer.allocate(FIRST_LINE.length + SALT_BYTES)
                .put(FIRST_LINE)
                .put(salt)
                .array();
    }

    byte[] seal(byte[] content, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, last).doFinal(content, 0, length);
    }

    byte[] open(byte[] sealed, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .position(NONCE_PREFIX_BYTES)
                .putLong(number++)
                .put((byte) (last ? 1 : 0))
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * BITS_IN_BYTE, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
