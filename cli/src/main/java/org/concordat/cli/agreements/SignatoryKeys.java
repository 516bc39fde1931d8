package org.concordat.cli.agreements;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.results.OutputTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Signatories' secret keys in files: Ed25519, PKCS #8 in PEM as other tools write it, readable by their owner alone. No secret
 * is ever shown, and no file overwritten.
 */
final class SignatoryKeys {
    private static final int PUBLIC_KEY_BYTES = 32;
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]{1,4000})-----END PRIVATE KEY-----\\s*");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SignatoryKeys() {}

    /** The file beside the secret key that holds the public one, in base64. */
    static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /**
     * Makes a key, writes its secret half, and beside it the public one.
     *
     * @return the public half, 32 bytes
     */
    static byte[] make(Path file) {
        if (Files.exists(publicFile(file))) {
            throw existing(publicFile(file), null);
        }
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
        String text = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path place = file.toAbsolutePath().normalize();
        if (place.getParent() != null && Files.notExists(place.getParent())) {
            throw new CommandException(
                    "OUT-NOT-WRITABLE",
                    ExitCode.COULD_NOT,
                    "There is no folder " + place.getParent() + " to write " + place.getFileName()
                            + " into. Make it first, or name another.");
        }
        try {
            create(place);
        } catch (FileAlreadyExistsException there) {
            throw existing(file, there);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, place);
        }
        try {
            Files.write(place, text.getBytes(US_ASCII), StandardOpenOption.WRITE);
        } catch (IOException trouble) {
            delete(place);
            throw OutputTrouble.of(trouble, place);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] key = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length);
        try {
            Files.writeString(
                    publicFile(place), Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.CREATE_NEW);
        } catch (IOException trouble) {
            delete(place);
            throw OutputTrouble.of(trouble, place);
        }
        return key;
    }

    private static CommandException existing(Path file, @Nullable Throwable cause) {
        return new CommandException(
                "OUT-EXISTS",
                ExitCode.WRONG_USE,
                file + " exists already. A key is never overwritten: give another name, or move it away.",
                cause);
    }

    /** An empty file that only its owner may read, from the first moment. */
    private static void create(Path place) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(place);
        }
    }

    private static void delete(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException _) {
            // What cannot be deleted is empty or cut short, and no key.
        }
    }

    /** Reads a secret key that nobody else can read. */
    static PrivateKey read(Path file) {
        NamedFile named = NamedFile.of(file);
        Matcher pem = PEM.matcher(new String(named.content(), US_ASCII));
        if (!pem.matches()) {
            throw unreadable(file);
        }
        // Only now: what is no key may be read by anybody, and must not be called one.
        refuseExposed(file);
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw unreadable(file);
        }
    }

    private static void refuseExposed(Path file) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new CommandException(
                        "KEY-EXPOSED",
                        ExitCode.REFUSED,
                        "Others can read or change " + file + ", and whoever can may sign in this signatory's name."
                                + " Nothing was signed. If nobody did, run chmod 600 " + file
                                + " and sign; otherwise make a new key.");
            }
        } catch (IOException trouble) {
            throw new CommandException(
                    "FILE-NOT-ALLOWED",
                    ExitCode.COULD_NOT,
                    "Who may read " + file + " cannot be found out. Copy it to a disk that keeps such rights.",
                    trouble);
        }
    }

    /** Without the cause, which might quote the file. */
    private static CommandException unreadable(Path file) {
        return new CommandException(
                "SIGNING-KEY-UNREADABLE",
                ExitCode.REFUSED,
                file
                        + " holds no Ed25519 secret key in PEM. Name the file that ./concordat agreements new-key wrote, not the one"
                        + " beside it that ends in .pub.");
    }
}
