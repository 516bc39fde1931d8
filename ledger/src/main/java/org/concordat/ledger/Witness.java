package org.concordat.ledger;

import java.time.Instant;
import java.util.Optional;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.proofs.WitnessRequest;

/**
 * A partner who keeps the last checkpoint it saw of a ledger, and cosigns the next only when that begins with everything
 * the last one held. With a witness that it does not control, a ledger cannot show different people different pasts.
 */
public final class Witness {
    private final SigningKey key;

    /** @param key a key that signs for no ledger */
    public Witness(SigningKey key) {
        this.key = key;
    }

    /** What a witness answers. */
    public sealed interface Answer {
        /**
         * It cosigned.
         *
         * @param line goes back to the ledger
         * @param seen what the witness must keep, safely, before it hands the line out
         */
        record Cosigned(NoteSignature line, Checkpoint seen) implements Answer {}

        /**
         * It did not.
         *
         * @param code with a heading in the manual's page of errors
         * @param reason one sentence or two
         */
        record Refused(String code, String reason) implements Answer {}
    }

    /**
     * Answers a request.
     *
     * @param keys the ledger's, beginning with the one that the witness has from the ledger's keeper
     * @param lastSeen what the last answer to this ledger said to keep; empty only the first time
     */
    public Answer answer(WitnessRequest request, LedgerKeys keys, Optional<Checkpoint> lastSeen, Instant now) {
        Checkpoint asked = request.checkpoint().checkpoint();
        if (!asked.origin().equals(keys.first().name())
                || lastSeen.filter(last -> !last.origin().equals(asked.origin()))
                        .isPresent()) {
            return new Answer.Refused(
                    "WITNESS-OTHER-LEDGER",
                    "The request is by " + asked.origin() + ", which is not the ledger that this witness knows.");
        }
        try {
            keys.signerOf(request.checkpoint());
        } catch (LedgerException trouble) {
            return new Answer.Refused(trouble.code(), String.valueOf(trouble.getMessage()));
        }
        long known = lastSeen.map(Checkpoint::size).orElse(0L);
        if (asked.size() < known) {
            return new Answer.Refused(
                    "WITNESS-GOES-BACK",
                    "The checkpoint has " + asked.size() + " entries, and the witness has seen " + known
                            + ". Either it is an old one, or the ledger was cut short.");
        }
        if (request.proof().oldSize() != known) {
            return new Answer.Refused(
                    "WITNESS-OTHER-SIZE",
                    "The request begins at " + request.proof().oldSize() + " entries, and the witness has seen " + known
                            + ". Ask for a request that begins there.");
        }
        boolean continues = lastSeen.isEmpty()
                ? request.proof().hashes().isEmpty()
                : request.proof().holds(lastSeen.get().root(), asked.root());
        if (!continues) {
            return new Answer.Refused(
                    "LEDGER-FORKED",
                    "The checkpoint does not continue the one that the witness has seen: entries before number " + known
                            + " were changed. Keep both, and tell the other partners.");
        }
        return new Answer.Cosigned(key.cosign(asked, now), asked);
    }
}
