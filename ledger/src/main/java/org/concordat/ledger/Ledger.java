package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.merkle.ConsistencyProof;
import org.concordat.ledger.merkle.Frontier;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.InclusionProof;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.merkle.TreeProofs;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.KeySuccession;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.notes.VerifierKey;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.ledger.stores.KeptNodes;
import org.concordat.ledger.stores.LedgerStore;

/**
 * An append-only record. Entries go in by {@link #append}; {@link #sign} says how the record stands; witnesses cosign that;
 * {@link #prove} gives whoever asks a text with which they can check an entry without us.
 *
 * <p>Any number of threads may use it at once. Threads that append single entries at the same time share one wait for the
 * disk. A ledger signs no checkpoint that does not continue its last one.
 */
public final class Ledger implements AutoCloseable {
    /** The document with the ledger's keys. */
    static final String KEYS = "keys";

    private final LedgerStore store;
    private final KeptCheckpoints checkpoints;
    private final ReentrantLock writing = new ReentrantLock();
    private final GroupCommit waiting = new GroupCommit(writing);
    private volatile LedgerKeys keys;
    private Frontier frontier;

    private Ledger(LedgerStore store, LedgerKeys keys) {
        this.store = store;
        this.checkpoints = new KeptCheckpoints(store);
        this.keys = keys;
        this.frontier = new Frontier(new KeptNodes(store), store.size());
    }

    /**
     * Begins a ledger in an empty store. Closes the store when it throws.
     *
     * @param key signs its first checkpoints; its name becomes the ledger's origin
     * @throws LedgerException with {@code LEDGER-EXISTS} when the store holds one
     */
    public static Ledger create(LedgerStore store, VerifierKey key) {
        return closingOnTrouble(store, () -> begin(store, key));
    }

    private static Ledger begin(LedgerStore store, VerifierKey key) {
        if (store.document(KEYS).isPresent() || store.size() > 0) {
            throw new LedgerException(
                    "LEDGER-EXISTS", "There is a ledger here already. Open it, or begin the new one elsewhere.");
        }
        LedgerKeys keys = new LedgerKeys(key, List.of());
        store.putDocument(KEYS, keys.file().getBytes(UTF_8));
        return new Ledger(store, keys);
    }

    /**
     * Opens a ledger, and checks it against its own last checkpoints. Closes the store when it throws.
     *
     * @throws LedgerException with {@code LEDGER-NOT-FOUND}, or, when it does not continue what it has signed,
     *     {@code LEDGER-CUT-SHORT} or {@code LEDGER-ALTERED}
     */
    public static Ledger open(LedgerStore store) {
        return closingOnTrouble(store, () -> reopen(store));
    }

    private static Ledger closingOnTrouble(LedgerStore store, Supplier<Ledger> opening) {
        try {
            return opening.get();
        } catch (RuntimeException trouble) {
            store.close();
            throw trouble;
        }
    }

    private static Ledger reopen(LedgerStore store) {
        LedgerKeys keys = store.document(KEYS)
                .map(LedgerKeys::parse)
                .orElseThrow(() -> new LedgerException(
                        "LEDGER-NOT-FOUND",
                        "There is no ledger here. Begin one with ledger init, or name its folder."));
        Ledger ledger = new Ledger(store, keys);
        ledger.checkpoint().ifPresent(ledger::check);
        ledger.witnessed().ifPresent(ledger::check);
        return ledger;
    }

    private void check(SignedCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        keys.signerOf(signed);
        if (checkpoint.size() > store.size()) {
            throw new LedgerException(
                    "LEDGER-CUT-SHORT",
                    "The ledger has signed a checkpoint of " + checkpoint.size() + " entries and holds " + store.size()
                            + ". Write nothing to it; restore it from a copy.");
        }
        if (!root(checkpoint.size()).equals(checkpoint.root())) {
            throw new LedgerException(
                    "LEDGER-ALTERED",
                    "The first " + checkpoint.size()
                            + " entries are not those of the checkpoint that the ledger signed."
                            + " Write nothing to it; restore it from a copy, and compare both with a witness's checkpoint.");
        }
    }

    /** The ledger's name. */
    public String origin() {
        return keys.first().name();
    }

    /** How many entries are recorded. */
    public long size() {
        return store.size();
    }

    /** The keys it has signed with. */
    public LedgerKeys keys() {
        return keys;
    }

    /** Records an entry. When it returns, the entry survives any crash. */
    public Receipt append(Entry entry) {
        return waiting.append(entry.canonical(), this::write);
    }

    /**
     * Records entries in one batch, all of them or none.
     *
     * @param entries at most {@value LedgerStore#MOST_ENTRIES_A_BATCH}
     */
    public List<Receipt> append(List<Entry> entries) {
        writing.lock();
        try {
            return entries.isEmpty()
                    ? List.of()
                    : write(entries.stream().map(Entry::canonical).toList());
        } finally {
            writing.unlock();
        }
    }

    private List<Receipt> write(List<byte[]> batch) {
        // A copy, so that a batch which the store refuses leaves no trace here.
        Frontier next = frontier.copy();
        TreeHasher hasher = new TreeHasher();
        List<Receipt> receipts = new ArrayList<>(batch.size());
        List<LedgerStore.Node> nodes = new ArrayList<>();
        for (byte[] entry : batch) {
            Hash leaf = hasher.leaf(entry);
            receipts.add(new Receipt(next.size(), leaf));
            next.add(leaf, (level, index, hash) -> {
                if (LedgerStore.isKept(level)) {
                    nodes.add(new LedgerStore.Node(level, index, hash));
                }
            });
        }
        store.append(batch, nodes);
        frontier = next;
        return receipts;
    }

