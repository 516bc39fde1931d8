package org.concordat.ledger.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.Utf8;

/**
 * The keys that a ledger has signed with, each named by the one before it. Written as the first key on a line, and below it
 * a line with = and the note of succession for each later one.
 *
 * @param first the key it began with
 * @param successions verified notes, oldest first
 */
public record LedgerKeys(VerifierKey first, List<SignedNote> successions) {
    /** More changes of key than this are refused. */
    public static final int MOST = 1000;

    private static final String BEFORE_EACH = "=\n";

    public LedgerKeys {
        successions = List.copyOf(successions);
        spans(first, successions);
    }

    /** One key's time: it signs checkpoints of {@code from} to {@code to} entries, both included. */
    public record Span(VerifierKey key, long from, long to) {}

    /** @throws LedgerException when a note is not by the key before it, or sizes run backwards */
    public static LedgerKeys parse(byte[] file) {
        String text = Utf8.decode(file).orElseThrow(() -> SignedNote.unreadable("is not UTF-8"));
        List<String> parts = List.of(text.split("(?md)^" + BEFORE_EACH, -1));
        String first = parts.getFirst();
        if (!first.endsWith("\n")) {
            throw SignedNote.unreadable("does not begin with a key on a line of its own");
        }
        List<SignedNote> notes = parts.stream()
                .skip(1)
                .map(note -> SignedNote.parse(note.getBytes(UTF_8)))
                .toList();
        return new LedgerKeys(VerifierKey.parse(first.substring(0, first.length() - 1)), notes);
    }

    /** The file that {@link #parse} reads. */
    public String file() {
        return first
                + "\n"
                + successions.stream().map(note -> BEFORE_EACH + note).collect(Collectors.joining());
    }

    /** Which key signs from which size to which. */
    public List<Span> spans() {
        return spans(first, successions);
    }

    private static List<Span> spans(VerifierKey first, List<SignedNote> successions) {
        if (successions.size() > MOST) {
            throw SignedNote.unreadable("has more than " + MOST + " changes of key");
        }
        List<Span> spans = new ArrayList<>();
        VerifierKey key = first;
        long from = 0;
        for (SignedNote note : successions) {
            KeySuccession succession = KeySuccession.verified(note, key);
            if (succession.size() < from) {
                throw SignedNote.unreadable("changes keys at a size before the one at which they last changed");
            }
            spans.add(new Span(key, from, succession.size()));
            if (spans.stream().anyMatch(span -> span.key().sameKeyAs(succession.next()))) {
                throw SignedNote.unreadable("goes back to a key that was retired");
            }
            key = succession.next();
            from = succession.size();
        }
        spans.add(new Span(key, from, Long.MAX_VALUE));
        return spans;
    }

    /** The key that signs now. */
    public VerifierKey current() {
        return spans().getLast().key();
    }

    /** The keys that may sign a checkpoint of this size: one, or two where they changed just there. */
    public List<VerifierKey> at(long size) {
        return spans().stream()
                .filter(span -> span.from() <= size && size <= span.to())
                .map(Span::key)
                .toList();
    }

    /**
     * The key that signed a checkpoint, which must be one of those whose time it was.
     *
     * @throws LedgerException with {@code SIGNATURE-WRONG} or, when only a retired or a later key signed,
     *     {@code KEY-RETIRED}
     */
    public VerifierKey signerOf(SignedCheckpoint checkpoint) {
        return checkpoint.signer(at(checkpoint.checkpoint().size())).orElseThrow(() -> {
            List<VerifierKey> all = spans().stream().map(Span::key).toList();
            return checkpoint.signer(all).isPresent()
                    ? new LedgerException(
                            "KEY-RETIRED",
                            "The checkpoint of " + checkpoint.checkpoint().size()
                                    + " entries is signed by a key of the ledger whose time it was not. Somebody may have"
                                    + " got hold of that key: trust nothing of it, and ask the ledger's keeper.")
                    : new LedgerException(
                            "SIGNATURE-MISSING",
                            "The checkpoint of " + checkpoint.checkpoint().size()
                                    + " entries is not signed by the ledger's key. Ask the ledger's keeper for the"
                                    + " original.");
        });
    }

    /** The keys with one more change. */
    public LedgerKeys with(SignedNote succession) {
        List<SignedNote> more = new ArrayList<>(successions);
        more.add(succession);
        return new LedgerKeys(first, more);
    }
}
