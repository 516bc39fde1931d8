package org.concordat.ledger.stores;

import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.merkle.NodeSource;
import org.concordat.ledger.merkle.TreeHasher;

/** Every node of the tree, from those that a store keeps: at most 128 are read and hashed for one. One thread at a time. */
public final class KeptNodes implements NodeSource {
    private final LedgerStore store;
    private final TreeHasher hasher = new TreeHasher();

    public KeptNodes(LedgerStore store) {
        this.store = store;
    }

    @Override
    public Hash node(int level, long index) {
        int above = level % LedgerStore.LEVELS_A_STEP;
        int count = 1 << above;
        byte[] kept = store.hashes(level - above, index << above, count);
        Hash[] row = new Hash[count];
        for (int i = 0; i < count; i++) {
            row[i] = Hash.at(kept, i * Hash.BYTES);
        }
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                row[i] = hasher.node(row[2 * i], row[2 * i + 1]);
            }
        }
        return row[0];
    }
}