    /** The entry at a place, from 0. */
    public Entry entry(long index) {
        return Entry.recorded(store.entry(known(index)));
    }

    private long known(long index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException("entries are numbered from 0 to " + (size() - 1) + "; given " + index);
        }
        return index;
    }

    /**
     * Signs how the ledger stands now, and keeps that as its latest checkpoint.
     *
     * @param key the one whose turn it is
     * @throws LedgerException with {@code KEY-RETIRED} when it is another key's turn
     */
    public SignedCheckpoint sign(SigningKey key, Instant time) {
        writing.lock();
        try {
            if (!key.verifier().equals(keys.current())) {
                throw new LedgerException(
                        "KEY-RETIRED",
                        "The key given is not the one that signs for " + origin()
                                + " now. Use the key that took over.");
            }
            // Should the files have changed under us, nothing is signed that contradicts what was.
            checkpoint().ifPresent(this::check);
            SignedCheckpoint signed =
                    SignedCheckpoint.sign(new Checkpoint(origin(), frontier.size(), frontier.root()), key, time);
            checkpoints.putLatest(signed);
            return signed;
        } finally {
            writing.unlock();
        }
    }

    /** The latest checkpoint. */
    public Optional<SignedCheckpoint> checkpoint() {
        return checkpoints.latest();
    }

    /** The latest checkpoint that a witness has cosigned. */
    public Optional<SignedCheckpoint> witnessed() {
        return checkpoints.witnessed();
    }

    /**
     * Adds a witness's line to the checkpoint that it is for: the latest, the one that witnesses were last asked for, or the
     * latest witnessed one. Every checkpoint that a witness has cosigned is kept, since it dates what it covers.
     *
     * @throws LedgerException with {@code SIGNATURE-WRONG} when the line is not the witness's, for none of them
     */
    public SignedCheckpoint addCosignature(NoteSignature line, VerifierKey witness) {
        writing.lock();
        try {
            return checkpoints.addCosignature(line, witness);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Lets another key take over: records it, signs with the old key that it does, and a checkpoint with each.
     *
     * @return the ledger's keys, the new one last
     */
    public LedgerKeys changeKey(SigningKey old, SigningKey next, Instant time) {
        writing.lock();
        try {
            keys.with(KeySuccession.sign(old, next, size())); // refuses what cannot be before anything is recorded
            Entry change = Entry.keyChanged(time, next.verifier().toString());
            write(List.of(change.canonical()));
            sign(old, time);
            LedgerKeys more = keys.with(KeySuccession.sign(old, next, size()));
            store.putDocument(KEYS, more.file().getBytes(UTF_8));
            keys = more;
            sign(next, time);
            return more;
        } finally {
            writing.unlock();
        }
    }

    /** The root of the tree over the first {@code size} entries. */
    public Hash root(long size) {
        return proofs(size).root(size);
    }

    /** That the ledger of {@code size} entries holds entry {@code index}. */
    public InclusionProof inclusion(long index, long size) {
        return proofs(size).inclusion(index, size);
    }

    /** That the ledger of {@code newSize} entries begins with that of {@code oldSize}. */
    public ConsistencyProof consistency(long oldSize, long newSize) {
        return proofs(newSize).consistency(oldSize, newSize);
    }

    private TreeProofs proofs(long size) {
        if (size < 0 || size > size()) {
            throw new IllegalArgumentException("the ledger has " + size() + " entries; given " + size);
        }
        return new TreeProofs(new KeptNodes(store));
    }

    /**
     * A text that proves an entry to somebody who has nothing but the ledger's key: for the earliest checkpoint which reaches
     * it that a witness has cosigned, since that gives the earliest date, or, where none does, for the latest of all.
     *
     * @param since sizes of earlier checkpoints, to which the proof also leads
     * @throws LedgerException with {@code CHECKPOINT-MISSING} when no checkpoint reaches the entry
     */
    public ProofBundle prove(long index, List<Long> since) {
        byte[] entry = store.entry(known(index));
        long reach = since.stream().mapToLong(Long::longValue).max().orElse(0);
        long least = Math.max(index + 1, reach);
        SignedCheckpoint signed = checkpoints
                .earliestWitnessed(least)
                .or(() -> checkpoint().filter(latest -> latest.checkpoint().size() >= least))
                .orElseThrow(() -> new LedgerException(
                        "CHECKPOINT-MISSING",
                        "No checkpoint reaches entry " + index + " and all that is asked for. Sign one first: ledger"
                                + " checkpoint."));
        check(signed);
        long size = signed.checkpoint().size();
        List<ConsistencyProof> earlier = since.stream()
                .distinct()
                .sorted()
                .map(old -> consistency(old, size))
                .toList();
        return new ProofBundle(entry, inclusion(index, size), signed, keys, earlier);
    }

    /**
     * What to send a witness, so that it cosigns the latest checkpoint. Its line can be added though others have been signed
     * by then.
     *
     * @param known the size that the witness has cosigned before; 0 at first
     */
    public WitnessRequest witnessRequest(long known) {
        SignedCheckpoint latest = checkpoint()
                .orElseThrow(() -> new LedgerException(
                        "CHECKPOINT-MISSING", "The ledger has no checkpoint yet. Sign one first: ledger checkpoint."));
        if (known < 0 || known > latest.checkpoint().size()) {
            throw new IllegalArgumentException("the latest checkpoint has "
                    + latest.checkpoint().size() + " entries; the witness cannot know " + known);
        }
        checkpoints.putAsked(latest);
        return new WitnessRequest(consistency(known, latest.checkpoint().size()), latest);
    }

    /** Closes the store. */
    @Override
    public void close() {
        writing.lock();
        try {
            store.close();
        } finally {
            writing.unlock();
        }
    }
}
