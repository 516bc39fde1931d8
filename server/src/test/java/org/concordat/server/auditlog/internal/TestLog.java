package org.concordat.server.auditlog.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.server.TestDatabase;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.auditlog.AuditlogAudit;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.rows.RowSecurityTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An audit log and its ledger on a real database, with a clock that stands still until it is moved. */
final class TestLog implements AutoCloseable {
    static final String COUNCIL = "tideford-council";
    static final String POLICE = "tideford-police";
    static final Instant MORNING = Instant.parse("2026-11-30T09:15:30.123456Z");

    final HikariDataSource connections = new HikariDataSource();
    final JdbcClient sql;
    final RowSecurityTransactions manager;
    final TransactionTemplate transactions;
    final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    final SigningKey key;
    final AuditLog log;
    final Events events;
    final PartnershipLedger ledger;
    final Checkpoints checkpoints;
    final Sequencer sequencer;
    final Waking waking = new Waking();

    TestLog(TestDatabase database, int pool) {
        this(database.application(), pool, newKey());
    }

    TestLog(DatabaseAddress address, int pool, SigningKey key) {
        this.key = key;
        connections.setJdbcUrl(address.url());
        connections.setUsername(address.user());
        connections.setPassword(address.password());
        connections.setMaximumPoolSize(pool);
        sql = JdbcClient.create(connections);
        manager = new RowSecurityTransactions(connections);
        transactions = new TransactionTemplate(manager);
        KindsOfEvents kinds = new KindsOfEvents();
        Clock standing = new StandingClock();
        log = new PostgresAuditLog(
                sql, standing, new SecureRandom(), kinds, new Registers(() -> List.of(new Partners()), kinds), waking);
        events = new Events(sql);
        ledger = new PartnershipLedger(sql, manager, () -> key);
        checkpoints = new Checkpoints(sql, manager, ledger, standing);
        sequencer = new Sequencer(sql, manager, ledger, checkpoints, waking);
    }

    private static SigningKey newKey() {
        try {
            return SigningKey.of(
                    "ledger.tideford.example",
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class StandingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(now.get());
        }
    }

    /** Two partners and one kind of document are known, and nothing else. */
    private static final class Partners implements KnownCodes {
        @Override
        public Set<Register> registers() {
            return Set.of(Register.ORGANISATION, Register.DOCUMENT);
        }

        @Override
        public Set<String> known(Register register, Set<String> asked) {
            Set<String> known =
                    new HashSet<>(register == Register.ORGANISATION ? Set.of(COUNCIL, POLICE) : Set.of("minutes"));
            known.retainAll(asked);
            return known;
        }
    }

    /** Somebody in a role. */
    static Actor.InRole person(Role role, String organisation) {
        return new Actor.InRole(UUID.randomUUID(), UUID.randomUUID(), organisation, Optional.empty(), role, false);
    }

    /** The same, who practises. */
    static Actor.InRole practising(Actor.InRole actor) {
        return new Actor.InRole(
                actor.person(), actor.assignment(), actor.organisation(), actor.team(), actor.role(), true);
    }

    /** An event about a thing of that name. */
    static AuditEvent event(String thing) {
        return AuditEvent.of(AuditlogAudit.WITNESS_ADDED)
                .about("witness", thing)
                .with("entries", 3);
    }

    UUID record(Actor actor, AuditEvent event) {
        return Acting.as(actor, () -> Transactions.in(transactions, () -> log.record(event)));
    }

    /** Moves everything that waits. */
    void drain() {
        while (sequencer.turn() > 0) {
            // until nothing is left
        }
    }

    /** What a question answers when it is put in SQL, past the first wall, by this actor. */
    <T> List<T> asked(Actor actor, String question, Class<T> type) {
        return Acting.as(
                actor,
                () -> Transactions.in(
                        transactions, () -> sql.sql(question).query(type).list()));
    }

    long waiting() {
        return asked(new Actor.Server("test"), "select count(*) from auditlog.awaiting_entry", Long.class)
                .getFirst();
    }

    void passes(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public void close() {
        connections.close();
    }
}
