package org.concordat.ledger.merkle;

/** Where the hashes of complete subtrees come from. */
@FunctionalInterface
public interface NodeSource {
    /**
     * The hash over the leaves {@code index * 2^level} to {@code (index + 1) * 2^level}, the last one excluded.
     *
     * @param level 0 for a leaf
     */
    Hash node(int level, long index);
}
