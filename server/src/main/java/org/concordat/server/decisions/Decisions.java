package org.concordat.server.decisions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.law.LawPack;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.GatheredFacts;
import org.concordat.server.decisions.facts.Matter;
import org.concordat.server.decisions.facts.Said;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.decisions.internal.DecisionRow;
import org.concordat.server.decisions.internal.DecisionRows;
import org.concordat.server.decisions.internal.DecisionRows.Kept;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks whether something may be shared, and keeps the answer. Every area that lets anything leave asks here, and uses the decision
 * just before it does.
 *
 * <p>Each call is one transaction, or part of the caller's: the decision, its event and its entry in the ledger are kept
 * together or not at all.
 */
@Service
public final class Decisions {

    private static final int FURTHEST_DAYS = 366;

    private final TransactionTemplate transaction;
    private final CurrentFolder current;
    private final LawPack law;
    private final List<FactSource> sources;
    private final DecisionRows rows;
    private final Recording recording;
    private final Emergencies emergencies;
    private final AuditLog audit;
    private final Clock clock;
    private final Decider decider = new Decider();

    Decisions(
            PlatformTransactionManager transactions,
            CurrentFolder current,
            LawPack law,
            List<FactSource> sources,
            DecisionRows rows,
            Recording recording,
            Emergencies emergencies,
            AuditLog audit,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.current = current;
        this.law = law;
        this.sources = List.copyOf(sources);
        this.rows = rows;
        this.recording = recording;
        this.emergencies = emergencies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The answer to one question, kept. */
    public Decided decide(Question question) {
        return decide(List.of(question)).getFirst();
    }

    /**
     * The answers to several questions, in their order, all kept or none.
     *
     * @throws Refusal where the asker has no part in a question, or it names an organisation or purpose that nobody here knows
     */
    public List<Decided> decide(List<Question> questions) {
        Actor actor = Acting.current();
        return inTransaction(() -> {
            AgreementFolder folder = current.get();
            Instant at = now();
            questions.forEach(question -> check(question, actor, folder, at));
            List<GatheredFacts> facts = gather(questions, actor, folder);
            List<Recording.Answered> answered = IntStream.range(0, questions.size())
                    .mapToObj(i -> answer(questions.get(i), facts.get(i), folder))
                    .toList();
            List<Decided> decided = recording.keep(answered, actor, at);
            for (int i = 0; i < decided.size(); i++) {
                emergencies.expectReview(decided.get(i), questions.get(i), folder, actor);
            }
            return decided;
        });
    }

    /** Asks the very same again, as of today: after somebody answered what was missing. */
    public Decided again(UUID decision) {
        return inTransaction(() -> decide(question(seen(decision))));
    }

    /** Uses a permission: asks again on today's facts, and lets it be used once if they still permit. */
    public Use use(UUID decision) {
        Actor actor = Acting.current();
        return inTransaction(() -> {
            Optional<Kept> kept = rows.find(decision);
            if (kept.isEmpty()
                    || !isParty(
                            actor, kept.get().row().sender(), kept.get().row().recipient())) {
                return new Use.Unknown();
            }
            return use(kept.get(), actor);
        });
    }

    private Use use(Kept kept, Actor actor) {
        DecisionRow row = kept.row();
        Instant at = now();
        if (!row.outcome().equals("permitted")) {
            return refusedUse(row, "not-permitted", new Use.NotPermitted());
        }
        rows.lock(row.id());
        if (rows.usedAt(row.id()).isPresent()) {
            return refusedUse(row, "used-before", new Use.UsedBefore());
        }
        if (!at.isBefore(row.expires())) {
            return refusedUse(row, "expired", new Use.Expired());
        }
        AgreementFolder folder = current.get();
        Question question = question(kept);
        GatheredFacts facts = gather(List.of(question), actor, folder).getFirst();
        Recording.Answered today = answer(question, facts, folder);
        if (!(today.decision() instanceof Decision.Permitted permitted)) {
            Decided now = recording.keep(List.of(today), actor, at).getFirst();
            return refusedUse(row, "no-longer", new Use.NoLonger(now));
        }
        UUID event = audit.record(concerning(DecisionsAudit.USED, row)
                .with("folder", permitted.basis().folder()));
        String answer = JsonMapper.shared().writeValueAsString(Explanation.of(permitted, law));
        if (!rows.use(row.id(), at, Recording.by(actor), permitted.basis().folder(), answer, event)) {
            throw new IllegalStateException("a decision was used by somebody else while it was locked");
        }
        return new Use.Allowed(
                new Decided(row.id(), row.matter(), row.at(), row.expires(), permitted, row.event()), permitted);
    }

    private Use refusedUse(DecisionRow row, String why, Use answer) {
        audit.record(concerning(DecisionsAudit.USE_REFUSED, row).with("why", why));
        return answer;
    }

    static AuditEvent concerning(DecisionsAudit kind, DecisionRow row) {
        return AuditEvent.of(kind)
                .about("decision", row.id().toString())
                .concerning(row.sender())
                .concerning(row.recipient());
    }

    /** What facts and agreements of now say to this, without keeping an answer: for pages that show what is still missing. */
    Decision look(Question question) {
        Actor actor = Acting.current();
        return inTransaction(() -> {
            AgreementFolder folder = current.get();
            check(question, actor, folder, now());
            return answer(question, gather(List.of(question), actor, folder).getFirst(), folder)
                    .decision();
        });
    }

    /** What explains a decision, such as the duties of one just used. */
    public Explanation explain(Decision decision) {
        return Explanation.of(decision, law);
    }

    private Recording.Answered answer(Question question, GatheredFacts facts, AgreementFolder folder) {
        return new Recording.Answered(
                question, facts, decider.decide(question.request(), new Facts(folder, law, facts.answers())));
    }

    private List<GatheredFacts> gather(List<Question> questions, Actor actor, AgreementFolder folder) {
        List<Asked> asked = questions.stream()
                .map(question -> new Asked(
                        question.request(),
                        actor,
                        question.subject(),
                        question.matter(),
                        schedule(question.request(), folder)))
                .toList();
        List<List<Said>> said = IntStream.range(0, asked.size())
                .<List<Said>>mapToObj(_ -> new ArrayList<>())
                .toList();
        for (FactSource source : sources) {
            List<List<Said>> answers = source.answersToAll(asked);
            for (int i = 0; i < asked.size(); i++) {
                said.get(i).addAll(answers.get(i));
            }
        }
        return said.stream().map(GatheredFacts::of).toList();
    }

    /** The schedule under which it would be shared, where one is named or only one can be meant. */
    private static Optional<String> schedule(Request request, AgreementFolder folder) {
        if (!(request.ground() instanceof Ground.UnderAgreement under)) {
            return Optional.empty();
        }
        if (under.schedule().isPresent()) {
            return under.schedule();
        }
        List<Agreement> fitting =
                folder.schedulesCovering(request.dataset(), request.recipient().organisation()).stream()
                        .filter(schedule -> schedule.purposes().contains(request.purpose())
                                || schedule.terms()
                                        .filter(terms -> terms.furtherPurposes().contains(request.purpose()))
                                        .isPresent())
                        .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst().id()) : Optional.empty();
    }

