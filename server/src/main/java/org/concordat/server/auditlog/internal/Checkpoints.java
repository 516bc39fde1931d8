package org.concordat.server.auditlog.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.merkle.ConsistencyProof;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.proofs.ProofBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs how the ledger stands, at most once a minute and only when there is anything new, and keeps every checkpoint. */
public final class Checkpoints {
    /** The least time between two. */
    static final Duration APART = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final PartnershipLedger ledger;
    private final Clock clock;
    private final TransactionTemplate looking;
    private volatile @Nullable Instant lookedAt;

    Checkpoints(JdbcClient sql, PlatformTransactionManager manager, PartnershipLedger ledger, Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
        this.looking = new TransactionTemplate(manager);
        looking.setReadOnly(true);
    }

    /** A checkpoint that was kept: how many entries it covers, and when it was signed. */
    public record Kept(long size, Instant signedAt) {}

    /** How the ledger stands, for everybody. */
    public record Standing(
            String origin, LedgerKeys keys, Optional<SignedCheckpoint> latest, Optional<SignedCheckpoint> witnessed) {}

    /** Signs one, if a minute has passed since the last and entries have come since. */
    Optional<SignedCheckpoint> signWhenDue() {
        Instant now = clock.instant();
        Instant before = lookedAt;
        if (before != null && now.isBefore(before.plus(APART)) && !now.isBefore(before)) {
            return Optional.empty();
        }
        Optional<SignedCheckpoint> signed =
                ledger.writing(open -> isDue(open, now) ? sign(open, now) : Optional.empty());
        lookedAt = now;
        return signed;
    }

    private boolean isDue(Ledger open, Instant now) {
        long last = open.checkpoint().map(latest -> latest.checkpoint().size()).orElse(0L);
        boolean recent = sql.sql(
                        "select exists (select from auditlog.checkpoint where signed_at > ? and signed_at <= ?)")
                .param(utc(now.minus(APART)))
                .param(utc(now))
                .query(Boolean.class)
                .single();
        return open.size() > last && !recent;
    }

    private Optional<SignedCheckpoint> sign(Ledger open, Instant now) {
        SignedCheckpoint signed = open.sign(ledger.key(), now);
        sql.sql("insert into auditlog.checkpoint (size, signed_at, note) values (?, ?, ?)")
                .param(signed.checkpoint().size())
                .param(utc(now))
                .param(signed.note().bytes())
                .update();
        return Optional.of(signed);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** How the ledger stands. */
    public Standing standing() {
        return ledger.reading(open -> new Standing(open.origin(), open.keys(), open.checkpoint(), open.witnessed()));
    }

    /** The latest ones that were kept, newest first. */
    public List<Kept> kept(int most) {
        return Transactions.in(
                looking,
                () -> sql.sql("select size, signed_at from auditlog.checkpoint order by size desc limit ?")
                        .param(most)
                        .query((row, _) -> new Kept(
                                row.getLong("size"),
                                row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** The one of that size, if one was kept. */
    public Optional<SignedCheckpoint> ofSize(long size) {
        return Transactions.in(
                        looking,
                        () -> sql.sql("select note from auditlog.checkpoint where size = ?")
                                .param(size)
                                .query(byte[].class)
                                .optional())
                .map(SignedCheckpoint::parse);
    }

    /** That the later of two kept checkpoints begins with all that the earlier holds; and whether that is so. */
    public record Comparison(SignedCheckpoint earlier, SignedCheckpoint later, ConsistencyProof proof, boolean holds) {}

    /** Compares two kept checkpoints; empty where one of them was not kept. */
    public Optional<Comparison> compare(long one, long other) {
        Optional<SignedCheckpoint> earlier = ofSize(Math.min(one, other));
        Optional<SignedCheckpoint> later = ofSize(Math.max(one, other));
        return earlier.flatMap(first -> later.map(second -> {
            ConsistencyProof proof = ledger.reading(open -> open.consistency(
                    first.checkpoint().size(), second.checkpoint().size()));
            boolean holds =
                    proof.holds(first.checkpoint().root(), second.checkpoint().root());
            return new Comparison(first, second, proof, holds);
        }));
    }

    /** A text that proves an entry to somebody with the ledger's key alone; empty while no checkpoint reaches it. */
    public Optional<ProofBundle> prove(long place) {
        return ledger.reading(open -> open.checkpoint()
                .filter(latest -> latest.checkpoint().size() > place)
                .map(_ -> open.prove(place, List.of())));
    }
}
