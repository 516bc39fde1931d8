package org.concordat.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.concordat.ledger.stores.LedgerStore;

/**
 * Lets threads that append at the same time share one wait for the disk: while one writes, the others queue, and whoever
 * gets the lock next writes for all of them.
 */
final class GroupCommit {
    private static final int MOST_BYTES = LedgerStore.LARGEST_BATCH_BYTES / 2;

    private final ReentrantLock lock;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    GroupCommit(ReentrantLock lock) {
        this.lock = lock;
    }

    /**
     * Returns when the entry is written, by this thread or another.
     *
     * @param write writes a batch, all or nothing, and returns a receipt for each; called with the lock held
     */
    Receipt append(byte[] entry, Function<List<byte[]>, List<Receipt>> write) {
        Waiting own = new Waiting(entry);
        queue.add(own);
        lock.lock();
        try {
            while (!own.isOver()) {
                writeWaiting(write);
            }
        } finally {
            lock.unlock();
        }
        return own.receipt.orElseThrow(own.trouble::get);
    }

    private void writeWaiting(Function<List<byte[]>, List<Receipt>> write) {
        List<Waiting> batch = new ArrayList<>();
        long bytes = 0;
        for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
            bytes += next.entry.length + Integer.BYTES;
            if (!batch.isEmpty() && (bytes > MOST_BYTES || batch.size() == LedgerStore.MOST_ENTRIES_A_BATCH)) {
                break;
            }
            batch.add(queue.remove());
        }
        try {
            List<Receipt> receipts =
                    write.apply(batch.stream().map(waiting -> waiting.entry).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).receipt = Optional.of(receipts.get(i));
            }
        } catch (RuntimeException trouble) {
            batch.forEach(waiting -> waiting.trouble = Optional.of(trouble));
        }
    }

    /** An entry whose writer waits. What became of it is set and read with the lock held. */
    private static final class Waiting {
        private final byte[] entry;
        private Optional<Receipt> receipt = Optional.empty();
        private Optional<RuntimeException> trouble = Optional.empty();

        Waiting(byte[] entry) {
            this.entry = entry;
        }

        boolean isOver() {
            return receipt.isPresent() || trouble.isPresent();
        }
    }
}
