package org.concordat.server.decisions;

import static org.concordat.server.decisions.DisclosureStep.DECIDE;
import static org.concordat.server.decisions.DisclosureStep.NOT_SHARE;
import static org.concordat.server.decisions.DisclosureStep.RECEIVE;
import static org.concordat.server.decisions.DisclosureStep.REPLY;
import static org.concordat.server.decisions.DisclosureStep.SIGN_OFF;
import static org.concordat.server.decisions.DisclosureStep.TEST;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.Disclosure.Asking;
import org.concordat.server.decisions.Disclosure.Taken;
import org.concordat.server.decisions.facts.Matter;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.decisions.internal.DisclosureRows;
import org.concordat.server.decisions.internal.DisclosureRows.DisclosureRow;
import org.concordat.server.decisions.internal.DisclosureRows.StepRow;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Single disclosures: one request about one person, on its own lawful basis, with no agreement. Written down as it came, tested by an
 * officer, signed off by a senior officer who is somebody else, decided like everything, answered, and kept with every step.
 *
 * <p>Long because each of these steps stands here, with who may take it.
 */
@Service
public final class SingleDisclosures {

    private static final int LONGEST_NOTE = 4_000;

    private static final Set<FactName> USUAL = EnumSet.of(
            FactName.ROLE_HELD,
            FactName.TRAINING_CURRENT,
            FactName.NECESSARY_AND_PROPORTIONATE,
            FactName.EXEMPTION_TESTED,
            FactName.PERSON_OBJECTS,
            FactName.ADDRESS_PROTECTED,
            FactName.PERSON_DECEASED,
            FactName.OVERRIDING_INTEREST_RECORDED);

    private final TransactionTemplate transaction;
    private final DisclosureRows rows;
    private final Decisions decisions;
    private final NotSharing notSharing;
    private final Statements statements;
    private final Recording recording;
    private final AuditLog audit;
    private final Clock clock;

    SingleDisclosures(
            PlatformTransactionManager transactions,
            DisclosureRows rows,
            Decisions decisions,
            NotSharing notSharing,
            Statements statements,
            Recording recording,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.decisions = decisions;
        this.notSharing = notSharing;
        this.statements = statements;
        this.recording = recording;
        this.audit = audit;
        this.clock = clock;
    }

    /** A request as it came, in words and in the decider's. */
    public record Received(LocalDate on, LocalDate due, Asking asking, Request request) {
        public Received {
            if (due.isBefore(on)) {
                throw new IllegalArgumentException("it is due before it was received");
            }
            if (!(request.ground() instanceof Ground.Single)) {
                throw new IllegalArgumentException("a single disclosure rests on its own law");
            }
        }
    }

    /** Answers to facts, and a note on how it was found out. */
    public record Tested(Map<FactName, Answer> answers, String note) {
        public Tested {
            answers = Map.copyOf(answers);
        }

        @Override
        public String toString() {
            return "Tested[hidden]";
        }
    }

    /** Writes down what somebody asked. */
    public UUID receive(Received received) {
        Actor.InRole actor = actingFor(RECEIVE);
        if (!received.request().sender().organisation().equals(actor.organisation())) {
            throw new Refusal(403, "NOT-YOUR-QUESTION", "decisions.refusal.not-yours");
        }
        return inTransaction(() -> {
            UUID id = UUID.randomUUID();
            rows.receive(new DisclosureRow(
                    id,
                    0,
                    actor.organisation(),
                    received.request().recipient().organisation(),
                    DisclosureState.RECEIVED.word(),
                    received.on(),
                    received.due(),
                    received.asking().requester(),
                    received.asking().theirReference(),
                    received.asking().subject(),
                    received.asking().why(),
                    received.asking().asked(),
                    RequestText.write("D-" + id, received.request(), "none"),
                    actor.person(),
                    actor.practice(),
                    Optional.empty(),
                    1));
            // Asked once already, so that what nobody here could ever decide is told before anybody works on it.
            decisions.look(question(found(id)));
            log(id, actor, RECEIVE, "", record(DecisionsAudit.DISCLOSURE_RECEIVED, id));
            return id;
        });
    }

