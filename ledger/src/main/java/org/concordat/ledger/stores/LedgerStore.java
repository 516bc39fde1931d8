package org.concordat.ledger.stores;

import java.util.List;
import java.util.Optional;
import org.concordat.ledger.merkle.Hash;

/**
 * Keeps entries in order, some hashes over them, and a few named documents. One ledger writes at a time; any number of
 * threads may read what has been acknowledged while it does.
 *
 * <p>A database needs three tables: entries by index, hashes by level and index, documents by name. {@link #append} is then
 * one transaction.
 */
public interface LedgerStore extends AutoCloseable {
    /** Hashes are kept for every eighth level of the tree, so that 256 of them make one a step higher. */
    int LEVELS_A_STEP = 8;

    /** More entries in one batch are refused. */
    int MOST_ENTRIES_A_BATCH = 65_536;

    /** A batch of more bytes is refused. */
    int LARGEST_BATCH_BYTES = 16 << 20;

    /** Whether hashes of a level are kept. */
    static boolean isKept(int level) {
        return level % LEVELS_A_STEP == 0;
    }

    /**
     * The hash of a complete subtree that an appended batch completed.
     *
     * @param level one that is kept
     */
    record Node(int level, long index, Hash hash) {}

    /** How many entries have been acknowledged. */
    long size();

    /**
     * Adds a batch after the last entry. When it returns, the batch survives any crash; when it throws, the batch may be
     * there after the store is opened again, whole, or not.
     *
     * @param entries at least one
     * @param nodes those of kept levels that the batch completes
     */
    void append(List<byte[]> entries, List<Node> nodes);

    /** The bytes of an acknowledged entry. */
    byte[] entry(long index);

    /** {@code count} hashes of a kept level from {@code first} on, 32 bytes each. */
    byte[] hashes(int level, long first, int count);

    /** What a document holds; empty where there is none. */
    Optional<byte[]> document(String name);

    /** Puts a document in the place of what was there, wholly or not at all; when it returns, it survives any crash. */
    void putDocument(String name, byte[] content);

    @Override
    void close();
}
