package org.concordat.ledger.merkle;

/**
 * The right edge of a growing tree: the complete subtrees whose roots no other covers yet, at most one a level. Adding a
 * leaf costs two hashes on average, the root at most one a level.
 */
public final class Frontier {
    private static final int LEVELS = 63;

    private final TreeHasher hasher = new TreeHasher();
    private final Hash[] peaks = new Hash[LEVELS];
    private long size;

    /** An empty tree. */
    public Frontier() {}

    /** The tree of {@code size} leaves whose nodes are known. */
    public Frontier(NodeSource nodes, long size) {
        this.size = size;
        for (int level = 0; level < LEVELS; level++) {
            if ((size >>> level & 1) == 1) {
                peaks[level] = nodes.node(level, (size >>> level) - 1);
            }
        }
    }

    /** The same tree, to be grown apart from this one. */
    public Frontier copy() {
        Frontier copy = new Frontier();
        System.arraycopy(peaks, 0, copy.peaks, 0, LEVELS);
        copy.size = size;
        return copy;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** Adds a leaf, and tells {@code completed} of it and of every subtree that it completes, lowest first. */
    public void add(Hash leaf, Completed completed) {
        Hash node = leaf;
        int level = 0;
        completed.node(0, size, node);
        while ((size >>> level & 1) == 1) {
            node = hasher.node(peaks[level], node);
            level++;
            completed.node(level, size >>> level, node);
        }
        peaks[level] = node;
        size++;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        return fold(peaks, size, hasher);
    }

    static Hash fold(Hash[] peaks, long size, TreeHasher hasher) {
        if (size == 0) {
            return hasher.empty();
        }
        int lowest = Long.numberOfTrailingZeros(size);
        Hash root = peaks[lowest];
        for (int level = lowest + 1; level < LEVELS; level++) {
            if ((size >>> level & 1) == 1) {
                root = hasher.node(peaks[level], root);
            }
        }
        return root;
    }

    /** Hears of each subtree that has become complete. */
    @FunctionalInterface
    public interface Completed {
        /** See {@link NodeSource#node} for what level and index mean. */
        void node(int level, long index, Hash hash);
    }
}
