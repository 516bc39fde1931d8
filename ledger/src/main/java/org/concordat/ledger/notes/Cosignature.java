package org.concordat.ledger.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.concordat.ledger.LedgerException;

/**
 * That a checkpoint was seen, consistent with all that its maker had seen of the ledger before, at a time
 * (c2sp.org/tlog-cosignature, cosignature/v1).
 *
 * @param by the witness, or the ledger itself, which states the time of its checkpoints in this way
 */
public record Cosignature(VerifierKey by, Instant time) {
    /** What the signed message begins with, so that it passes for no note. */
    static final String HEADER = "cosignature/v1";

    private static final int SIGNATURE_BYTES = 64;

    /**
     * The cosignature of a key below a checkpoint, the latest where there are several; empty where there is none.
     *
     * @throws LedgerException with {@code SIGNATURE-WRONG} when a line claims to be by the key and is not
     */
    static Optional<Cosignature> find(SignedNote note, Checkpoint checkpoint, VerifierKey key) {
        Optional<Cosignature> latest = Optional.empty();
        for (NoteSignature line : note.signatures()) {
            if (key.use() == VerifierKey.Use.COSIGNATURE && key.claimedBy(line)) {
                Cosignature found = verified(line, checkpoint, key);
                if (latest.isEmpty() || latest.get().time.isBefore(found.time)) {
                    latest = Optional.of(found);
                }
            }
        }
        return latest;
    }

    private static Cosignature verified(NoteSignature line, Checkpoint checkpoint, VerifierKey key) {
        byte[] timed = line.signature();
        if (timed.length == Long.BYTES + SIGNATURE_BYTES) {
            long seconds = ByteBuffer.wrap(timed).getLong();
            byte[] signature = Arrays.copyOfRange(timed, Long.BYTES, timed.length);
            boolean isTime = seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
            if (isTime && key.verifies(message(checkpoint, seconds), signature)) {
                return new Cosignature(key, Instant.ofEpochSecond(seconds));
            }
        }
        throw SignedNote.wrong(key);
    }

    static byte[] message(Checkpoint checkpoint, long seconds) {
        return (HEADER + "\ntime " + seconds + "\n" + checkpoint.text()).getBytes(UTF_8);
    }
}
