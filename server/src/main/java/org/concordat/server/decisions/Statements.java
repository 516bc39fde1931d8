package org.concordat.server.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Request;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.internal.DecisionRow;
import org.concordat.server.decisions.internal.DecisionRows;
import org.concordat.server.decisions.internal.DecisionRows.Kept;
import org.concordat.server.decisions.internal.StatementRows;
import org.concordat.server.decisions.internal.StatementRows.StatementRow;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What authorised people answer, and what waits for their answer. Who may answer what stands in {@link WhoMayAnswer}. */
@Service
public final class Statements {

    private static final Duration WAITS_FOR = Duration.ofDays(60);
    private static final int MOST = 100;
    private static final int LONGEST_REASON = 4_000;

    private final TransactionTemplate transaction;
    private final StatementRows rows;
    private final DecisionRows decisions;
    private final CurrentFolder current;
    private final AuditLog audit;
    private final Clock clock;

    Statements(
            PlatformTransactionManager transactions,
            StatementRows rows,
            DecisionRows decisions,
            CurrentFolder current,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.decisions = decisions;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody states.
     *
     * @param answer yes or no
     * @param reason how they know; stays here
     * @param until the last day on which it holds, where it ends
     */
    public record Stated(
            FactName fact,
            Answer answer,
            About about,
            String aboutId,
            String reason,
            LocalDate from,
            Optional<LocalDate> until) {
        public Stated {
            if (answer == Answer.UNKNOWN) {
                throw new IllegalArgumentException("answer is 'unknown'; allowed are yes and no");
            }
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException(
                        "a reason has 1 to " + LONGEST_REASON + " characters; given " + reason.length());
            }
            if (until.filter(from::isAfter).isPresent()) {
                throw new IllegalArgumentException("until lies before from");
            }
        }

        @Override
        public String toString() {
            return "Stated[" + fact + ", about " + about + ", hidden]";
        }
    }

    /** A statement that stands or was taken back. */
    public record Statement(
            UUID id,
            FactName fact,
            Answer answer,
            About about,
            String aboutId,
            Instant at,
            LocalDate from,
            Optional<LocalDate> until,
            boolean withdrawn) {}

    /** One thing that a statement can be about. */
    public record Thing(About about, String id) {}

    /** A question that waits for somebody's answer, and the decision that lacked it. */
    public record Waiting(UUID decision, UUID matter, FactName fact, String sender, String recipient, Instant since) {}

    /**
     * Keeps a statement.
     *
     * @return its id
     * @throws Refusal where the actor may not answer this about that, or there is no such thing
     */
    public UUID state(Stated stated) {
        Actor.InRole actor = Acting.inRole();
        return inTransaction(() -> {
            check(stated, actor);
            return keep(stated, actor);
        });
    }

    /** The same within a case of this area that has perhaps no decision yet, but always one and the same request. */
    UUID stateInMatter(Stated stated, Request request, Optional<UUID> askedBy) {
        Actor.InRole actor = Acting.inRole();
        checkRole(stated, actor);
        checkMatter(
                stated.fact(),
                actor,
                request.sender().organisation(),
                request.recipient().organisation(),
                askedBy);
        return keep(stated, actor);
    }

    private UUID keep(Stated stated, Actor.InRole actor) {
        UUID id = UUID.randomUUID();
        UUID event = audit.record(AuditEvent.of(DecisionsAudit.STATEMENT_MADE)
                .about("statement", id.toString())
                .with("fact", stated.fact().word())
                .with("answer", stated.answer().word())
                .with(stated.about().word(), stated.aboutId()));
        rows.keep(
                new StatementRow(
                        id,
                        stated.fact().word(),
                        stated.answer().word(),
                        stated.about().word(),
                        stated.aboutId(),
                        actor.organisation(),
                        actor.person(),
                        actor.role().word(),
                        now(),
                        stated.from(),
                        stated.until(),
                        actor.practice(),
                        event,
                        false),
                stated.reason());
        return id;
    }

    /** Takes a statement back. It no longer counts, and none before it counts again. */
    public void withdraw(UUID statement) {
        Actor.InRole actor = Acting.inRole();
        inTransaction(() -> {
            StatementRow row = rows.find(statement)
                    .filter(each -> each.organisation().equals(actor.organisation()))
                    .filter(each -> WhoMayAnswer.of(word(each)).roles().contains(actor.role()))
                    .orElseThrow(() -> new Refusal(404, "STATEMENT-UNKNOWN", "decisions.refusal.statement-unknown"));
            UUID event = audit.record(AuditEvent.of(DecisionsAudit.STATEMENT_WITHDRAWN)
                    .about("statement", statement.toString())
                    .with("fact", row.fact()));
            if (!rows.withdraw(statement, actor.person(), now(), event)) {
                throw new Refusal(409, "STATEMENT-WITHDRAWN", "decisions.refusal.statement-withdrawn");
            }
            return true;
        });
    }

