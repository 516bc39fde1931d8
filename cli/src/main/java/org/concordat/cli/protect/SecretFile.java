package org.concordat.cli.protect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;

/** The secret that chance hangs on, read from a file. It is never printed, and nothing is written from which it could be told. */
final class SecretFile {
    private static final int LEAST_BYTES = 16;
    private static final int LEAST_DIFFERENT = 6;
    private static final int MOST_BYTES = 4096;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    private SecretFile(byte[] secret) {
        this.secret = secret;
    }

    /** Reads the file; line ends after the secret do not count, since editors add them. */
    static SecretFile read(Path file) {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file)) {
                throw trouble(
                        "There is no file " + file + " with a secret. Make one, once, with: openssl rand -hex 32 > "
                                + file + ", and keep it for as long as figures of these data are published.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw trouble(file + " is too long to be a secret, so the wrong file was named.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw trouble("The secret " + file + " cannot be read. Look whether you have the right to.");
        }
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        long different = new String(bytes, 0, end, StandardCharsets.ISO_8859_1)
                .chars()
                .distinct()
                .count();
        if (end < LEAST_BYTES || different < LEAST_DIFFERENT) {
            throw trouble("The secret in " + file + " is too easy to guess: it has " + end + " characters, " + different
                    + " of them different. Make one of " + LEAST_BYTES
                    + " or more by chance, such as with: openssl rand -hex 32 > FILE");
        }
        return new SecretFile(Arrays.copyOf(bytes, end));
    }

    /** Whoever makes keys of it; a copy. */
    byte[] bytes() {
        return secret.clone();
    }

    /** A seed for one purpose, from which the secret cannot be told. */
    long seed(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return ByteBuffer.wrap(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static CommandException trouble(String what) {
        return new CommandException("PROTECT-SECRET", ExitCode.COULD_NOT, what);
    }
}
