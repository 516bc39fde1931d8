package org.concordat.ledger.notes;

import java.util.List;
import org.concordat.ledger.LedgerException;

/**
 * That one key of a ledger takes over from another: a note signed by both, in which the old key names the new one and the
 * size from which it signs.
 *
 * <p>The old key signs checkpoints up to that size, the new one from it on. So whoever gets hold of a key that was retired
 * can sign nothing that comes later.
 *
 * @param origin the ledger
 * @param size entries the ledger had when the keys changed, the {@code KEY_CHANGED} entry among them
 * @param next the key that takes over
 */
public record KeySuccession(String origin, long size, VerifierKey next) {
    private static final String HEADER = "concordat ledger key succession 1";

    public KeySuccession {
        if (!next.name().equals(origin) || next.use() != VerifierKey.Use.NOTE) {
            throw new IllegalArgumentException("a ledger's next key is a key for notes with the ledger's own name");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is 0 or more; given " + size);
        }
    }

    /** The note by which {@code old} hands over to {@code next}. */
    public static SignedNote sign(SigningKey old, SigningKey next, long size) {
        String text = new KeySuccession(old.verifier().name(), size, next.verifier()).text();
        return new SignedNote(text, List.of(old.sign(text), next.sign(text)));
    }

    /**
     * What a note says, once both keys are seen to have signed it.
     *
     * @throws LedgerException with {@code NOTE-UNREADABLE} or {@code SIGNATURE-WRONG}
     */
    public static KeySuccession verified(SignedNote note, VerifierKey old) {
        List<String> lines = List.of(note.text().split("\n", -1));
        // The last of the five is empty: a note's text ends with a newline.
        if (lines.size() != 5 || !lines.getFirst().equals(HEADER)) {
            throw SignedNote.unreadable("is no key succession");
        }
        VerifierKey next = VerifierKey.parse(lines.get(3));
        String origin = lines.get(1);
        if (!origin.equals(old.name()) || !next.name().equals(origin) || next.use() != VerifierKey.Use.NOTE) {
            throw SignedNote.unreadable("is the key succession of another ledger");
        }
        if (!note.signedBy(old)) {
            throw SignedNote.wrong(old);
        }
        if (!note.signedBy(next)) {
            throw SignedNote.wrong(next);
        }
        return new KeySuccession(origin, Checkpoint.parseSize(lines.get(2)), next);
    }

    private String text() {
        return HEADER + "\n" + origin + "\n" + size + "\n" + next + "\n";
    }
}
