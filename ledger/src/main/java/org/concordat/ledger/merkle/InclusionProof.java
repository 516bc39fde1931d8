package org.concordat.ledger.merkle;

import java.util.List;

/**
 * That a leaf stands at a place in a tree: the hashes beside its way up to the root, the leaf's own neighbour first
 * (RFC 6962, section 2.1.1).
 *
 * @param index the leaf's place, from 0
 * @param size how many leaves the tree has, more than {@code index}
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a leaf's index is from 0 to size - 1; given " + index + " of " + size);
        }
        hashes = List.copyOf(hashes);
    }

    /** Whether the tree with this root holds the leaf there. */
    public boolean holds(Hash leaf, Hash root) {
        // Below this level the way up may turn left or right; above it, it runs along the tree's right edge.
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ size - 1);
        int border = Long.bitCount(index >>> inner);
        if (hashes.size() != inner + border) {
            return false;
        }
        TreeHasher hasher = new TreeHasher();
        Hash node = leaf;
        for (int i = 0; i < hashes.size(); i++) {
            boolean onTheLeft = i < inner && (index >>> i & 1) == 0;
            node = onTheLeft ? hasher.node(node, hashes.get(i)) : hasher.node(hashes.get(i), node);
        }
        return node.equals(root);
    }
}
