package org.concordat.server.requests;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Nation;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.decisions.WorkingDays;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.requests.internal.HistoryRows;
import org.concordat.server.requests.internal.ImpactRows;
import org.concordat.server.requests.internal.RedLineRows;
import org.concordat.server.requests.internal.RequestRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requests of the partnership, each seen by those whom it concerns, and moved only as {@link RequestStates} says. */
@Service
@Transactional
public class Requests {

    /** Drafts and open questions that nobody touched for so long are closed. */
    static final Period PATIENCE = Period.ofDays(180);

    private final RequestRows rows;
    private final HistoryRows history;
    private final RedLineRows redLines;
    private final ImpactRows impacts;
    private final Organisations organisations;
    private final AgreementDraft drafts;
    private final AuditLog audit;
    private final Clock clock;

    Requests(
            RequestRows rows,
            HistoryRows history,
            RedLineRows redLines,
            ImpactRows impacts,
            Organisations organisations,
            AgreementDraft drafts,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.redLines = redLines;
        this.impacts = impacts;
        this.organisations = organisations;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a request of the organisation for which somebody acts. */
    public DataRequest make(Need need, String supplying) {
        Actor.InRole actor = Acting.inRole();
        if (!RequestStates.WRITERS.contains(actor.role())) {
            throw notYours();
        }
        Instant now = clock.instant();
        var request = new DataRequest(
                rows.nextCode(),
                need,
                actor.organisation(),
                supplying,
                RequestState.DRAFT,
                now,
                Optional.empty(),
                false,
                actor.practice(),
                Optional.of(actor.person()),
                now,
                1);
        rows.add(request);
        audit.record(about(RequestsAudit.REQUEST_MADE, request));
        return request;
    }

    /** The request of that code, if whoever acts may see it. */
    @Transactional(readOnly = true)
    public Optional<DataRequest> find(String code) {
        return rows.find(code);
    }

    /**
     * The request of that code.
     *
     * @throws Refusal where there is none that whoever acts may see
     */
    @Transactional(readOnly = true)
    public DataRequest get(String code) {
        return rows.find(code).orElseThrow(() -> new Refusal(404, "REQUEST-UNKNOWN", "requests.refusal.unknown"));
    }

    /** One page of the list. */
    @Transactional(readOnly = true)
    public Found<DataRequest> page(Listing asked) {
        return rows.page(asked, Acting.current().actsFor().orElse(""));
    }

    /** Those in a state in which an organisation has a part. */
    @Transactional(readOnly = true)
    public List<DataRequest> inState(RequestState state, String organisation) {
        return rows.inState(state, organisation);
    }

    /**
     * Changes the business case, and until it was handed in also of whom it is asked.
     *
     * @return {@code Overtaken} when somebody else changed it since {@code version}
     */
    public Moving change(String code, int version, Need need, String supplying) {
        DataRequest before = get(code);
        if (!mayWrite(before)) {
            throw notYours();
        }
        // Once somebody was asked, another does not get to see it by a change of one word.
        boolean free = before.state() == RequestState.DRAFT && !before.passedOn();
        String of = free ? supplying : before.supplying();
        if (!rows.change(code, version, need, of)) {
            return new Moving.Overtaken(before);
        }
        audit.record(about(RequestsAudit.REQUEST_CHANGED, before));
        return new Moving.Moved(get(code));
    }

    /** Whether whoever acts may write on the business case, the test and the assessments now. */
    public static boolean mayWrite(DataRequest request) {
        return Acting.current() instanceof Actor.InRole actor
                && actor.organisation().equals(request.asking())
                && RequestStates.WRITERS.contains(actor.role())
                && request.state().canBeWrittenOn();
    }

    /**
     * Takes a request a step further that decides nothing.
     *
     * @param reason in the actor's words; kept in the history, and as a message where something is asked or answered
     */
    public Moving move(String code, RequestStep step, String reason, int version) {
        if (step.decides()) {
            throw new IllegalArgumentException("step decides; allowed is one that does not, was " + step.word());
        }
        DataRequest request = get(code);
        RequestStates.Move move = allowed(step, request);
        if (step == RequestStep.SUBMIT && !request.need().missing().isEmpty()) {
            return new Moving.Incomplete(request.need().missing());
        }
        if (step == RequestStep.PASS_ON && redLines.open(code) > 0) {
            return new Moving.Stopped(redLines.open(code));
        }
        if (!written(request, move, version)) {
            return new Moving.Overtaken(get(code));
        }
        keep(request, move, reason);
        switch (step) {
            case ASK, ANSWER -> say(code, reason, Optional.empty());
            case TAKE_UP_AGAIN -> history.takeUpAgain(code);
            case SUBMIT, GIVE_BACK, ASSESS, PASS_ON, APPROVE, REFUSE, POSTPONE, WITHDRAW, EXPIRE -> {}
        }
        return new Moving.Moved(get(code));
    }

    /**
     * Decides a request. Approval drafts the agreement.
     *
     * @param changes what would change the answer, where it is no
     * @param lookAgain when to look again, where it is not now
     */
    public Moving decide(
            String code, RequestStep step, String reasons, String changes, Optional<LocalDate> lookAgain, int version) {
        DataRequest request = get(code);
        RequestStates.Move move = allowed(step, request);
        if (step == RequestStep.APPROVE && redLines.open(code) > 0) {
            return new Moving.Stopped(redLines.open(code));
        }
        if (!written(request, move, version)) {
            return new Moving.Overtaken(get(code));
        }
        keep(request, move, reasons);
        Actor.InRole actor = Acting.inRole();
        if (step == RequestStep.APPROVE) {
            impacts.tie(code, AgreementDraft.scheduleOf(request));
        }
        AgreementDraft.Drafted draft =
                step == RequestStep.APPROVE ? drafts.draft(request) : AgreementDraft.Drafted.nothing();
        history.add(
                code,
                new Verdict(
                        move.to(),
                        reasons,
                        changes,
                        lookAgain,
                        draft.schedule(),
                        draft.text(),
                        draft.problems(),
                        actor.person(),
                        actor.role(),
                        actor.organisation(),
                        clock.instant()));
        audit.record(about(RequestsAudit.REQUEST_DECIDED, request)
                .with("outcome", move.to().word()));
        return new Moving.Moved(get(code));
    }

    /** Sends a message to the other organisation. */
    public void say(String code, String text, Optional<UUID> answers) {
        DataRequest request = get(code);
        Actor.InRole actor = Acting.inRole();
        if (!isParty(request, actor) || !request.passedOn()) {
            throw notYours();
        }
        history.add(
                code,
                new Message(UUID.randomUUID(), clock.instant(), actor.person(), actor.organisation(), answers, text));
        audit.record(about(RequestsAudit.MESSAGE_SENT, request));
    }

    /** What happened to it, the latest first. */
    @Transactional(readOnly = true)
    public List<StepTaken> steps(String code) {
        return history.steps(code);
    }

    /** What the organisations said to each other, the earliest first. */
    @Transactional(readOnly = true)
    public List<Message> messages(String code) {
        return history.messages(code);
    }

    /** How it was decided, if it was. */
    @Transactional(readOnly = true)
    public Optional<Verdict> verdict(String code) {
        return history.verdict(code);
    }

    /**
     * Closes drafts and open questions that nobody has touched for half a year. Called as the server.
     *
     * @return how many
     */
    public int expire() {
        Instant before = clock.instant().minus(PATIENCE);
        int closed = 0;
        for (RequestState state : List.of(RequestState.DRAFT, RequestState.QUESTIONS_OPEN)) {
            for (DataRequest request : rows.standingSince(state, before)) {
                RequestStates.Move move = allowed(RequestStep.EXPIRE, request);
                if (written(request, move, request.version())) {
                    keep(request, move, "");
                    closed++;
                }
            }
        }
        return closed;
    }

    private static RequestStates.Move allowed(RequestStep step, DataRequest request) {
        RequestStates.Move move = RequestStates.move(step, request.state())
                .orElseThrow(() -> new Refusal(409, "REQUEST-STANDS-OTHERWISE", "requests.refusal.state"));
        if (!RequestStates.may(move, request, Acting.current())) {
            throw notYours();
        }
        return move;
    }

    private boolean written(DataRequest request, RequestStates.Move move, int version) {
        Instant now = clock.instant();
        Nation nation = organisations
                .find(move.to() == RequestState.WITH_SUPPLIER ? request.supplying() : request.asking())
                .map(Organisation::nation)
                .orElse(Nation.ENGLAND);
        Optional<LocalDate> due = move.to().targetWorkingDays().isPresent()
                ? Optional.of(WorkingDays.after(
                        WorkingDays.day(now), move.to().targetWorkingDays().getAsInt(), nation))
                : Optional.empty();
        return rows.move(request.code(), version, move.to(), now, due);
    }

    private void keep(DataRequest request, RequestStates.Move move, String reason) {
        Actor actor = Acting.current();
        history.add(
                request.code(),
                new StepTaken(
                        move.step(), move.from(), move.to(), clock.instant(), actor.who(), actor.actsFor(), reason));
        AuditEvent event = about(RequestsAudit.REQUEST_MOVED, request)
                .with("step", move.step().word())
                .with("to", move.to().word());
        audit.record(move.to() == RequestState.WITH_SUPPLIER ? event.concerning(request.supplying()) : event);
    }

    /** Concerns the organisation that holds the data only once it was asked. */
    static AuditEvent about(RequestsAudit kind, DataRequest request) {
        AuditEvent event = AuditEvent.of(kind).about("request", request.code()).concerning(request.asking());
        return request.passedOn() ? event.concerning(request.supplying()) : event;
    }

    static boolean isParty(DataRequest request, Actor.InRole actor) {
        return actor.organisation().equals(request.asking())
                || actor.organisation().equals(request.supplying());
    }

    static Refusal notYours() {
        return new Refusal(403, "NOT-YOUR-REQUEST", "requests.refusal.not-yours");
    }
}
