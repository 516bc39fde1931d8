package org.concordat.ledger.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.concordat.ledger.LedgerException;

/**
 * A checkpoint with its signatures: the ledger's own, the ledger's again with the time, and those of witnesses.
 *
 * @param checkpoint what the note's text says
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
    public SignedCheckpoint {
        if (!checkpoint.text().equals(note.text())) {
            throw new IllegalArgumentException("the note says something other than the checkpoint");
        }
    }

    /** The checkpoint signed by a ledger's key at a time, cut to the second. */
    public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key, Instant time) {
        if (!key.verifier().name().equals(checkpoint.origin())) {
            throw new IllegalArgumentException(
                    "the key of " + key.verifier().name() + " cannot sign for " + checkpoint.origin());
        }
        return new SignedCheckpoint(
                checkpoint,
                new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text()), key.cosign(checkpoint, time))));
    }

    /** Reads a checkpoint and checks no signature. */
    public static SignedCheckpoint parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** The first of these keys that signed, for the checkpoint's own origin. */
    public Optional<VerifierKey> signer(List<VerifierKey> keys) {
        return note.signer(keys.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList());
    }

    /**
     * When a key cosigned this checkpoint; empty where it did not.
     *
     * @param key of a witness, or of the ledger, for which both uses will do
     * @throws LedgerException with {@code SIGNATURE-WRONG} when a line claims to be by the key and is not
     */
    public Optional<Instant> time(VerifierKey key) {
        return Cosignature.find(note, checkpoint, key.forUse(VerifierKey.Use.COSIGNATURE))
                .map(Cosignature::time);
    }

    /**
     * Whether a line is a key's cosignature of this checkpoint, whatever stands below it now.
     *
     * @throws LedgerException with {@code SIGNATURE-WRONG} when the line claims to be by the key and is not
     */
    public boolean isCosignedBy(NoteSignature line, VerifierKey key) {
        SignedNote alone = new SignedNote(note.text(), List.of(line));
        return new SignedCheckpoint(checkpoint, alone).time(key).isPresent();
    }

    /** The same checkpoint with one more signature. */
    public SignedCheckpoint with(NoteSignature signature) {
        return new SignedCheckpoint(checkpoint, note.with(signature));
    }
}
