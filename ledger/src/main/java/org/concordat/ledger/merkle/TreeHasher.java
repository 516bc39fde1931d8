package org.concordat.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes leaves and nodes as RFC 6962, section 2.1, says: SHA-256 over a zero byte and the leaf, or over a one byte and
 * the two hashes below. The different first bytes keep a leaf from passing for a node.
 *
 * <p>Keeps a digest that it uses again, so one hasher serves one thread.
 */
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    /** What stands for a leaf. */
    public Hash leaf(byte[] leaf) {
        digest.update(LEAF);
        return Hash.owning(digest.digest(leaf));
    }

    /** What stands for two neighbouring subtrees. */
    public Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.raw());
        return Hash.owning(digest.digest(right.raw()));
    }

    /** The root of a tree without leaves: the hash of nothing. */
    public Hash empty() {
        return Hash.owning(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
