package org.concordat.server.auditlog.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes an event and, beside it, the entries that are to stand for it in the ledger, by one statement of the caller's
 * transaction. An entry that the ledger would not take is refused here, and with it all that the transaction does.
 */
@Service
final class PostgresAuditLog implements AuditLog {

    private static final String KEEP = """
            with kept as (
                insert into auditlog.event (id, at, kind, reading, practice, actor, person, assignment, client, task,
                    organisation, team, role, organisations, about_type, about_id, details, salt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?))
            insert into auditlog.awaiting_entry (event, entry) select ?, unnest(?::bytea[])
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final SecureRandom random;
    private final KindsOfEvents kinds;
    private final Registers registers;
    private final Waking waking;

    PostgresAuditLog(
            JdbcClient sql, Clock clock, SecureRandom random, KindsOfEvents kinds, Registers registers, Waking waking) {
        this.sql = sql;
        this.clock = clock;
        this.random = random;
        this.kinds = kinds;
        this.registers = registers;
        this.waking = waking;
    }

    @Override
    public UUID record(AuditEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "events are recorded in the transaction that they tell of, and there is none");
        }
        if (!kinds.knows(event.kind().code())) {
            throw new IllegalArgumentException("kind must be one of the server's own; given "
                    + event.kind().code());
        }
        KeptEvent kept = kept(event, Acting.current());
        List<byte[]> entries = kept.practice() ? List.of() : entries(kept, event);
        insert(kept, entries);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                waking.wake();
            }
        });
        return kept.id();
    }

    private KeptEvent kept(AuditEvent event, Actor actor) {
        byte[] salt = new byte[SaltedHash.SALT_BYTES];
        random.nextBytes(salt);
        KeptEvent.By by = KeptEvent.By.of(actor);
        var organisations = new TreeSet<>(event.organisations());
        by.organisation().ifPresent(organisations::add);
        return new KeptEvent(
                UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                event.kind().code(),
                event.kind().isReading(),
                actor instanceof Actor.InRole inRole && inRole.practice(),
                by,
                organisations,
                event.about(),
                new TreeMap<>(event.details()),
                salt);
    }

    private List<byte[]> entries(KeptEvent kept, AuditEvent event) {
        List<byte[]> entries = new ArrayList<>();
        Map<String, Object> fields = new TreeMap<>(
                Map.of("record", kept.id().toString(), "event", kept.kind(), "fingerprint", kept.fingerprint()));
        kept.by().organisation().ifPresent(organisation -> fields.put("organisation", organisation));
        kept.by()
                .person()
                .ifPresent(person ->
                        fields.put("staff", "staff:" + person.toString().replace("-", "")));
        entries.add(entry(EntryKind.EVENT, kept, fields));
        event.entry().ifPresent(own -> entries.add(entry(own.kind(), kept, own.fields())));
        return entries;
    }

    private byte[] entry(EntryKind kind, KeptEvent kept, Map<String, ?> fields) {
        return Entry.of(kind, kept.at(), fields, registers.known(kind.codesIn(fields)))
                .canonical();
    }

    private void insert(KeptEvent kept, List<byte[]> entries) {
        KeptEvent.By by = kept.by();
        sql.sql(KEEP)
                .param(kept.id())
                .param(kept.at().atOffset(ZoneOffset.UTC))
                .param(kept.kind())
                .param(kept.reading())
                .param(kept.practice())
                .param(by.actor())
                .param(by.person().orElse(null))
                .param(by.assignment().orElse(null))
                .param(by.client().orElse(null))
                .param(by.task().orElse(null))
                .param(by.organisation().orElse(null))
                .param(by.team().orElse(null))
                .param(by.role().orElse(null))
                .param(kept.organisations().toArray(String[]::new))
                .param(kept.about().map(AuditEvent.About::type).orElse(null))
                .param(kept.about().map(AuditEvent.About::id).orElse(null))
                .param(CanonicalJson.write(kept.details()))
                .param(kept.salt())
                .param(kept.id())
                .param(entries.toArray(byte[][]::new))
                .update();
    }
}