    /** What waits for an answer by this person in this role, the oldest first. */
    public List<Waiting> waiting() {
        if (!(Acting.current() instanceof Actor.InRole actor)) {
            return List.of();
        }
        List<String> facts =
                WhoMayAnswer.factsOf(actor.role()).stream().map(FactName::word).toList();
        var shown = new HashSet<Map.Entry<FactName, Thing>>();
        return inTransaction(() -> rows.awaited(facts, actor.organisation(), now().minus(WAITS_FOR), MOST).stream()
                .filter(row -> WhoMayAnswer.of(word(row.fact()))
                        .side()
                        .is(actor.organisation(), row.sender(), row.recipient()))
                .filter(row -> !isAskerOfTwo(word(row.fact()), row.matter(), actor))
                .filter(row -> thing(word(row.fact()), row.matter(), row.schedule(), row.purpose())
                        .filter(thing -> shown.add(Map.entry(word(row.fact()), thing)))
                        .isPresent())
                .map(row -> new Waiting(
                        row.decision(), row.matter(), word(row.fact()), row.sender(), row.recipient(), row.at()))
                .toList());
    }

    /** What an answer to this question of a decision would be about; none where nobody can answer it there. */
    public Optional<Thing> thing(KeptDecision decision, FactName fact) {
        return thing(
                fact, decision.matter(), decision.schedule(), decision.request().purpose());
    }

    private static Optional<Thing> thing(FactName fact, UUID matter, Optional<String> schedule, String purpose) {
        return WhoMayAnswer.of(fact).narrowest(schedule.isPresent()).map(about -> switch (about) {
            case MATTER -> new Thing(about, matter.toString());
            case SCHEDULE -> new Thing(about, schedule.orElseThrow());
            case PURPOSE -> new Thing(about, purpose);
        });
    }

    /** Whether this person in this role may answer this question of a decision. */
    public boolean mayAnswer(KeptDecision decision, FactName fact) {
        WhoMayAnswer who = WhoMayAnswer.of(fact);
        Request request = decision.request();
        return Acting.current() instanceof Actor.InRole actor
                && who.roles().contains(actor.role())
                && who.side()
                        .is(
                                actor.organisation(),
                                request.sender().organisation(),
                                request.recipient().organisation())
                && thing(decision, fact).isPresent()
                && !inTransaction(() -> isAskerOfTwo(fact, decision.matter(), actor));
    }

    /** The organisation's own statements, the newest first. */
    public List<Statement> own() {
        return Acting.current()
                .actsFor()
                .map(organisation -> inTransaction(() -> rows.of(organisation, MOST).stream()
                        .map(row -> new Statement(
                                row.id(),
                                word(row),
                                Word.of(Answer.class, row.answer()).orElseThrow(),
                                About.valueOf(row.about().toUpperCase(java.util.Locale.ROOT)),
                                row.aboutId(),
                                row.at(),
                                row.from(),
                                row.until(),
                                row.withdrawn()))
                        .toList()))
                .orElse(List.of());
    }

    private void check(Stated stated, Actor.InRole actor) {
        checkRole(stated, actor);
        AgreementFolder folder = current.get();
        switch (stated.about()) {
            case SCHEDULE -> {
                if (Optional.ofNullable(folder.agreements().get(stated.aboutId()))
                        .flatMap(schedule -> schedule.party(actor.organisation()))
                        .isEmpty()) {
                    throw unknownThing();
                }
            }
            case PURPOSE -> {
                if (!folder.purposes().containsKey(stated.aboutId())) {
                    throw unknownThing();
                }
            }
            case MATTER -> {
                DecisionRow row = matter(stated.aboutId());
                checkMatter(stated.fact(), actor, row.sender(), row.recipient(), row.askedBy());
            }
        }
    }

    private static void checkRole(Stated stated, Actor.InRole actor) {
        WhoMayAnswer who = WhoMayAnswer.of(stated.fact());
        if (!who.roles().contains(actor.role()) || !who.about().contains(stated.about())) {
            throw notYours();
        }
    }

    private static void checkMatter(
            FactName fact, Actor.InRole actor, String sender, String recipient, Optional<UUID> askedBy) {
        WhoMayAnswer who = WhoMayAnswer.of(fact);
        if (!who.side().is(actor.organisation(), sender, recipient)) {
            throw notYours();
        }
        if (who.byAnother() && askedBy.filter(actor.person()::equals).isPresent()) {
            throw new Refusal(403, "SECOND-PERSON-NEEDED", "decisions.refusal.second-person");
        }
    }

    private DecisionRow matter(String id) {
        try {
            return decisions.newestOf(UUID.fromString(id)).map(Kept::row).orElseThrow(Statements::unknownThing);
        } catch (IllegalArgumentException notAnId) {
            throw unknownThing();
        }
    }

    private boolean isAskerOfTwo(FactName fact, UUID matter, Actor.InRole actor) {
        return WhoMayAnswer.of(fact).byAnother()
                && decisions
                        .newestOf(matter)
                        .flatMap(kept -> kept.row().askedBy())
                        .filter(actor.person()::equals)
                        .isPresent();
    }

    private static FactName word(StatementRow row) {
        return word(row.fact());
    }

    private static FactName word(String fact) {
        return Word.of(FactName.class, fact)
                .orElseThrow(() -> new IllegalStateException("a kept statement is about a fact that is none"));
    }

    private static Refusal notYours() {
        return new Refusal(403, "FACT-NOT-YOURS", "decisions.refusal.fact-not-yours");
    }

    private static Refusal unknownThing() {
        return new Refusal(422, "STATEMENT-ABOUT-NOTHING", "decisions.refusal.about-nothing");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()), "work answers");
    }
}
