package org.concordat.ledger.proofs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.Utf8;
import org.concordat.ledger.merkle.ConsistencyProof;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.InclusionProof;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.SignedCheckpoint;

/**
 * One entry and all that proves it, as text (c2sp.org/tlog-proof). Where that format leaves room for the application, it
 * holds the entry itself, the ledger's keys, and proofs that lead to earlier checkpoints.
 *
 * @param entry the entry's bytes
 * @param inclusion that the checkpoint's tree holds it
 * @param keys the ledger's, from its first on
 * @param since that the checkpoint continues earlier ones
 */
public record ProofBundle(
        byte[] entry,
        InclusionProof inclusion,
        SignedCheckpoint checkpoint,
        LedgerKeys keys,
        List<ConsistencyProof> since) {
    /** A longer bundle is refused. */
    public static final int LONGEST_BYTES = 4 << 20;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final String EXTRA_HEADER = "concordat ledger proof 1";
    private static final int MOST_HASHES = 128;

    public ProofBundle {
        long size = checkpoint.checkpoint().size();
        if (inclusion.size() != size || since.stream().anyMatch(proof -> proof.newSize() != size)) {
            throw new IllegalArgumentException("the proofs are not for the checkpoint's size");
        }
        entry = entry.clone();
        since = List.copyOf(since);
    }

    /** A copy of the entry's bytes. */
    @Override
    public byte[] entry() {
        return entry.clone();
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append(EXTRA).append(base64(extra().getBytes(US_ASCII))).append('\n');
        text.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.hashes().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    private String extra() {
        StringBuilder extra = new StringBuilder(EXTRA_HEADER).append('\n');
        extra.append("entry ").append(base64(entry)).append('\n');
        extra.append("keys ").append(base64(keys.file().getBytes(UTF_8))).append('\n');
        for (ConsistencyProof proof : since) {
            extra.append("since ").append(proof.oldSize());
            proof.hashes().forEach(hash -> extra.append(' ').append(hash.base64()));
            extra.append('\n');
        }
        return extra.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Reads a bundle; checks signatures among keys, but no proof.
     *
     * @throws LedgerException with {@code PROOF-UNREADABLE} or {@code NOTE-UNREADABLE} unless it is exactly one
     */
    public static ProofBundle parse(byte[] bytes) {
        if (bytes.length > LONGEST_BYTES) {
            throw unreadable("is longer than " + LONGEST_BYTES + " bytes");
        }
        String text = Utf8.decode(bytes).orElseThrow(() -> unreadable("is not UTF-8"));
        int parting = text.indexOf("\n\n");
        List<String> lines =
                parting < 0 ? List.of() : List.of(text.substring(0, parting).split("\n", -1));
        if (lines.size() < 3
                || lines.size() > 3 + MOST_HASHES
                || !lines.getFirst().equals(HEADER)
                || !lines.get(1).startsWith(EXTRA)
                || !lines.get(2).startsWith(INDEX)) {
            throw unreadable("does not begin as a proof of this ledger's kind");
        }
        SignedCheckpoint checkpoint =
                SignedCheckpoint.parse(text.substring(parting + 2).getBytes(UTF_8));
        long size = checkpoint.checkpoint().size();
        long index = Checkpoint.parseSize(lines.get(2).substring(INDEX.length()));
        if (index >= size) {
            throw unreadable("is for an entry that its checkpoint does not reach");
        }
        InclusionProof inclusion = new InclusionProof(index, size, hashes(lines.subList(3, lines.size())));
        return withExtra(decoded(lines.get(1).substring(EXTRA.length())), inclusion, checkpoint);
    }

    private static ProofBundle withExtra(byte[] extra, InclusionProof inclusion, SignedCheckpoint checkpoint) {
        String text = Utf8.decode(extra).orElse("");
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < 4
                || !lines.getFirst().equals(EXTRA_HEADER)
                || !lines.get(1).startsWith("entry ")
                || !lines.get(2).startsWith("keys ")
                || !lines.getLast().isEmpty()) {
            throw unreadable("does not hold the entry and the ledger's keys");
        }
        List<ConsistencyProof> since = new ArrayList<>();
        for (String line : lines.subList(3, lines.size() - 1)) {
            List<String> words = Arrays.asList(line.split(" ", -1));
            if (words.size() < 2
                    || words.size() > 2 + MOST_HASHES
                    || !words.getFirst().equals("since")) {
                throw unreadable("has a line that is not known");
            }
            long old = Checkpoint.parseSize(words.get(1));
            if (old > inclusion.size()) {
                throw unreadable("leads to a checkpoint that is later than its own");
            }
            since.add(new ConsistencyProof(old, inclusion.size(), hashes(words.subList(2, words.size()))));
        }
        return new ProofBundle(
                decoded(lines.get(1).substring("entry ".length())),
                inclusion,
                checkpoint,
                LedgerKeys.parse(decoded(lines.get(2).substring("keys ".length()))),
                since);
    }

    private static List<Hash> hashes(List<String> base64) {
        return base64.stream()
                .map(text -> Hash.ofBase64(text).orElseThrow(() -> unreadable("has a hash that is none")))
                .toList();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw unreadable("has a part that is not base64");
        }
    }

    private static LedgerException unreadable(String how) {
        return new LedgerException(
                "PROOF-UNREADABLE", "What should be a proof " + how + ". Ask who gave it to you for it again.");
    }

    /** The entry's place alone. */
    @Override
    public String toString() {
        return "ProofBundle[" + inclusion.index() + "]";
    }
}
