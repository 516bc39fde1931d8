package org.concordat.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.concordat.ledger.stores.LedgerStore;

/**
 * Lets threads that append at the same time share one wait for the disk: while one writes, the others queue, and whoever
 * gets the lock next writes for all of them. Those whose entries are written are woken without having to take the lock in
 * turn, which for many threads would cost more than the disk does.
 */
final class GroupCommit {
    private static final int MOST_BYTES = LedgerStore.LARGEST_BATCH_BYTES / 2;

    private static final long LOOK_AGAIN_NANOS = 1_000_000;

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
        boolean interrupted = false;
        while (!own.over) {
            if (lock.tryLock()) {
                try {
                    if (!own.over) {
                        writeWaiting(write);
                    }
                } finally {
                    lock.unlock();
                }
                // Whoever queued meanwhile found the lock taken, and one of them must be the next to write.
                Waiting next = queue.peek();
                if (next != null) {
                    LockSupport.unpark(next.writer);
                }
            } else {
                // The lock may also be held by somebody who wakes nobody, so look again soon.
                LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Receipt> receipts =
                    write.apply(batch.stream().map(waiting -> waiting.entry).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).receipt = Optional.of(receipts.get(i));
            }
        } catch (RuntimeException trouble) {
            batch.forEach(waiting -> waiting.trouble = Optional.of(trouble));
        } catch (Error trouble) {
            // Such as no memory: nobody may be left waiting for it.
            RuntimeException stopped = new IllegalStateException("writing stopped", trouble);
            batch.forEach(waiting -> waiting.trouble = Optional.of(stopped));
            throw trouble;
        } finally {
            for (Waiting waiting : batch) {
                waiting.over = true;
                LockSupport.unpark(waiting.writer);
            }
        }
    }

    /** An entry whose writer waits. What became of it is set before {@code over} is, and read after. */
    private static final class Waiting {
        private final byte[] entry;
        private final Thread writer = Thread.currentThread();
        private Optional<Receipt> receipt = Optional.empty();
        private Optional<RuntimeException> trouble = Optional.empty();
        private volatile boolean over;

        Waiting(byte[] entry) {
            this.entry = entry;
        }
    }
}
