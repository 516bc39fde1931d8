package org.concordat.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.stores.LedgerStore;

/** A store as a database would fill it: three tables, and a transaction that can fail. */
public final class MemoryStore implements LedgerStore {
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<Integer, List<Hash>> hashes = new HashMap<>();
    private final Map<String, byte[]> documents = new TreeMap<>();
    private int batches;
    private boolean failing;

    /** Makes appending fail, or work again. */
    public void fail(boolean fail) {
        failing = fail;
    }

    /** How many batches were appended. */
    public int batches() {
        return batches;
    }

    /** The bytes of an entry, to be changed behind the ledger's back. */
    public List<byte[]> entries() {
        return entries;
    }

    /** The kept hashes of a level, to be changed behind the ledger's back. */
    public List<Hash> level(int level) {
        return hashes.computeIfAbsent(level, _ -> new ArrayList<>());
    }

    @Override
    public synchronized long size() {
        return entries.size();
    }

    @Override
    public synchronized void append(List<byte[]> batch, List<Node> nodes) {
        if (failing) {
            throw new IllegalStateException("the database is away");
        }
        entries.addAll(batch);
        for (Node node : nodes) {
            if (!LedgerStore.isKept(node.level()) || level(node.level()).size() != node.index()) {
                throw new IllegalStateException("a node came out of order: " + node);
            }
            level(node.level()).add(node.hash());
        }
        batches++;
    }

    @Override
    public synchronized byte[] entry(long index) {
        return entries.get((int) index);
    }

    @Override
    public synchronized byte[] hashes(int level, long first, int count) {
        byte[] bytes = new byte[count * Hash.BYTES];
        for (int i = 0; i < count; i++) {
            Objects.requireNonNull(hashes.get(level)).get((int) first + i).writeTo(bytes, i * Hash.BYTES);
        }
        return bytes;
    }

    @Override
    public synchronized Optional<byte[]> document(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    @Override
    public synchronized void putDocument(String name, byte[] content) {
        documents.put(name, content.clone());
    }

    @Override
    public void close() {}
}