    /** Facts that this person may answer for it: what the decider lacks now, and what is asked of almost every disclosure. */
    public List<FactName> answerable(UUID id) {
        Actor.InRole actor = Acting.inRole();
        return inTransaction(() -> {
            Set<FactName> facts = EnumSet.copyOf(USUAL);
            if (decisions.look(question(found(id))) instanceof Decision.NeedsFacts needs) {
                needs.needs().forEach(need -> need.fact().ifPresent(facts::add));
            }
            return facts.stream()
                    .filter(fact -> fact != FactName.SENIOR_SIGN_OFF
                            && WhoMayAnswer.of(fact).roles().contains(actor.role())
                            && WhoMayAnswer.of(fact).about().contains(About.MATTER))
                    .toList();
        });
    }

    /** Keeps an officer's answers. Does not decide. */
    public void test(UUID id, int version, Tested tested) {
        Actor.InRole actor = actingFor(TEST);
        inTransaction(() -> {
            Disclosure disclosure = taking(id, version, TEST);
            state(disclosure, tested);
            UUID event = record(DecisionsAudit.DISCLOSURE_TESTED, id);
            DisclosureState next =
                    DisclosureStates.after(disclosure.state(), TEST).iterator().next();
            move(disclosure, next, Optional.empty());
            log(id, actor, TEST, tested.note(), event);
            return true;
        });
    }

    /**
     * Keeps a senior officer's yes or no, and asks the decider.
     *
     * @throws Refusal where they recorded or tested it themselves
     */
    public Decided signOff(UUID id, int version, boolean agreed, Tested more) {
        Actor.InRole actor = actingFor(SIGN_OFF);
        return inTransaction(() -> {
            Disclosure disclosure = taking(id, version, SIGN_OFF);
            boolean tookPart = disclosure.recordedBy().equals(actor.person())
                    || rows.steps(id).stream()
                            .anyMatch(step -> step.step().equals(TEST.word())
                                    && step.byPerson().equals(actor.person()));
            if (tookPart) {
                throw new Refusal(403, "SECOND-PERSON-NEEDED", "decisions.refusal.second-person");
            }
            var answers = new TreeMap<>(more.answers());
            answers.put(FactName.SENIOR_SIGN_OFF, agreed ? Answer.YES : Answer.NO);
            state(disclosure, new Tested(answers, more.note()));
            UUID event =
                    audit.record(event(DecisionsAudit.DISCLOSURE_SIGNED_OFF, id).with("agreed", agreed ? "yes" : "no"));
            log(id, actor, SIGN_OFF, more.note(), event);
            return decide(disclosure, SIGN_OFF);
        });
    }

    /** Asks the decider again. */
    public Decided decide(UUID id, int version) {
        Actor.InRole actor = actingFor(DECIDE);
        return inTransaction(() -> {
            Disclosure disclosure = taking(id, version, DECIDE);
            log(id, actor, DECIDE, "", record(DecisionsAudit.DISCLOSURE_DECIDED, id));
            return decide(disclosure, DECIDE);
        });
    }

    private Decided decide(Disclosure disclosure, DisclosureStep step) {
        Decided decided = decisions.decide(question(disclosure));
        DisclosureState next = state(decided.decision());
        if (!DisclosureStates.after(disclosure.state(), step).contains(next)) {
            throw new IllegalStateException("no way leads from " + disclosure.state() + " to " + next);
        }
        move(disclosure, next, Optional.of(decided.id()));
        return decided;
    }

    private static DisclosureState state(Decision decision) {
        return switch (decision) {
            case Decision.Permitted _ -> DisclosureState.PERMITTED;
            case Decision.Refused _ -> DisclosureState.REFUSED;
            case Decision.NeedsFacts _ -> DisclosureState.WAITING;
        };
    }

    /** Keeps that it is not shared, and why. */
    public void notShare(UUID id, int version, String reason) {
        Actor.InRole actor = actingFor(NOT_SHARE);
        inTransaction(() -> {
            Disclosure disclosure = taking(id, version, NOT_SHARE);
            UUID decision = notSharing.record(question(disclosure), reason);
            move(disclosure, DisclosureState.NOT_SHARED, Optional.of(decision));
            log(id, actor, NOT_SHARE, reason, record(DecisionsAudit.DISCLOSURE_NOT_SHARED, id));
            return true;
        });
    }

