package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.stores.LedgerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads whose entries are written together: what each is told, and how much goes into one batch. */
@Timeout(60)
final class GroupCommitTest {
    private final ReentrantLock lock = new ReentrantLock();
    private final GroupCommit waiting = new GroupCommit(lock);
    private final List<List<byte[]>> batches = new ArrayList<>();

    private List<Receipt> write(List<byte[]> batch) {
        long first = batches.stream().mapToLong(List::size).sum();
        batches.add(batch);
        List<Receipt> receipts = new ArrayList<>();
        batch.forEach(entry -> receipts.add(new Receipt(first + receipts.size(), new TreeHasher().leaf(entry))));
        return receipts;
    }

    @Test
    void whoeverWaitedMeanwhileIsWrittenInOneBatchAndGetsTheReceiptOfItsOwnEntry() throws Exception {
        List<byte[]> entries = List.of("a".getBytes(UTF_8), "b".getBytes(UTF_8), "c".getBytes(UTF_8));
        List<FutureTask<Receipt>> receipts = appendedWhileTheLockIsHeld(entries, this::write);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(receipts.get(i).get()).isEqualTo(new Receipt(i, new TreeHasher().leaf(entries.get(i))));
        }
        assertThat(batches).containsExactly(entries);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void aBatchHasAtMostHalfOfTheBytesThatAStoreTakesUnlessOneEntryAloneHasMore() throws Exception {
        int half = LedgerStore.LARGEST_BATCH_BYTES / 2;
        byte[] quarter = new byte[half / 2 - Integer.BYTES];
        byte[] more = new byte[half + 1];
        List<byte[]> entries = List.of(quarter, quarter, quarter, new byte[quarter.length + 1], more, quarter);
        for (FutureTask<Receipt> receipt : appendedWhileTheLockIsHeld(entries, this::write)) {
            receipt.get();
        }
        assertThat(batches).extracting(List::size).containsExactly(2, 1, 1, 1, 1);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(entries);
    }

    @Test
    void whenWritingFailsEveryOneOfTheBatchIsToldAndTheNextIsWritten() throws Exception {
        List<byte[]> entries = List.of(new byte[1], new byte[2]);
        var trouble = new LedgerException("STORE-FAILED", "The disk is full.");
        List<FutureTask<Receipt>> receipts = appendedWhileTheLockIsHeld(entries, batch -> {
            throw trouble;
        });
        for (FutureTask<Receipt> receipt : receipts) {
            assertThatThrownBy(receipt::get).hasCause(trouble);
        }
        assertThat(waiting.append(new byte[3], this::write).index()).isZero();
    }

    @Test
    void whenMemoryRunsOutNobodyIsLeftWaiting() throws Exception {
        List<byte[]> entries = List.of(new byte[1], new byte[2], new byte[3]);
        List<FutureTask<Receipt>> receipts = appendedWhileTheLockIsHeld(entries, batch -> {
            throw new OutOfMemoryError("made up");
        });
        List<Throwable> told = new ArrayList<>();
        for (FutureTask<Receipt> receipt : receipts) {
            try {
                told.add(new AssertionError("a receipt for what was not written: " + receipt.get()));
            } catch (ExecutionException trouble) {
                told.add(trouble.getCause());
            }
        }
        // The thread that wrote for all, whichever it was, and those for whom it did.
        assertThat(told).filteredOn(OutOfMemoryError.class::isInstance).hasSize(1);
        assertThat(told)
                .filteredOn(IllegalStateException.class::isInstance)
                .hasSize(2)
                .allSatisfy(trouble ->
                        assertThat(trouble).hasMessage("writing stopped").hasCauseInstanceOf(OutOfMemoryError.class));
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void whoIsInterruptedWhileWaitingGetsItsReceiptAndStaysInterrupted() throws Exception {
        var stillInterrupted = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            waiting.append(new byte[1], this::write);
            return Thread.interrupted();
        });
        var notInterrupted = new FutureTask<>(() -> {
            waiting.append(new byte[2], this::write);
            return Thread.interrupted();
        });
        runWhileTheLockIsHeld(List.of(stillInterrupted, notInterrupted));
        assertThat(stillInterrupted.get()).isTrue();
        assertThat(notInterrupted.get()).isFalse();
        assertThat(batches).hasSize(1);
    }

    private List<FutureTask<Receipt>> appendedWhileTheLockIsHeld(
            List<byte[]> entries, Function<List<byte[]>, List<Receipt>> write) {
        List<FutureTask<Receipt>> receipts = new ArrayList<>();
        for (byte[] entry : entries) {
            Callable<Receipt> appending = () -> waiting.append(entry, write);
            receipts.add(new FutureTask<>(appending));
        }
        runWhileTheLockIsHeld(receipts);
        return receipts;
    }

    /** Starts each when the one before it is queued, and lets go of the lock when all are. */
    private void runWhileTheLockIsHeld(List<? extends FutureTask<?>> tasks) {
        lock.lock();
        try {
            for (FutureTask<?> task : tasks) {
                Thread thread = Thread.ofPlatform().daemon().start(task);
                while (thread.getState() != Thread.State.TIMED_WAITING && !task.isDone()) {
                    assertThat(Thread.currentThread().isInterrupted())
                            .as("by the timeout, before the thread waited")
                            .isFalse();
                    Thread.onSpinWait();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
