package org.concordat.ledger.merkle;

import java.util.List;

/**
 * That a later tree only added leaves to an earlier one (RFC 6962, section 2.1.2).
 *
 * @param oldSize leaves of the earlier tree, 0 or more
 * @param newSize leaves of the later tree, at least {@code oldSize}
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> hashes) {
    public ConsistencyProof {
        if (oldSize < 0 || newSize < oldSize) {
            throw new IllegalArgumentException(
                    "sizes are 0 or more and the later one is no smaller; given " + oldSize + " and " + newSize);
        }
        hashes = List.copyOf(hashes);
    }

    /**
     * Whether the tree with the later root begins with all of the tree with the earlier root. Every tree begins with the
     * empty one, and then the later root is not looked at.
     */
    public boolean holds(Hash oldRoot, Hash newRoot) {
        if (oldSize == newSize) {
            return hashes.isEmpty() && oldRoot.equals(newRoot);
        }
        if (oldSize == 0) {
            return hashes.isEmpty() && oldRoot.equals(new TreeHasher().empty());
        }
        // The largest complete subtree at the end of the earlier tree. Where it is the whole earlier tree, its hash is
        // the
        // earlier root, which the proof therefore leaves out.
        int level = Long.numberOfTrailingZeros(oldSize);
        boolean wholeTree = Long.bitCount(oldSize) == 1;
        int inner = Long.SIZE - Long.numberOfLeadingZeros(oldSize - 1 ^ newSize - 1) - level;
        long mask = oldSize - 1 >>> level;
        int expected = inner + Long.bitCount(mask >>> inner) + (wholeTree ? 0 : 1);
        if (hashes.size() != expected) {
            return false;
        }
        Hash seed = wholeTree ? oldRoot : hashes.getFirst();
        List<Hash> path = wholeTree ? hashes : hashes.subList(1, hashes.size());
        TreeHasher hasher = new TreeHasher();
        Hash before = seed;
        Hash after = seed;
        for (int i = 0; i < path.size(); i++) {
            boolean onTheLeft = i < inner && (mask >>> i & 1) == 0;
            if (onTheLeft) {
                after = hasher.node(after, path.get(i));
            } else {
                before = hasher.node(path.get(i), before);
                after = hasher.node(path.get(i), after);
            }
        }
        return before.equals(oldRoot) && after.equals(newRoot);
    }
}
