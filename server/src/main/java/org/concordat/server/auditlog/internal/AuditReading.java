package org.concordat.server.auditlog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.auditlog.AuditlogAudit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do who read the audit log. Reading what others did is an event itself. */
public final class AuditReading {
    private final Events events;
    private final AuditLog audit;
    private final PartnershipLedger ledger;
    private final Checkpoints checkpoints;
    private final TransactionTemplate transactions;

    AuditReading(
            Events events,
            AuditLog audit,
            PartnershipLedger ledger,
            Checkpoints checkpoints,
            PlatformTransactionManager manager) {
        this.events = events;
        this.audit = audit;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.transactions = new TransactionTemplate(manager);
    }

    /** One page of what was found, and how many events there are; at most {@link Events#MOST_LISTED}. */
    public record Page(List<KeptEvent> events, int total) {
        public Page {
            events = List.copyOf(events);
        }
    }

    /** Looks for events. */
    public Page search(EventSearch search, boolean oldestFirst, long offset, int most) {
        return Transactions.in(transactions, () -> {
            Page page = new Page(events.search(search, oldestFirst, offset, most), events.count(search));
            note(AuditlogAudit.EVENTS_SEARCHED, page.events().size());
            return page;
        });
    }

    /** All that were found, for a file. */
    public List<KeptEvent> download(EventSearch search, boolean oldestFirst) {
        return Transactions.in(transactions, () -> {
            List<KeptEvent> found = events.search(search, oldestFirst, 0, Events.MOST_LISTED);
            note(AuditlogAudit.EVENTS_DOWNLOADED, found.size());
            return found;
        });
    }

    private void note(AuditlogAudit kind, int count) {
        if (Acting.current() instanceof Actor.InRole inRole && Events.readsOthers(inRole.role())) {
            audit.record(AuditEvent.of(kind).with("events", count));
        }
    }

    /** How far an event can be proved. */
    public sealed interface Proof {
        /** It was practice. */
        record None() implements Proof {}

        /** Its entry is on its way into the ledger, or no checkpoint reaches it yet. */
        record Soon() implements Proof {}

        /**
         * It is in the ledger, under a checkpoint.
         *
         * @param place its entry's number
         * @param checkpoint the one that a proof leads to
         * @param witnessed whether a witness has cosigned that
         * @param unchanged whether the line of the log is the one that was recorded
         */
        record Given(long place, SignedCheckpoint checkpoint, boolean witnessed, boolean unchanged) implements Proof {}
    }

    /** An event and how far it can be proved. */
    public record Shown(KeptEvent event, Proof proof) {}

    /** One event, if whoever acts may read it. */
    public Optional<Shown> event(UUID id) {
        return Transactions.in(transactions, () -> events.event(id)).map(event -> new Shown(event, proof(event)));
    }

    private Proof proof(KeptEvent event) {
        if (event.practice()) {
            return new Proof.None();
        }
        return bundle(event).<Proof>map(bundle -> given(event, bundle)).orElseGet(Proof.Soon::new);
    }

    private Proof.Given given(KeptEvent event, ProofBundle bundle) {
        SignedCheckpoint checkpoint = bundle.checkpoint();
        boolean unchanged = Entry.recorded(bundle.entry())
                .field("fingerprint")
                .filter(event.fingerprint()::equals)
                .isPresent();
        // The ledger signs twice with its own key; every other line is a witness's.
        boolean witnessed = checkpoint.note().signatures().stream()
                .anyMatch(line -> !line.name().equals(checkpoint.checkpoint().origin()));
        return new Proof.Given(bundle.inclusion().index(), checkpoint, witnessed, unchanged);
    }

    private Optional<ProofBundle> bundle(KeptEvent event) {
        return Transactions.in(transactions, () -> events.places(event.id())).stream()
                .findFirst()
                .flatMap(checkpoints::prove);
    }

    /** A file that proves an event to somebody who has nothing but the ledger's public key; empty where there is none yet. */
    public Optional<byte[]> proofFile(UUID id) {
        Optional<byte[]> file = Transactions.in(transactions, () -> events.event(id))
                .flatMap(this::bundle)
                .map(bundle -> bundle.text().getBytes(UTF_8));
        if (file.isPresent()) {
            transactions.executeWithoutResult(_ ->
                    audit.record(AuditEvent.of(AuditlogAudit.PROOF_DOWNLOADED).about("event", id.toString())));
        }
        return file;
    }

    /** The ledger's public key, for the command that checks a proof. */
    public String publicKey() {
        return ledger.reading(open -> open.keys().first().toString());
    }
}
