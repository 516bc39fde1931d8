package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.results.NewFile;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.notes.VerifierKey.Use;

/** Files with secret keys, readable by their owner alone, and beside each the public key in a file of its own. */
final class KeyFiles {
    private KeyFiles() {}

    static SigningKey read(Path file) {
        try {
            return SigningKey.parse(new String(Folders.read(file), UTF_8));
        } catch (LedgerException _) {
            // Without the cause, which might quote the file.
            throw new CommandException(
                    "KEY-UNREADABLE",
                    ExitCode.REFUSED,
                    file
                            + " holds no secret key of a ledger or witness, or not the whole of one. Name the file that ledger"
                            + " init or ledger witness made, or restore it from where keys are kept safe.");
        }
    }

    /** Reads a secret key of this ledger, which need not be the one that signs now. */
    static SigningKey of(Ledger ledger, Path file) {
        SigningKey key = read(file);
        if (!key.verifier().name().equals(ledger.origin())) {
            throw new CommandException(
                    "KEY-OTHER",
                    ExitCode.REFUSED,
                    file + " is a key of " + key.verifier().name() + ", not of " + ledger.origin()
                            + ". Name this ledger's own.");
        }
        return key;
    }

    /** Reads the key, or makes one where the file does not exist yet, and publishes it for a use. */
    static SigningKey readOrMake(Path file, String name, Use use) {
        return Files.exists(file) ? read(file) : make(file, name, use);
    }

    private static SigningKey make(Path file, String name, Use use) {
        SigningKey key;
        try {
            key = SigningKey.of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, key.file());
            } else {
                Files.writeString(file, key.file(), StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException _) {
            return read(file); // made by somebody else meanwhile
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, file.toAbsolutePath());
        }
        Path published = publicFile(file);
        if (!Files.exists(published)) {
            NewFile.share(published, out -> {
                out.write((key.verifier().forUse(use) + "\n").getBytes(UTF_8));
                return 1;
            });
        }
        return key;
    }

    static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }
}