    /**
     * Sends the answer. Where it is yes, the decision is used: it is asked again, and what goes out is in the ledger.
     *
     * @param note what went out and how, such as the number of pages
     * @throws Refusal where it would not be permitted any more, or the permission has run out
     */
    public DisclosureState reply(UUID id, int version, String note) {
        Actor.InRole actor = actingFor(REPLY);
        Reply reply = inTransaction(() -> {
            Disclosure disclosure = taking(id, version, REPLY);
            return disclosure.state() == DisclosureState.PERMITTED
                    ? send(disclosure, actor, note)
                    : turnDown(disclosure, actor, note);
        });
        return switch (reply) {
            case Reply.Done done -> done.state();
            case Reply.NotNow _ -> throw new Refusal(409, "PERMISSION-GONE", "decisions.refusal.permission-gone");
        };
    }

    /** What came of replying; a permission that is gone must be kept as such, so it is no exception within the transaction. */
    private sealed interface Reply {
        record Done(DisclosureState state) implements Reply {}

        record NotNow() implements Reply {}
    }

    private Reply send(Disclosure disclosure, Actor.InRole actor, String note) {
        UUID decision = disclosure.decision().orElseThrow();
        return switch (decisions.use(decision)) {
            case Use.Allowed allowed -> {
                UUID event = audit.record(event(DecisionsAudit.DISCLOSURE_REPLIED, disclosure.id())
                        .with("answer", "sent")
                        .concerning(disclosure.request().recipient().organisation())
                        .inLedger(EntryKind.RELEASE, release(disclosure, allowed, actor)));
                move(disclosure, DisclosureState.SENT, Optional.empty());
                log(disclosure.id(), actor, REPLY, note, event);
                yield new Reply.Done(DisclosureState.SENT);
            }
            case Use.NoLonger noLonger -> {
                move(
                        disclosure,
                        state(noLonger.today().decision()),
                        Optional.of(noLonger.today().id()));
                yield new Reply.NotNow();
            }
            case Use.Expired _, Use.UsedBefore _, Use.NotPermitted _, Use.Unknown _ -> new Reply.NotNow();
        };
    }

    private Reply turnDown(Disclosure disclosure, Actor.InRole actor, String note) {
        UUID event = audit.record(
                event(DecisionsAudit.DISCLOSURE_REPLIED, disclosure.id()).with("answer", "turned-down"));
        move(disclosure, DisclosureState.TURNED_DOWN, Optional.empty());
        log(disclosure.id(), actor, REPLY, note, event);
        return new Reply.Done(DisclosureState.TURNED_DOWN);
    }

    private Map<String, Object> release(Disclosure disclosure, Use.Allowed allowed, Actor.InRole actor) {
        var fields = new TreeMap<String, Object>(Map.of(
                "release", UUID.randomUUID().toString(),
                "decision", allowed.decided().id().toString(),
                "form", disclosure.request().form().name(),
                "sender", disclosure.request().sender().organisation(),
                "recipient", disclosure.request().recipient().organisation()));
        fields.put(
                "duties",
                allowed.today().duties().stream()
                        .map(duty -> Explanation.name(duty.getClass()).toUpperCase(java.util.Locale.ROOT))
                        .distinct()
                        .sorted()
                        .toList());
        Recording.staff(actor).ifPresent(staff -> fields.put("staff", staff));
        recording.subject(question(disclosure), now()).ifPresent(subject -> fields.put("subject", subject));
        return fields;
    }

    /** The disclosure of that id, with its log. */
    public Disclosure find(UUID id) {
        return inTransaction(() -> found(id));
    }

    /** The same, as somebody looks at it: that is kept too. */
    public Disclosure open(UUID id) {
        return inTransaction(() -> {
            Disclosure disclosure = found(id);
            record(DecisionsAudit.DISCLOSURE_SEEN, id);
            return disclosure;
        });
    }

