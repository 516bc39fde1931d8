package org.concordat.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, section 2.1, word for word and slow: what the fast tree must agree with. */
public final class PlainTree {
    private static final TreeHasher HASHER = new TreeHasher();

    private PlainTree() {}

    /** MTH(D[n]). */
    public static Hash root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return HASHER.empty();
        }
        if (leaves.size() == 1) {
            return HASHER.leaf(leaves.getFirst());
        }
        int k = split(leaves.size());
        return HASHER.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PATH(m, D[n]). */
    public static List<Hash> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return index < k ? then(path(index, left), root(right)) : then(path(index - k, right), root(left));
    }

    /** PROOF(m, D[n]). */
    public static List<Hash> proof(int oldSize, List<byte[]> leaves) {
        return oldSize == 0 ? List.of() : subproof(oldSize, leaves, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> leaves, boolean known) {
        if (m == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        return m <= k ? then(subproof(m, left, known), root(right)) : then(subproof(m - k, right, false), root(left));
    }

    private static List<Hash> then(List<Hash> path, Hash last) {
        var longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
