package org.concordat.ledger.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.Utf8;
import org.concordat.ledger.merkle.ConsistencyProof;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.SignedCheckpoint;

/**
 * A ledger's request to a witness to cosign its checkpoint: the size that the witness knows, the proof that nothing before
 * it has changed, and the checkpoint (the body of c2sp.org/tlog-witness's add-checkpoint).
 */
public record WitnessRequest(ConsistencyProof proof, SignedCheckpoint checkpoint) {
    private static final String OLD = "old ";
    private static final int MOST_HASHES = 63;
    private static final int LONGEST_BYTES = 2 << 20;

    public WitnessRequest {
        if (proof.newSize() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("the proof is not for the checkpoint's size");
        }
    }

    /** The text that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder(OLD).append(proof.oldSize()).append('\n');
        proof.hashes().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    /** @throws LedgerException with {@code PROOF-UNREADABLE} or {@code NOTE-UNREADABLE} unless it is exactly one */
    public static WitnessRequest parse(byte[] bytes) {
        if (bytes.length > LONGEST_BYTES) {
            throw unreadable("is longer than " + LONGEST_BYTES + " bytes");
        }
        String text = Utf8.decode(bytes).orElseThrow(() -> unreadable("is not UTF-8"));
        int parting = text.indexOf("\n\n");
        List<String> lines =
                parting < 0 ? List.of() : List.of(text.substring(0, parting).split("\n", -1));
        if (lines.isEmpty()
                || lines.size() > 1 + MOST_HASHES
                || !lines.getFirst().startsWith(OLD)) {
            throw unreadable("does not begin with the size that the witness knows");
        }
        SignedCheckpoint checkpoint =
                SignedCheckpoint.parse(text.substring(parting + 2).getBytes(UTF_8));
        long old = Checkpoint.parseSize(lines.getFirst().substring(OLD.length()));
        if (old > checkpoint.checkpoint().size()) {
            throw unreadable("is for a checkpoint that is smaller than what the witness knows");
        }
        List<Hash> hashes = lines.stream()
                .skip(1)
                .map(line -> Hash.ofBase64(line).orElseThrow(() -> unreadable("has a hash that is none")))
                .toList();
        return new WitnessRequest(
                new ConsistencyProof(old, checkpoint.checkpoint().size(), hashes), checkpoint);
    }

    private static LedgerException unreadable(String how) {
        return new LedgerException(
                "PROOF-UNREADABLE",
                "What should be a request to a witness " + how + ". Ask the ledger's keeper for it again.");
    }
}
