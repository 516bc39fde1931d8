package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.Nation;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.internal.ReviewRows;
import org.concordat.server.decisions.internal.ReviewRows.ReviewRow;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was shared to prevent serious harm: it went at once, and somebody else looks at it again within a working day. A review never
 * takes anything back; it says whether it was right.
 */
@Service
public final class Emergencies {

    /** Roles whose people review. */
    static final Set<Role> REVIEWERS =
            Set.of(Role.INFORMATION_GOVERNANCE_OFFICER, Role.CALDICOTT_GUARDIAN, Role.EXECUTIVE_SIGNATORY);

    private static final int LONGEST_NOTE = 4_000;

    private final TransactionTemplate transaction;
    private final ReviewRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Emergencies(PlatformTransactionManager transactions, ReviewRows rows, AuditLog audit, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An emergency that waits for its review.
     *
     * @param due the last day on which the review is in time
     */
    public record Unreviewed(UUID decision, String sender, String recipient, LocalDate due, boolean overdue) {}

    /** Within the transaction of a permission that rests on serious harm: it will have to be reviewed. */
    void expectReview(Decided decided, Question question, AgreementFolder folder, Actor actor) {
        Request request = question.request();
        if (!(decided.decision() instanceof Decision.Permitted permitted)
                || !(request.ground() instanceof Ground.SeriousHarm)) {
            return;
        }
        int workingDays = permitted.duties().stream()
                .filter(Duty.ReviewWithin.class::isInstance)
                .map(Duty.ReviewWithin.class::cast)
                .mapToInt(Duty.ReviewWithin::workingDays)
                .min()
                .orElse(1);
        Nation nation = Optional.ofNullable(
                        folder.organisations().get(request.sender().organisation()))
                .map(Organisation::nation)
                .orElse(Nation.SCOTLAND);
        rows.expect(new ReviewRow(
                decided.id(),
                request.sender().organisation(),
                request.recipient().organisation(),
                actor.who(),
                actor.actsFor(),
                WorkingDays.after(WorkingDays.day(decided.at()), workingDays, nation),
                Recording.practises(actor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Reviews an emergency.
     *
     * @param upheld whether it was right to share
     * @param note what was looked at, and why
     * @throws Refusal where the asker themselves, the wrong role or another organisation would review, or it was reviewed before
     */
    public void review(UUID decision, boolean upheld, String note) {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "a note has 1 to " + LONGEST_NOTE + " characters; given " + note.length());
        }
        Actor.InRole actor = Acting.inRole();
        transaction.executeWithoutResult(_ -> review(actor, decision, upheld, note));
    }

    private void review(Actor.InRole actor, UUID decision, boolean upheld, String note) {
        ReviewRow row =
                rows.of(decision).orElseThrow(() -> new Refusal(404, "DECISION-UNKNOWN", "decisions.refusal.unknown"));
        if (row.askedBy().filter(actor.person()::equals).isPresent()) {
            throw new Refusal(403, "REVIEW-BY-ASKER", "decisions.refusal.review-by-asker");
        }
        if (!mayReview(actor, row)) {
            throw new Refusal(403, "REVIEW-NOT-YOURS", "decisions.refusal.review-not-yours");
        }
        if (row.reviewedAt().isPresent()) {
            throw new Refusal(409, "REVIEWED-BEFORE", "decisions.refusal.reviewed-before");
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] salt = new byte[SaltedHash.SALT_BYTES];
        new java.security.SecureRandom().nextBytes(salt);
        UUID event = audit.record(AuditEvent.of(DecisionsAudit.EMERGENCY_REVIEWED)
                .about("decision", decision.toString())
                .concerning(row.sender())
                .concerning(row.recipient())
                .with("upheld", upheld ? "yes" : "no")
                .inLedger(
                        EntryKind.DECISION_REVIEWED,
                        Map.of(
                                "decision", decision.toString(),
                                "upheld", upheld,
                                "staff", Recording.staff(actor).orElseThrow(),
                                "reason", SaltedHash.of(salt, note.getBytes(UTF_8)))));
        if (!rows.make(decision, actor.person(), at, upheld, note, salt, event)) {
            throw new Refusal(409, "REVIEWED-BEFORE", "decisions.refusal.reviewed-before");
        }
    }

    /**
     * The review of an emergency, made or waited for.
     *
     * @param note what the reviewer found, where the reader may know
     */
    public record Review(
            LocalDate due, boolean overdue, Optional<Instant> at, Optional<Boolean> upheld, Optional<String> note) {}

    /** The review of that decision, if it has or needs one. */
    public Optional<Review> of(UUID decision) {
        LocalDate today = WorkingDays.day(clock.instant());
        return Objects.requireNonNull(transaction.execute(_ -> rows.of(decision)
                .map(row -> new Review(
                        row.due(),
                        row.reviewedAt().isEmpty() && today.isAfter(row.due()),
                        row.reviewedAt(),
                        row.upheld(),
                        rows.note(decision)))));
    }

    /** Whether this person may review that decision now. */
    public boolean mayReview(UUID decision) {
        return waiting().stream().anyMatch(each -> each.decision().equals(decision));
    }

    /** What waits for a review by this person, the most pressing first. */
    public List<Unreviewed> waiting() {
        if (!(Acting.current() instanceof Actor.InRole actor) || !REVIEWERS.contains(actor.role())) {
            return List.of();
        }
        LocalDate today = WorkingDays.day(clock.instant());
        return Objects.requireNonNull(transaction.execute(_ -> rows.waiting(100).stream()
                .filter(row -> mayReview(actor, row)
                        && row.askedBy().filter(actor.person()::equals).isEmpty())
                .map(row -> new Unreviewed(
                        row.decision(), row.sender(), row.recipient(), row.due(), today.isAfter(row.due())))
                .toList()));
    }

    private static boolean mayReview(Actor.InRole actor, ReviewRow row) {
        return REVIEWERS.contains(actor.role())
                && (actor.organisation().equals(row.sender())
                        || row.askedFor().filter(actor.organisation()::equals).isPresent());
    }
}
