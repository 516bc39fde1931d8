package org.concordat.server.auditlog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.Receipt;
import org.concordat.ledger.entries.Entry;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.acting.Acting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves entries from where they wait into the ledger, in the order in which they were handed in, and has a checkpoint signed
 * when it is time. One thread, woken after each commit and every second.
 *
 * <p>Of two entries, of which one was committed before the other was handed in, that one comes first. What was handed in at the
 * same time may come in either order. While the database is away it tries again each second; when the ledger itself is not as it
 * must be it stops for good, and {@link LedgerHealth} says so. Entries wait meanwhile, and none is lost.
 */
public final class Sequencer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** Entries moved in one transaction: many enough for speed, few enough that other writers do not wait long. */
    private static final int MOST_A_TURN = 2_000;

    private final JdbcClient sql;
    private final TransactionTemplate looking;
    private final PartnershipLedger ledger;
    private final Checkpoints checkpoints;
    private final Waking waking;
    private volatile LedgerState state = new LedgerState.Resting();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Sequencer(
            JdbcClient sql,
            PlatformTransactionManager manager,
            PartnershipLedger ledger,
            Checkpoints checkpoints,
            Waking waking) {
        this.sql = sql;
        this.looking = new TransactionTemplate(manager);
        looking.setReadOnly(true);
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.waking = waking;
    }

    private record Waiting(long number, UUID event, byte[] entry) {}

    /**
     * Moves one batch.
     *
     * @return how many entries were moved; 0 when none waited
     */
    public int turn() {
        return isAnyWaiting() ? ledger.writing(this::move) : 0;
    }

    private boolean isAnyWaiting() {
        return Acting.asServer(
                "look-for-entries",
                () -> Transactions.in(
                        looking,
                        () -> sql.sql("select exists (select from auditlog.awaiting_entry)")
                                .query(Boolean.class)
                                .single()));
    }

    private int move(Ledger open) {
        List<Waiting> batch = sql.sql(
                        "select number, event, entry from auditlog.awaiting_entry order by number limit ?")
                .param(MOST_A_TURN)
                .query(Sequencer::waiting)
                .list();
        if (batch.isEmpty()) {
            return 0; // another server was quicker
        }
        // By number each, not up to the last: one with a lower number may be committed only now.
        sql.sql("delete from auditlog.awaiting_entry where number = any (?)")
                .param(batch.stream().mapToLong(Waiting::number).toArray())
                .update();
        List<Receipt> receipts = open.append(
                batch.stream().map(waiting -> Entry.recorded(waiting.entry())).toList());
        sql.sql("insert into auditlog.event_place (event, place) select * from unnest(?::uuid[], ?::bigint[])")
                .param(batch.stream().map(Waiting::event).toArray(UUID[]::new))
                .param(receipts.stream().mapToLong(Receipt::index).toArray())
                .update();
        return batch.size();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(row.getLong("number"), row.getObject("event", UUID.class), row.getBytes("entry"));
    }

    /** Moves all that waits now, and signs a checkpoint if it is time. */
    public void round() {
        boolean more = turn() > 0;
        while (more) {
            more = turn() > 0;
        }
        checkpoints.signWhenDue();
    }

    /** How it is going. */
    public LedgerState state() {
        return state;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("ledger-sequencer").start(this::work);
    }

    private void work() {
        boolean sound = false;
        try {
            while (running && !(state instanceof LedgerState.Stopped)) {
                state = tried();
                waking.rest(REST);
            }
            sound = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            if (!sound && !(state instanceof LedgerState.Stopped)) {
                state = new LedgerState.Stopped("LEDGER-STOPPED");
                LOG.error("The thread that writes the ledger ended. Start the server again. (LEDGER-STOPPED)");
            }
        }
    }

    /** One round, cut short when it is time to stop. */
    private void ownRound() {
        boolean more = turn() > 0;
        while (more && running) {
            more = turn() > 0;
        }
        if (running) {
            checkpoints.signWhenDue();
        }
    }

    private LedgerState tried() {
        try {
            ownRound();
            return new LedgerState.Working();
        } catch (LedgerException trouble) {
            LOG.error("Nothing more is written to the ledger. {}", trouble.getMessage());
            return new LedgerState.Stopped(trouble.code());
        } catch (ServerException trouble) {
            LOG.error("Nothing more is written to the ledger. {}", trouble.getMessage());
            return new LedgerState.Stopped(trouble.code());
        } catch (DataAccessException | TransactionException trouble) {
            if (!(state instanceof LedgerState.Waiting)) {
                // Its message may quote a row.
                LOG.warn(
                        "The ledger cannot be written now ({}); it is tried again each second. (LEDGER-WAITING)",
                        trouble.getClass().getSimpleName());
            }
            return new LedgerState.Waiting();
        }
    }

    /** Lets the turn under way end. What still waits is moved at the next start. */
    @Override
    public void stop() {
        running = false;
        waking.wake();
        try {
            join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the thread has ended. */
    void join() throws InterruptedException {
        Thread ending = thread;
        if (ending != null) {
            ending.join(LONGEST_STOP);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
