package org.concordat.server.auditlog.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.VerifierKey;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.auditlog.AuditlogAudit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Partners who cosign checkpoints: their public keys, what to send them, and the lines that come back. A line that is not by
 * the witness's key, or not for a checkpoint that it was asked about, is refused.
 */
public final class Witnesses {
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final PartnershipLedger ledger;
    private final AuditLog audit;
    private final Clock clock;

    Witnesses(
            JdbcClient sql, PlatformTransactionManager manager, PartnershipLedger ledger, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.transactions = new TransactionTemplate(manager);
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One.
     *
     * @param key of a witness, in the use for cosignatures
     * @param seen how many entries the ledger had when it last cosigned; 0 when it has not yet
     */
    public record Known(VerifierKey key, long seen) {
        /** Its name, which is that of its key. */
        public String name() {
            return key.name();
        }
    }

    /** All of them, by name. */
    public List<Known> all() {
        return Transactions.in(
                transactions,
                () -> sql.sql("select key, seen from auditlog.witness order by name")
                        .query((row, _) -> new Known(VerifierKey.parse(row.getString("key")), row.getLong("seen")))
                        .list());
    }

    /** The one of that name. */
    public Optional<Known> named(String name) {
        return all().stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /**
     * Takes one on.
     *
     * @throws LedgerException with {@code KEY-UNREADABLE} when the text is no key for cosignatures, or {@code WITNESS-KNOWN}
     *     when one of that name or key is known, or it is the ledger's own
     */
    public void add(String keyText) {
        VerifierKey key = VerifierKey.parse(keyText.strip());
        if (key.use() != VerifierKey.Use.COSIGNATURE) {
            throw new LedgerException(
                    "KEY-UNREADABLE",
                    "The public key is not one for cosignatures. Ask the witness for the key in its file that ends in .pub.");
        }
        boolean ledgersOwn = ledger.reading(open -> open.keys().spans().stream()
                .anyMatch(span -> span.key().sameKeyAs(key) || span.key().name().equals(key.name())));
        boolean known = all().stream()
                .anyMatch(
                        other -> other.name().equals(key.name()) || other.key().sameKeyAs(key));
        if (ledgersOwn || known) {
            throw new LedgerException(
                    "WITNESS-KNOWN",
                    "A witness of this name or with this key is there already, or it is the ledger's own key. A witness must be"
                            + " somebody else.");
        }
        transactions.executeWithoutResult(_ -> {
            sql.sql("insert into auditlog.witness (name, key, added_at) values (?, ?, ?)")
                    .param(key.name())
                    .param(key.toString())
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(AuditEvent.of(AuditlogAudit.WITNESS_ADDED).about("witness", key.name()));
        });
    }

    /** Lets one go. What it cosigned stays. */
    public void drop(String name) {
        transactions.executeWithoutResult(_ -> {
            if (sql.sql("delete from auditlog.witness where name = ?")
                            .param(name)
                            .update()
                    > 0) {
                audit.record(AuditEvent.of(AuditlogAudit.WITNESS_DROPPED).about("witness", name));
            }
        });
    }

    /** What to send a witness now. */
    public WitnessRequest request(Known witness) {
        return ledger.writing(open -> open.witnessRequest(witness.seen()));
    }

    /**
     * Adds the line that a witness has sent back.
     *
     * @throws LedgerException with {@code NOTE-UNREADABLE}, {@code SIGNATURE-WRONG} or {@code SIGNATURE-MISSING}
     */
    public SignedCheckpoint addCosignature(Known witness, String line) {
        NoteSignature signature = NoteSignature.parse(line.strip())
                .orElseThrow(() -> new LedgerException(
                        "NOTE-UNREADABLE",
                        "The text is not the line of a witness, which begins with a dash. Copy it again, whole."));
        SignedCheckpoint cosigned = ledger.writing(open -> {
            SignedCheckpoint with = open.addCosignature(signature, witness.key());
            sql.sql("update auditlog.witness set seen = greatest(seen, ?) where name = ?")
                    .param(with.checkpoint().size())
                    .param(witness.name())
                    .update();
            return with;
        });
        transactions.executeWithoutResult(_ -> audit.record(AuditEvent.of(AuditlogAudit.COSIGNATURE_ADDED)
                .about("witness", witness.name())
                .with("entries", cosigned.checkpoint().size())));
        return cosigned;
    }
}
