package org.concordat.server.auditlog.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Work in transactions that has an answer. */
final class Transactions {
    private Transactions() {}

    /** What {@code work} answers, which is never nothing. */
    static <T> T in(TransactionOperations transactions, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }
}
