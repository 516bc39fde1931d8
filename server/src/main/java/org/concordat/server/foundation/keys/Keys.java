package org.concordat.server.foundation.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.server.foundation.ServerException;
import org.jspecify.annotations.Nullable;

/**
 * The server's secrets by name, each in a file of its own ({@code <data folder>/keys/<name>.key}, which only the server's
 * user may read).
 *
 * <p>A name asked for the first time gets a new secret from {@link SecureRandom}. That it was made is written, with its
 * SHA-256, into {@code <data folder>/keys-made.txt}, outside the folder of keys: so a key that was lost ({@code KEY-LOST})
 * or exchanged ({@code KEY-CHANGED}) is told from one never made. A hash of 256 random bits gives nothing away.
 *
 * <p>Safe for use by several threads; one process at a time, which the lock on the data folder sees to.
 */
public final class Keys {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern LINE = Pattern.compile("(" + NAME + ") ([0-9a-f]{64})");

    private final Path folder;
    private final Path register;
    private final SequencedMap<String, String> made;
    private final SecureRandom random = new SecureRandom();

    private Keys(Path folder, Path register, SequencedMap<String, String> made) {
        this.folder = folder;
        this.register = register;
        this.made = made;
    }

    /**
     * Opens the keys of a data folder, making the folder where there is none.
     *
     * @throws ServerException with {@code KEYS-READABLE-BY-OTHERS} where other users can read them, and
     *     {@code KEYS-UNREADABLE} where we cannot
     */
    public static Keys open(Path dataFolder) {
        Path folder = dataFolder.resolve("keys");
        Path register = dataFolder.resolve("keys-made.txt");
        try {
            KeyFiles.makeFolder(folder);
            SequencedMap<String, String> made = new TreeMap<>();
            if (Files.exists(register)) {
                for (String line : Files.readAllLines(register, UTF_8)) {
                    var parts = LINE.matcher(line);
                    if (!parts.matches()) {
                        throw unreadable(register, "holds a line that is no name with a SHA-256", null);
                    }
                    made.put(parts.group(1), parts.group(2));
                }
            }
            return new Keys(folder, register, made);
        } catch (IOException e) {
            throw unreadable(folder, "cannot be opened", e);
        }
    }

    /**
     * Opens the keys of a data folder that must have some already.
     *
     * @throws ServerException with {@code KEYS-MISSING} where it has none
     */
    public static Keys openExisting(Path dataFolder) {
        if (!Files.isDirectory(dataFolder.resolve("keys"))) {
            throw new ServerException(
                    "KEYS-MISSING",
                    "There is no folder keys in the data folder " + dataFolder + ". Name the right folder with"
                            + " concordat.data-folder, or put the keys there that belong to the database or back-up.");
        }
        return open(dataFolder);
    }

    /** The secret of this name, made now where it never was. */
    public Secret secret(String name) {
        return parsed(name, kept(name, () -> {
            byte[] fresh = new byte[Secret.LENGTH_BYTES];
            random.nextBytes(fresh);
            return new Secret(name, fresh).text() + "\n";
        }));
    }

    /**
     * The secret of this name, which something that exists was made with.
     *
     * @throws ServerException with {@code KEY-LOST} where there is none
     */
    public Secret existing(String name) {
        return parsed(name, kept(name, () -> {
            throw lost(name);
        }));
    }

    /**
     * The Ed25519 key that signs the ledger's checkpoints, made now where it never was.
     *
     * @param origin the ledger's name, as its checkpoints carry it
     * @throws ServerException with {@code KEY-OF-ANOTHER-LEDGER} where the key was made for another name
     */
    public SigningKey ledgerSigningKey(String origin) {
        byte[] file = kept("ledger-signing", () -> {
            try {
                return SigningKey.of(
                                origin, KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
                        .file();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
            }
        });
        SigningKey key;
        try {
            key = SigningKey.parse(new String(file, UTF_8));
        } catch (LedgerException e) {
            throw unreadable(file("ledger-signing"), "is no signing key", e);
        }
        if (!key.verifier().name().equals(origin)) {
            throw new ServerException(
                    "KEY-OF-ANOTHER-LEDGER",
                    file("ledger-signing") + " signs for the ledger "
                            + key.verifier().name() + ", not for " + origin
                            + ". Set the ledger's name back, or restore the key that belongs to it.");
        }
        return key;
    }

    private Secret parsed(String name, byte[] content) {
        try {
            return Secret.parse(name, content);
        } catch (IllegalArgumentException e) {
            throw unreadable(file(name), "is no key", e);
        }
    }

    private synchronized byte[] kept(String name, Supplier<String> maker) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be small letters, digits and single hyphens: " + name);
        }
        try {
            String expected = made.get(name);
            if (!Files.exists(file(name))) {
                if (expected != null) {
                    throw lost(name);
                }
                KeyFiles.write(file(name), maker.get().getBytes(US_ASCII));
            }
            byte[] content = KeyFiles.read(file(name));
            String print = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            if (expected == null) {
                made.put(name, print);
                writeRegister();
            } else if (!expected.equals(print)) {
                throw new ServerException(
                        "KEY-CHANGED",
                        file(name) + " is not the key that was made here: its SHA-256 differs from the one in "
                                + register + ". Restore the right one from where keys are kept safe.");
            }
            return content;
        } catch (IOException e) {
            throw unreadable(file(name), "cannot be read or written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void writeRegister() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> key : made.entrySet()) {
            lines.append(key.getKey()).append(' ').append(key.getValue()).append('\n');
        }
        KeyFiles.write(register, lines.toString().getBytes(US_ASCII));
    }

    private Path file(String name) {
        return folder.resolve(name + ".key");
    }

    private ServerException lost(String name) {
        return new ServerException(
                "KEY-LOST",
                "The key " + file(name)
                        + " was made before and is gone. No new one is made, since what the old one opens"
                        + " would be lost. Restore it from where keys are kept safe.");
    }

    private static ServerException unreadable(Path path, String how, @Nullable Exception cause) {
        String message =
                path + " " + how + ". See that the server's user owns it and that the disk has space, or restore it"
                        + " from where keys are kept safe.";
        return cause == null
                ? new ServerException("KEYS-UNREADABLE", message)
                : new ServerException("KEYS-UNREADABLE", message, cause);
    }

    @Override
    public String toString() {
        return "Keys[" + folder + "]";
    }
}
