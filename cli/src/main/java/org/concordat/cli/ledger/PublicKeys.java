package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.notes.VerifierKey;
import org.concordat.ledger.notes.VerifierKey.Use;

/**
 * Public keys as options take them: the key itself, or a file that begins with it. A key that is none is the fault of the
 * option, and must not be taken for one of the proof that is to be checked with it.
 */
final class PublicKeys {
    private static final String SECRET = "PRIVATE+KEY+";

    private PublicKeys() {}

    /** @param option as the user wrote it, such as {@code --key} */
    static VerifierKey of(String option, String keyOrFile, Use use) {
        boolean itself = keyOrFile.contains("+") && !Files.isRegularFile(Path.of(keyOrFile));
        String text = itself
                ? keyOrFile
                : new String(Folders.read(Path.of(keyOrFile)), UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
        String given = option + ": " + (itself ? "what was given" : keyOrFile);
        if (text.startsWith(SECRET)) {
            throw unreadable(
                    given + " is a secret key, which nobody but its owner should have. Give the public key, from"
                            + " the file beside it that ends in .pub.");
        }
        VerifierKey key;
        try {
            key = VerifierKey.parse(text);
        } catch (LedgerException _) {
            throw unreadable(
                    given + " is no public key of a " + owner(use) + ", or not the whole of one. Copy it again from"
                            + " who published it, or name the file that ends in .pub.");
        }
        if (key.use() != use) {
            throw unreadable(given + " is the key of a " + owner(key.use()) + ", and that of a " + owner(use)
                    + " is wanted here. Give that one.");
        }
        return key;
    }

    private static String owner(Use use) {
        return use == Use.NOTE ? "ledger" : "witness";
    }

    private static CommandException unreadable(String message) {
        return new CommandException("KEY-UNREADABLE", ExitCode.WRONG_USE, message);
    }
}
