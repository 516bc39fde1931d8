package org.concordat.ledger.notes;

import java.util.List;
import java.util.regex.Pattern;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.merkle.Hash;

/**
 * How a ledger stood: three lines of text, as c2sp.org/tlog-checkpoint defines. Extension lines are refused, since no
 * witness checks them; the time stands with the signature instead.
 *
 * @param origin the ledger's name, unique in the world, such as {@code ledger.tideford.example}
 * @param size how many entries it had
 * @param root the root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        KeyNames.check(origin);
        if (origin.equals(Cosignature.HEADER)) {
            throw new IllegalArgumentException("no ledger may be called " + origin);
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is 0 or more; given " + size);
        }
    }

    /** @throws LedgerException with {@code NOTE-UNREADABLE} unless the text is exactly a checkpoint's */
    public static Checkpoint parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != 4
                || !lines.getLast().isEmpty()
                || !KeyNames.isOne(lines.getFirst())
                || lines.getFirst().equals(Cosignature.HEADER)) {
            throw unreadable("does not have three lines: name, size and root");
        }
        Hash root = Hash.ofBase64(lines.get(2)).orElseThrow(() -> unreadable("has a root that is no hash"));
        return new Checkpoint(lines.getFirst(), parseSize(lines.get(1)), root);
    }

    /** A size or index as checkpoints and proofs write it: decimal digits without leading zeros. */
    public static long parseSize(String digits) {
        try {
            if (SIZE.matcher(digits).matches()) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException _) {
            // Nineteen digits may still be too many.
        }
        throw unreadable("has a size or place that is no whole number");
    }

    private static LedgerException unreadable(String how) {
        return SignedNote.unreadable("is no checkpoint: it " + how);
    }

    /** The three lines that are signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
