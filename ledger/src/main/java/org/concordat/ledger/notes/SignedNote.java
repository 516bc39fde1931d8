package org.concordat.ledger.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.Utf8;

/**
 * A text and the signatures below it, as c2sp.org/signed-note defines. Reading it checks no signature.
 *
 * @param text ends with a newline; has no control characters besides newlines
 * @param signatures at least one, at most {@value #MOST_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** More are refused. */
    public static final int MOST_SIGNATURES = 100;

    /** A longer note is refused. */
    public static final int LONGEST_BYTES = 1 << 20;

    public SignedNote {
        if (!text.endsWith("\n") || hasControls(text)) {
            throw new IllegalArgumentException("a note's text ends with a newline and has no control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to " + MOST_SIGNATURES + " signatures");
        }
        signatures = List.copyOf(signatures);
    }

    /** @throws LedgerException with {@code NOTE-UNREADABLE} unless it is exactly one note */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > LONGEST_BYTES) {
            throw unreadable("is longer than " + LONGEST_BYTES + " bytes");
        }
        String note = Utf8.decode(bytes).orElseThrow(() -> unreadable("is not UTF-8"));
        if (hasControls(note)) {
            throw unreadable("has control characters");
        }
        // The text may hold empty lines; the last one parts it from the signatures.
        int parting = note.lastIndexOf("\n\n");
        if (parting < 0 || !note.endsWith("\n") || parting + 2 >= note.length()) {
            throw unreadable("has no signatures below an empty line");
        }
        List<String> lines = Arrays.asList(note.substring(parting + 2).split("\n"));
        if (lines.size() > MOST_SIGNATURES) {
            throw unreadable("has more than " + MOST_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = lines.stream()
                .map(line ->
                        NoteSignature.parse(line).orElseThrow(() -> unreadable("has a signature line that is none")))
                .toList();
        return new SignedNote(note.substring(0, parting + 1), signatures);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n');
    }

    static LedgerException unreadable(String how) {
        return new LedgerException(
                "NOTE-UNREADABLE", "What should be a signed note " + how + ". Ask who gave it to you for it again.");
    }

    /** The note as it is sent and stored. */
    public byte[] bytes() {
        return toString().getBytes(UTF_8);
    }

    /** The same note with one more signature, or itself where it has that line already. */
    public SignedNote with(NoteSignature signature) {
        if (signatures.contains(signature)) {
            return this;
        }
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * Whether this key signed the text.
     *
     * @throws LedgerException with {@code SIGNATURE-WRONG} when a line claims to be by the key and is not
     */
    public boolean signedBy(VerifierKey key) {
        boolean signed = false;
        for (NoteSignature line : signatures) {
            if (key.use() == VerifierKey.Use.NOTE && key.claimedBy(line)) {
                if (!key.verifies(text.getBytes(UTF_8), line.signature())) {
                    throw wrong(key);
                }
                signed = true;
            }
        }
        return signed;
    }

    static LedgerException wrong(VerifierKey key) {
        return new LedgerException(
                "SIGNATURE-WRONG",
                "A signature that claims to be by " + key.name() + " is not. The text or the signature was changed:"
                        + " trust nothing of it, and ask for the original.");
    }

    /** The first key among these that signed the text. */
    public Optional<VerifierKey> signer(List<VerifierKey> keys) {
        return keys.stream().filter(this::signedBy).findFirst();
    }

    /** The note as text. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }
}
