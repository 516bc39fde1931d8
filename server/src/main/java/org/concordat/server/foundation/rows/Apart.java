package org.concordat.server.foundation.rows;

import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.concordat.server.foundation.acting.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the server read or write in a transaction of its own while a caller's, begun on behalf of somebody else, waits. What is
 * done apart stays done when the caller's is rolled back.
 */
@Component
public class Apart {

    private final TransactionTemplate transaction;

    Apart(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does it and waits for it.
     *
     * @param task what the audit log calls it
     * @throws RuntimeException what the work throws
     */
    public <T> T asServer(String task, Supplier<T> work) {
        var apart = new FutureTask<T>(() -> Connections.lendingApart(() -> Acting.asServer(
                task, () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())))));
        Thread.ofVirtual().name("concordat-" + task).start(apart);
        try {
            return apart.get();
        } catch (java.util.concurrent.ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException trouble
                    ? trouble
                    : new CompletionException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }
}
