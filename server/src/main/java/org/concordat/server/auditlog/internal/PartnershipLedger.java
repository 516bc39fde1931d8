package org.concordat.server.auditlog.internal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.server.foundation.acting.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partnership's ledger, in the database. All that is written to it is written here, in one transaction at a time on the
 * whole database, whichever server asks for it.
 *
 * <p>A ledger keeps the right edge of its tree in memory. It is thrown away after every failure, also of a commit, and
 * whenever another server has written: so what was rolled back leaves nothing behind.
 */
public final class PartnershipLedger {
    /** What PostgreSQL calls the lock that writers wait for: "ledger" in ASCII. */
    private static final long WRITING = 0x6C6564676572L;

    private final JdbcClient sql;
    private final LedgerKey key;
    private final TransactionTemplate transactions;
    private final TransactionTemplate snapshots;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Ledger held;
    private long heldSize;

    /** Over the database of these connections. */
    public PartnershipLedger(JdbcClient sql, PlatformTransactionManager manager, LedgerKey key) {
        this.sql = sql;
        this.key = key;
        this.transactions = new TransactionTemplate(manager);
        this.snapshots = new TransactionTemplate(manager);
        snapshots.setReadOnly(true);
        snapshots.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What {@code question} finds out from the ledger as it stands at one moment. Called outside transactions, since it acts as
     * the server.
     */
    public <T> T reading(Function<Ledger, T> question) {
        requireNoTransaction();
        return Acting.asServer(
                "read-ledger", () -> Transactions.in(snapshots, () -> question.apply(Ledger.open(store()))));
    }

    /**
     * Does {@code work} while nobody else writes. What it does in the database and in the ledger is kept together, or not at
     * all.
     */
    <T> T writing(Function<Ledger, T> work) {
        requireNoTransaction();
        turn.lock();
        boolean done = false;
        try {
            T answer = Acting.asServer(
                    "write-ledger",
                    () -> Transactions.in(transactions, () -> {
                        sql.sql("select pg_advisory_xact_lock(?)")
                                .param(WRITING)
                                .query((_, _) -> true)
                                .single();
                        Ledger ledger = current();
                        T result = work.apply(ledger);
                        heldSize = ledger.size();
                        return result;
                    }));
            done = true;
            return answer;
        } finally {
            if (!done) {
                held = null;
            }
            turn.unlock();
        }
    }

    /** The key that signs. */
    SigningKey key() {
        return key.signingKey();
    }

    private Ledger current() {
        PostgresLedgerStore store = store();
        Ledger ledger = held;
        if (ledger == null || store.size() != heldSize) {
            ledger = isNew(store) ? Ledger.create(store, key().verifier()) : Ledger.open(store);
            requireItsKey(ledger);
            requireEveryPlace(ledger.size());
            held = ledger;
        }
        return ledger;
    }

    /** Whether nothing was ever signed. A ledger whose tables were emptied is not begun anew. */
    private boolean isNew(PostgresLedgerStore store) {
        return store.size() == 0 && sql.sql("""
                        select not exists (select from auditlog.checkpoint)
                           and not exists (select from auditlog.event_place)
                           and not exists (select from auditlog.ledger_document)
                        """).query(Boolean.class).single();
    }

    private void requireItsKey(Ledger ledger) {
        if (!key().verifier().equals(ledger.keys().current())) {
            throw new LedgerException(
                    "KEY-RETIRED",
                    "The server's signing key is not the one that signs for " + ledger.origin()
                            + " now. Restore the key that belongs to this database.");
        }
    }

    /** What was recorded since the last checkpoint is known from the places that were given to events. */
    private void requireEveryPlace(long size) {
        long given = sql.sql("select coalesce(max(place) + 1, 0) from auditlog.event_place")
                .query(Long.class)
                .single();
        if (given > size) {
            throw new LedgerException(
                    "LEDGER-CUT-SHORT",
                    "Events are said to be in the ledger up to entry number " + (given - 1) + ", and it holds " + size
                            + ". Write nothing to it; restore the database from a back-up.");
        }
    }

    private PostgresLedgerStore store() {
        return new PostgresLedgerStore(sql, transactions);
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "the ledger is used outside other transactions, since it acts as the server");
        }
    }
}