    /** What was done with it, from the beginning. */
    public List<Taken> steps(UUID id) {
        return inTransaction(() -> rows.steps(id).stream()
                .map(step -> new Taken(
                        DisclosureStep.valueOf(
                                step.step().toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                        step.at(),
                        step.byPerson(),
                        step.byRole(),
                        step.note(),
                        step.event()))
                .toList());
    }

    /** The log: the organisation's own, the newest first. */
    public List<Disclosure> log(int most, long offset) {
        return inTransaction(
                () -> rows.log(most, offset).stream().map(this::disclosure).toList());
    }

    /** How many the log has. */
    public long count() {
        return inTransaction(rows::count);
    }

    /** What waits for a step in this role, the most pressing first. */
    public List<Disclosure> waiting() {
        if (!(Acting.current() instanceof Actor.InRole actor)) {
            return List.of();
        }
        List<String> states = List.of(DisclosureState.values()).stream()
                .filter(state -> DisclosureStates.from(state).stream()
                        .anyMatch(step -> step != NOT_SHARE && step.roles().contains(actor.role())))
                .map(DisclosureState::word)
                .toList();
        return inTransaction(
                () -> rows.in(states, 100).stream().map(this::disclosure).toList());
    }

    private Actor.InRole actingFor(DisclosureStep step) {
        Actor.InRole actor = Acting.inRole();
        if (!step.roles().contains(actor.role())) {
            throw new Refusal(403, "STEP-NOT-YOURS", "decisions.refusal.step-not-yours");
        }
        return actor;
    }

    /** The disclosure, if that step can be taken from where it stands, and it stands where the actor saw it stand. */
    private Disclosure taking(UUID id, int version, DisclosureStep step) {
        Disclosure disclosure = found(id);
        if (disclosure.version() != version) {
            throw changedMeanwhile();
        }
        if (DisclosureStates.after(disclosure.state(), step).isEmpty()) {
            throw new Refusal(409, "STEP-OUT-OF-TURN", "decisions.refusal.step-out-of-turn");
        }
        return disclosure;
    }

    private void move(Disclosure disclosure, DisclosureState next, Optional<UUID> decision) {
        if (!rows.move(disclosure.id(), disclosure.version(), next.word(), decision)) {
            throw changedMeanwhile();
        }
    }

    private void state(Disclosure disclosure, Tested tested) {
        if (tested.note().isBlank() || tested.note().length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has 1 to " + LONGEST_NOTE + " characters; given "
                    + tested.note().length());
        }
        LocalDate today = WorkingDays.day(now());
        tested.answers().forEach((fact, answer) -> {
            if (answer != Answer.UNKNOWN) {
                statements.stateInMatter(
                        new Statements.Stated(
                                fact,
                                answer,
                                About.MATTER,
                                disclosure.id().toString(),
                                tested.note(),
                                today,
                                Optional.empty()),
                        disclosure.request(),
                        Optional.of(disclosure.recordedBy()));
            }
        });
    }

    private Question question(Disclosure disclosure) {
        return new Question(
                disclosure.request(),
                Optional.of(new SubjectReference(disclosure.asking().subject())),
                Optional.of(new Matter(disclosure.id(), Optional.of(disclosure.recordedBy()))));
    }

    private Disclosure found(UUID id) {
        return rows.find(id)
                .map(this::disclosure)
                .orElseThrow(() -> new Refusal(404, "DISCLOSURE-UNKNOWN", "decisions.refusal.disclosure-unknown"));
    }

    private Disclosure disclosure(DisclosureRow row) {
        return new Disclosure(
                row.id(),
                row.number(),
                DisclosureState.of(row.state()),
                row.receivedOn(),
                row.due(),
                new Asking(row.requester(), row.theirReference(), row.subject(), row.why(), row.asked()),
                RequestText.readBack(row.request(), WorkingDays.day(now())),
                row.recordedBy(),
                row.decision(),
                row.version());
    }

    private UUID record(DecisionsAudit kind, UUID id) {
        return audit.record(event(kind, id));
    }

    private static AuditEvent event(DecisionsAudit kind, UUID id) {
        return AuditEvent.of(kind).about("disclosure", id.toString());
    }

    private void log(UUID id, Actor.InRole actor, DisclosureStep step, String note, UUID event) {
        rows.log(
                new StepRow(id, step.word(), now(), actor.person(), actor.role().word(), note, event));
    }

    private static Refusal changedMeanwhile() {
        return new Refusal(409, "CHANGED-MEANWHILE", "decisions.refusal.changed-meanwhile");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()), "work answers");
    }
}
