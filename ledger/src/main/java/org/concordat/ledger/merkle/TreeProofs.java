package org.concordat.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a tree, from the hashes of its complete subtrees (RFC 6962, section 2.1). Each asks for a number
 * of nodes that grows with the logarithm of the size.
 */
public final class TreeProofs {
    private final NodeSource nodes;
    private final TreeHasher hasher = new TreeHasher();

    /** @param nodes knows every complete subtree of the trees that are asked about */
    public TreeProofs(NodeSource nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree of the first {@code size} leaves. */
    public Hash root(long size) {
        return size == 0 ? hasher.empty() : over(0, size);
    }

    /** That the tree of {@code size} leaves holds leaf {@code index}. */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a leaf's index is from 0 to size - 1; given " + index + " of " + size);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.add(over(middle, to));
                to = middle;
            } else {
                path.add(over(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path.reversed());
    }

    /** That the tree of {@code newSize} leaves begins with that of {@code oldSize}. */
    public ConsistencyProof consistency(long oldSize, long newSize) {
        if (oldSize < 0 || newSize < oldSize) {
            throw new IllegalArgumentException(
                    "sizes are 0 or more and the later one is no smaller; given " + oldSize + " and " + newSize);
        }
        if (oldSize == 0 || oldSize == newSize) {
            return new ConsistencyProof(oldSize, newSize, List.of());
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = newSize;
        while (to != oldSize) {
            long middle = from + split(to - from);
            if (oldSize <= middle) {
                path.add(over(middle, to));
                to = middle;
            } else {
                path.add(over(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(over(from, to));
        }
        return new ConsistencyProof(oldSize, newSize, path.reversed());
    }

    /** The hash over the leaves of a range that begins where a subtree of its size may begin. */
    private Hash over(long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return nodes.node(level, from >>> level);
        }
        long middle = from + split(length);
        return hasher.node(over(from, middle), over(middle, to));
    }

    /** The largest power of two below {@code length}, which is at least 2. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
