package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.VerifierKey;
import org.concordat.ledger.stores.LedgerStore;

/**
 * A ledger's checkpoints, as documents of its store: the latest, the one that witnesses were last asked to cosign, and every
 * one that a witness has cosigned, since it dates what it covers. One thread writes at a time.
 */
final class KeptCheckpoints {
    private static final String LATEST = "checkpoint";
    /** Others may have been signed since. */
    private static final String ASKED = "checkpoint-asked";
    /** The latest that a witness has cosigned. */
    private static final String WITNESSED = "checkpoint-witnessed";
    /** The sizes of all that witnesses have cosigned, a line for each. */
    private static final String SIZES = "witnessed";
    /** With a size after it: the one of that size, with the lines of its witnesses. */
    private static final String OF_SIZE = "witnessed-";

    private final LedgerStore store;

    KeptCheckpoints(LedgerStore store) {
        this.store = store;
    }

    Optional<SignedCheckpoint> latest() {
        return read(LATEST);
    }

    void putLatest(SignedCheckpoint signed) {
        store.putDocument(LATEST, signed.note().bytes());
    }

    void putAsked(SignedCheckpoint signed) {
        store.putDocument(ASKED, signed.note().bytes());
    }

    /** The latest that a witness has cosigned. */
    Optional<SignedCheckpoint> witnessed() {
        return read(WITNESSED);
    }

    /** The smallest of at least that size that a witness has cosigned. */
    Optional<SignedCheckpoint> earliestWitnessed(long size) {
        return sizes().tailSet(size).stream().findFirst().flatMap(found -> read(OF_SIZE + found));
    }

    /**
     * Adds a witness's line to the checkpoint that it is for.
     *
     * @throws LedgerException with {@code SIGNATURE-WRONG} or {@code SIGNATURE-MISSING} when it is for none
     */
    SignedCheckpoint addCosignature(NoteSignature line, VerifierKey witness) {
        Optional<LedgerException> trouble = Optional.empty();
        for (String name : List.of(LATEST, ASKED, WITNESSED)) {
            Optional<SignedCheckpoint> before = read(name);
            try {
                if (before.isPresent() && before.get().isCosignedBy(line, witness)) {
                    return keep(withOtherWitnesses(before.get()).with(line));
                }
            } catch (LedgerException notForThisOne) {
                trouble = Optional.of(notForThisOne);
            }
        }
        throw trouble.orElseGet(() -> new LedgerException(
                "SIGNATURE-MISSING",
                "The line is not by " + witness.name() + ", or there is no checkpoint that it could be for."
                        + " Sign a checkpoint, and send that to the witness."));
    }

    private SignedCheckpoint withOtherWitnesses(SignedCheckpoint given) {
        return read(OF_SIZE + given.checkpoint().size())
                .filter(kept -> kept.checkpoint().equals(given.checkpoint()))
                .orElse(given);
    }

    private SignedCheckpoint keep(SignedCheckpoint cosigned) {
        byte[] note = cosigned.note().bytes();
        long size = cosigned.checkpoint().size();
        store.putDocument(OF_SIZE + size, note);
        SortedSet<Long> sizes = sizes();
        if (sizes.add(size)) {
            String lines = sizes.stream().map(each -> each + "\n").collect(Collectors.joining());
            store.putDocument(SIZES, lines.getBytes(UTF_8));
        }
        if (size == sizes.last()) {
            store.putDocument(WITNESSED, note);
        }
        if (latest().filter(latest -> latest.checkpoint().equals(cosigned.checkpoint()))
                .isPresent()) {
            store.putDocument(LATEST, note);
        }
        return cosigned;
    }

    private SortedSet<Long> sizes() {
        return store.document(SIZES).stream()
                .flatMap(lines -> new String(lines, UTF_8).lines())
                .map(Checkpoint::parseSize)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<SignedCheckpoint> read(String name) {
        return store.document(name).map(SignedCheckpoint::parse);
    }
}
