package org.concordat.server.auditlog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Every event gets into the ledger, once and in order, whoever writes at the same time and whatever stops. */
final class SequencerIT {
    private static final int WRITERS = 8;
    private static final int EVENTS_A_WRITER = 500;
    private static final Actor SERVER = new Actor.Server("test");

    private static final String IN_ORDER = """
            select e.about_id from auditlog.event_place p join auditlog.event e on e.id = p.event order by p.place
            """;

    @Test
    void allEventsOfManyWritersAreThereOnceInTheOrderOfEach() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        try (TestLog log = new TestLog(database, WRITERS + 2)) {
            log.sequencer.start();
            long began = System.nanoTime();
            write(log, 1);
            long written = System.nanoTime();
            log.sequencer.stop();
            log.drain();
            long moved = System.nanoTime();
            report("events recorded one a transaction by " + WRITERS + " threads", written - began);
            report("until all were in the ledger", moved - began);
            assertAllThereOnceAndInOrder(log);
        }
    }

    @Test
    void allEventsOfTransactionsOfFiftyAreThereToo() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        try (TestLog log = new TestLog(database, WRITERS + 2)) {
            log.sequencer.start();
            long began = System.nanoTime();
            write(log, 50);
            long written = System.nanoTime();
            log.sequencer.stop();
            log.drain();
            long moved = System.nanoTime();
            report("events recorded 50 a transaction by " + WRITERS + " threads", written - began);
            report("until all were in the ledger", moved - began);
            assertAllThereOnceAndInOrder(log);
        }
    }

    @Test
    void twoServersOnOneDatabaseMoveEachEventOnce() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        try (TestLog one = new TestLog(database, WRITERS + 2);
                TestLog other = new TestLog(database.application(), 2, one.key)) {
            one.sequencer.start();
            other.sequencer.start();
            write(one, 1);
            one.sequencer.stop();
            other.sequencer.stop();
            other.drain();
            assertAllThereOnceAndInOrder(other);
        }
    }

    @Test
    void connectionsThatBreakCostNoEventAndDoubleNone() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        try (TestLog log = new TestLog(database, WRITERS + 2)) {
            write(log, 50);
            JdbcClient another = JdbcClient.create(database.applicationConnections());
            for (int i = 0; i < 4; i++) {
                int broken = i;
                try {
                    log.ledger.writing(open -> {
                        // What a turn does, and the connection breaks before it is kept.
                        log.sql.sql("delete from auditlog.awaiting_entry").update();
                        open.append(List.of(open.size() > 0 ? open.entry(0) : aFirst(log)));
                        int backend = log.sql
                                .sql("select pg_backend_pid()")
                                .query(Integer.class)
                                .single();
                        return another.sql("select pg_terminate_backend(?)")
                                .param(backend)
                                .query(Boolean.class)
                                .single();
                    });
                    throw new AssertionError("connection " + broken + " did not break");
                } catch (DataAccessException | TransactionException _) {
                    assertThat(log.sequencer.turn()).isLessThanOrEqualTo(2000);
                }
            }
            log.drain();
            assertAllThereOnceAndInOrder(log);
        }
    }

    private static Entry aFirst(TestLog log) {
        return Entry.keyChanged(TestLog.MORNING, log.key.verifier().toString());
    }

    @Test
    void stopsForGoodWhereTheLedgerWasAlteredAndHealthSaysSo() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        SigningKey key;
        try (TestLog log = new TestLog(database, 3)) {
            key = log.key;
            log.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("first"));
            log.drain();
            assertThat(log.checkpoints.signWhenDue()).isPresent();
            JdbcClient.create(database.ownerConnections())
                    .sql("update auditlog.ledger_node set hash = decode(repeat('00', 32), 'hex')")
                    .update();
        }
        try (TestLog log = new TestLog(database.application(), 3, key)) {
            log.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("second"));
            LedgerHealth health = new LedgerHealth(log.sequencer);
            assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
            log.sequencer.start();
            log.sequencer.join();
            assertThat(log.sequencer.state()).isEqualTo(new LedgerState.Stopped("LEDGER-ALTERED"));
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails()).containsEntry("code", "LEDGER-ALTERED");
            assertThat(log.waiting()).isEqualTo(1);
        }
    }

    @Test
    void writesNothingWithTheKeyOfAnotherLedger() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        try (TestLog log = new TestLog(database, 2);
                TestLog stranger = new TestLog(database, 2)) {
            log.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("first"));
            log.drain();
            stranger.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("second"));
            stranger.sequencer.start();
            stranger.sequencer.join();
            assertThat(stranger.sequencer.state()).isEqualTo(new LedgerState.Stopped("KEY-RETIRED"));
            assertThat(stranger.waiting()).isEqualTo(1);
        }
    }

    private static void write(TestLog log, int eventsATransaction) throws InterruptedException, ExecutionException {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Actor actor = TestLog.person(Role.ANALYST, TestLog.COUNCIL);
                int number = writer;
                work.add(() -> {
                    for (int first = 0; first < EVENTS_A_WRITER; first += eventsATransaction) {
                        int from = first;
                        Acting.as(
                                actor,
                                () -> log.transactions.executeWithoutResult(_ -> {
                                    for (int i = from; i < from + eventsATransaction; i++) {
                                        log.log.record(TestLog.event(number + "-" + i));
                                    }
                                }));
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : writers.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static void assertAllThereOnceAndInOrder(TestLog log) {
        int all = WRITERS * EVENTS_A_WRITER;
        assertThat(log.waiting()).isZero();
        assertThat(log.ledger.<Long>reading(Ledger::size)).isEqualTo(all);
        List<String> inOrder = log.asked(SERVER, IN_ORDER, String.class);
        assertThat(inOrder).hasSize(all).doesNotHaveDuplicates();
        Map<String, Integer> next = new HashMap<>();
        for (String thing : inOrder) {
            String[] parts = thing.split("-");
            assertThat(Integer.parseInt(parts[1])).isEqualTo(next.getOrDefault(parts[0], 0));
            next.merge(parts[0], 1, Integer::sum);
        }
        assertThat(next)
                .hasSize(WRITERS)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(EVENTS_A_WRITER));
    }

    private static void report(String what, long nanos) {
        System.out.printf("%s: %.0f a second%n", what, WRITERS * EVENTS_A_WRITER / (nanos / 1e9));
    }
}
