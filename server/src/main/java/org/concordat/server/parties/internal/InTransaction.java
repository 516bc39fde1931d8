package org.concordat.server.parties.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction that begins after it was said who acts: an annotation would begin it before. */
@Component
class InTransaction {

    private final TransactionTemplate template;

    InTransaction(PlatformTransactionManager transactions) {
        this.template = new TransactionTemplate(transactions);
    }

    <T> T of(Supplier<T> work) {
        return Objects.requireNonNull(template.execute(status -> work.get()));
    }
}
