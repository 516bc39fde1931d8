package org.concordat.server.auditlog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.Codes;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** The store in PostgreSQL beside the one in files, and in every trouble that a database knows. */
final class LedgerStoreIT {
    private static final Codes CODES = new Codes(Map.of(Register.DOCUMENT, Set.of("minutes")));
    private static final Instant AT = Instant.parse("2026-11-30T09:15:30Z");

    private TestDatabase database;
    private TestLog log;

    @BeforeEach
    void begin() {
        database = TestDatabase.migrated();
        log = new TestLog(database, 2);
    }

    @AfterEach
    void end() {
        log.close();
    }

    private static List<Entry> entries(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> Entry.of(
                        EntryKind.DOCUMENT,
                        AT,
                        Map.of("document", "minutes", "fingerprint", "sha256:%064x".formatted(number)),
                        CODES))
                .toList();
    }

    private PostgresLedgerStore store() {
        return new PostgresLedgerStore(log.sql, log.transactions);
    }

    private static <T> T asServer(Supplier<T> work) {
        return Acting.asServer("test", work);
    }

    @Test
    void theSameEntriesGiveTheSameRootsAndProofsAsInFiles(@TempDir Path folder) {
        try (Ledger files = Ledger.create(FileStore.open(FolderDisk.of(folder)), log.key.verifier())) {
            asServer(() -> {
                Ledger tables = Ledger.create(store(), log.key.verifier());
                int size = 0;
                for (int batch : List.of(1, 1, 5, 248, 1, 1, 255, 1000, 3)) {
                    List<Entry> entries = entries(size, batch);
                    assertThat(tables.append(entries)).isEqualTo(files.append(entries));
                    size += batch;
                    assertThat(tables.root(size)).isEqualTo(files.root(size));
                }
                assertThat(tables.sign(log.key, AT)).isEqualTo(files.sign(log.key, AT));
                Ledger opened = Ledger.open(store());
                SplittableRandom random = new SplittableRandom(7);
                for (int i = 0; i < 60; i++) {
                    int of = random.nextInt(1, size + 1);
                    int place = random.nextInt(of);
                    assertThat(opened.inclusion(place, of)).isEqualTo(files.inclusion(place, of));
                    assertThat(opened.consistency(place, of)).isEqualTo(files.consistency(place, of));
                    assertThat(opened.entry(place)).isEqualTo(files.entry(place));
                }
                assertThat(opened.prove(17, List.of(5L)).text())
                        .isEqualTo(files.prove(17, List.of(5L)).text());
                return true;
            });
        }
    }

    @Test
    void whatIsRolledBackLeavesNothingBehind() {
        log.ledger.writing(open -> open.append(entries(0, 10)));
        assertThatThrownBy(() -> log.ledger.writing(open -> {
                    open.append(entries(10, 5));
                    throw new IllegalStateException("something went wrong after the append");
                }))
                .hasMessageContaining("after the append");
        log.ledger.writing(open -> open.append(entries(100, 7)));
        assertThat(log.ledger.<Long>reading(Ledger::size)).isEqualTo(17);
        assertThat(log.ledger.<Object>reading(open -> open.root(17))).isEqualTo(rootOf(10, 0, 7, 100));
    }

    @Test
    void aConnectionThatBreaksBetweenAppendAndCommitLeavesNothingBehind() {
        log.ledger.writing(open -> open.append(entries(0, 10)));
        assertThatThrownBy(() -> log.ledger.writing(open -> {
                    open.append(entries(10, 5));
                    int backend = log.sql
                            .sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    JdbcClient.create(database.applicationConnections())
                            .sql("select pg_terminate_backend(?)")
                            .param(backend)
                            .query(Boolean.class)
                            .single();
                    return true;
                }))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        log.ledger.writing(open -> open.append(entries(100, 7)));
        assertThat(log.ledger.<Object>reading(open -> open.root(17))).isEqualTo(rootOf(10, 0, 7, 100));
    }

    private Object rootOf(int first, int firstFrom, int second, int secondFrom) {
        try (TestLog other = new TestLog(TestDatabase.migrated(), 1)) {
            other.ledger.writing(open -> open.append(entries(firstFrom, first)));
            other.ledger.writing(open -> open.append(entries(secondFrom, second)));
            return other.ledger.reading(open -> open.root((long) first + second));
        }
    }

    @Test
    void refusesAWriterWhoseTreeIsOutOfDate() {
        asServer(() -> {
            Ledger one = Ledger.create(store(), log.key.verifier());
            Ledger other = Ledger.open(store());
            one.append(entries(0, 3));
            assertThatThrownBy(() -> other.append(entries(3, 3)))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageEndingWith("(LEDGER-OTHER-WRITER)");
            assertThat(one.append(entries(3, 1)).getFirst().index()).isEqualTo(3);
            return true;
        });
    }

    @Test
    void twoServersWriteInTurnsAndNeitherLosesItsPlace() {
        try (TestLog other = new TestLog(database.application(), 1, log.key)) {
            for (int i = 0; i < 6; i++) {
                int number = i;
                (i % 2 == 0 ? log : other).ledger.writing(open -> open.append(entries(number, 1)));
            }
            assertThat(other.ledger.<List<Entry>>reading(
                            open -> IntStream.range(0, 6).mapToObj(open::entry).toList()))
                    .isEqualTo(entries(0, 6));
        }
    }

    @Test
    void whatTheOwnerOfTheTablesChangesIsNoticedBeforeAnythingIsSigned() {
        UUID id = log.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("first"));
        assertThat(id).isNotNull();
        log.drain();
        assertThat(log.checkpoints.signWhenDue()).isPresent();
        JdbcClient.create(database.ownerConnections())
                .sql("update auditlog.ledger_node set hash = decode(repeat('00', 32), 'hex')")
                .update();
        assertThatThrownBy(() -> log.ledger.reading(Ledger::size)).hasMessageEndingWith("(LEDGER-ALTERED)");
        log.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("second"));
        log.drain();
        log.passes(Checkpoints.APART);
        assertThatThrownBy(() -> log.checkpoints.signWhenDue()).hasMessageEndingWith("(LEDGER-ALTERED)");
        assertThat(Acting.asServer("test", () -> log.checkpoints.kept(10))).hasSize(1);
    }

    @Test
    void aLedgerWhoseTablesWereEmptiedIsNotBegunAnew() {
        log.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("earlier"));
        log.drain();
        JdbcClient.create(database.ownerConnections())
                .sql("truncate auditlog.ledger_entry, auditlog.ledger_node")
                .update();
        try (TestLog again = new TestLog(database.application(), 1, log.key)) {
            again.record(TestLog.person(Role.ANALYST, TestLog.COUNCIL), TestLog.event("later"));
            assertThatThrownBy(again::drain).hasMessageEndingWith("(LEDGER-CUT-SHORT)");
        }
    }
}