    private void check(Question question, Actor actor, AgreementFolder folder, Instant at) {
        Request request = question.request();
        String sender = request.sender().organisation();
        String recipient = request.recipient().organisation();
        if (!isParty(actor, sender, recipient)) {
            throw new Refusal(403, "NOT-YOUR-QUESTION", "decisions.refusal.not-yours");
        }
        if (!folder.organisations().containsKey(sender)
                || !folder.organisations().containsKey(recipient)) {
            throw new Refusal(422, "ORGANISATION-UNKNOWN", "decisions.refusal.organisation-unknown");
        }
        if (!folder.purposes().containsKey(request.purpose())) {
            throw new Refusal(422, "PURPOSE-UNKNOWN", "decisions.refusal.purpose-unknown");
        }
        LocalDate today = WorkingDays.day(at);
        if (request.on().isBefore(today) || request.on().isAfter(today.plusDays(FURTHEST_DAYS))) {
            throw new Refusal(422, "DAY-OUT-OF-REACH", "decisions.refusal.day");
        }
    }

    private static boolean isParty(Actor actor, String sender, String recipient) {
        return switch (actor) {
            case Actor.Server _ -> true;
            case Actor.InRole _, Actor.Client _ ->
                actor.actsFor()
                        .filter(mine -> mine.equals(sender) || mine.equals(recipient))
                        .isPresent();
            case Actor.Nobody _, Actor.Undecided _ -> false;
        };
    }

    private Kept seen(UUID decision) {
        return rows.find(decision).orElseThrow(() -> new Refusal(404, "DECISION-UNKNOWN", "decisions.refusal.unknown"));
    }

    /** The kept question, as of today; its statements count as those of the matter. */
    private Question question(Kept kept) {
        DecisionRow row = kept.row();
        if (row.outcome().equals(NotSharing.OUTCOME)) {
            throw new Refusal(409, "DECISION-NOT-ASKED", "decisions.refusal.not-asked");
        }
        Request request = RequestText.readBack(row.request(), WorkingDays.day(now()));
        return new Question(
                request,
                kept.words().subject().map(SubjectReference::new),
                Optional.of(new Matter(row.matter(), row.askedBy())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()), "work answers");
    }
}
