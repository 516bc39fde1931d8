package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.ledger.proofs.ProofBundle;
import org.jspecify.annotations.Nullable;

/**
 * The texts behind a decision's entry, compared with the salted hashes in it. Salts and answer are in the file that {@code
 * check --record --keep} wrote; request and facts are the files that were given to it.
 */
final class KeptTexts {
    private static final String ANSWER = "reasons";

    private final Path file;
    private final Map<?, ?> entry;
    private final Map<?, ?> kept;

    /**
     * @param proof of the decision's entry, found to be sound
     * @param file what was kept
     */
    KeptTexts(byte[] proof, Path file) {
        this.file = file;
        this.entry = fields(CanonicalJson.read(ProofBundle.parse(proof).entry()));
        this.kept = fields(read(file));
    }

    private static @Nullable Object read(Path file) {
        try {
            return CanonicalJson.read(Folders.read(file));
        } catch (LedgerException noJson) {
            throw wanting("KEPT-UNREADABLE", file + " is not what a recorded decision's answer was kept in", noJson);
        }
    }

    /** Finds that the answer in the kept file is the one recorded. */
    List<String> findings(Map<String, Path> others) {
        List<String> findings = new ArrayList<>();
        Map<?, ?> answer = fields(kept.get("answer"));
        findings.add(compare(ANSWER, CanonicalJson.write(answer).getBytes(UTF_8), "The answer in " + file));
        if (answer.get("sentence") instanceof String sentence) {
            // Without characters that move or hide text on a screen: who kept the answer may wish to write the verdict
            // too.
            findings.add("It says: " + sentence.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD"));
        }
        new TreeMap<>(others)
                .forEach((name, path) -> findings.add(
                        compare(name, Folders.read(path), "The file " + path + ", as the decision's " + name + ",")));
        return findings;
    }

    private String compare(String name, byte[] text, String what) {
        if (!(entry.get(name) instanceof String recorded)) {
            throw wanting("TEXT-OTHER", "The entry holds no hash of its " + name, null);
        }
        byte[] salt;
        try {
            salt = HexFormat.of()
                    .parseHex(String.valueOf(fields(kept.get("salts")).get(name)));
        } catch (IllegalArgumentException noHex) {
            throw wanting("KEPT-UNREADABLE", file + " has no salt for the decision's " + name, noHex);
        }
        if (salt.length != SaltedHash.SALT_BYTES || !SaltedHash.of(salt, text).equals(recorded)) {
            throw wanting(
                    "TEXT-OTHER",
                    what + " is not the one that was recorded: it was changed, or belongs to another decision",
                    null);
        }
        return what + " is the one that was recorded, word for word.";
    }

    private static Map<?, ?> fields(@Nullable Object value) {
        return value instanceof Map<?, ?> fields ? fields : Map.of();
    }

    private static CommandException wanting(String code, String what, @Nullable Throwable cause) {
        return new CommandException(
                code,
                ExitCode.REFUSED,
                what + ". Ask whoever keeps the decision for the files that belong to it.",
                cause);
    }
}
