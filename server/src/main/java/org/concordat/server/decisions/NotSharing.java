package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawPack;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.facts.Matter;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.decisions.internal.DecisionRow;
import org.concordat.server.decisions.internal.DecisionRow.Salts;
import org.concordat.server.decisions.internal.DecisionRow.Words;
import org.concordat.server.decisions.internal.DecisionRows;
import org.concordat.server.decisions.internal.DecisionRows.Kept;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a person's decision not to share, like any other: not sharing is a decision too, and somebody answers for it. */
@Service
public final class NotSharing {

    static final String OUTCOME = "not-shared";

    private static final int LONGEST_REASON = 4_000;

    private final TransactionTemplate transaction;
    private final CurrentFolder current;
    private final LawPack law;
    private final DecisionRows rows;
    private final Recording recording;
    private final AuditLog audit;
    private final Clock clock;

    NotSharing(
            PlatformTransactionManager transactions,
            CurrentFolder current,
            LawPack law,
            DecisionRows rows,
            Recording recording,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.current = current;
        this.law = law;
        this.rows = rows;
        this.recording = recording;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps that what was asked is not shared, and why.
     *
     * @param reason in the decider's own words; stays here
     * @return the decision's id
     * @throws Refusal where somebody else than the sender decides
     */
    public UUID record(Question question, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a reason has 1 to " + LONGEST_REASON + " characters; given " + reason.length());
        }
        Actor actor = Acting.current();
        Request request = question.request();
        String sender = request.sender().organisation();
        if (actor.actsFor().filter(sender::equals).isEmpty()) {
            throw new Refusal(403, "NOT-YOUR-QUESTION", "decisions.refusal.not-yours");
        }
        return Objects.requireNonNull(transaction.execute(_ -> keep(question, reason, actor)), "an id is given");
    }

    private UUID keep(Question question, String reason, Actor actor) {
        UUID id = UUID.randomUUID();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Request request = question.request();
        byte[] reasonSalt = recording.salt();
        String reasonHash = SaltedHash.of(reasonSalt, reason.getBytes(UTF_8));
        var fields = new TreeMap<String, Object>(Map.of(
                "decision", id.toString(),
                "sender", request.sender().organisation(),
                "recipient", request.recipient().organisation(),
                "purpose", request.purpose(),
                "reason", reasonHash));
        Optional<String> schedule =
                request.ground() instanceof Ground.UnderAgreement under ? under.schedule() : Optional.empty();
        schedule.filter(current.get().agreements()::containsKey).ifPresent(code -> fields.put("agreement", code));
        Recording.staff(actor).ifPresent(staff -> fields.put("staff", staff));
        recording.subject(question, at).ifPresent(subject -> fields.put("subject", subject));
        UUID event = audit.record(AuditEvent.of(DecisionsAudit.NOT_SHARED)
                .about("decision", id.toString())
                .concerning(request.sender().organisation())
                .concerning(request.recipient().organisation())
                .inLedger(EntryKind.NOT_SHARED, fields));
        var explanation = new Explanation(
                OUTCOME,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Explanation.Versions(
                        law.id(),
                        law.version(),
                        law.fingerprint(),
                        current.get().fingerprint(),
                        Map.of(),
                        List.of()));
        var row = new DecisionRow(
                id,
                question.matter().map(Matter::id).orElse(id),
                at,
                request.on(),
                at,
                OUTCOME,
                RequestText.ground(request.ground()),
                request.sender().organisation(),
                request.recipient().organisation(),
                request.dataset(),
                request.purpose(),
                request.form().word(),
                schedule,
                RequestText.write("D-" + id, request, reasonHash),
                "[]",
                JsonMapper.shared().writeValueAsString(explanation),
                new Salts(recording.salt(), recording.salt(), recording.salt()),
                law.id(),
                current.get().fingerprint(),
                Recording.by(actor),
                question.matter().map(Matter::askedBy).orElseGet(actor::who),
                Recording.practises(actor),
                event);
        rows.keep(List.of(new Kept(
                row,
                new Words(
                        question.subject().map(SubjectReference::text),
                        Optional.of(reason),
                        Optional.of(reasonSalt)))));
        return id;
    }
}
