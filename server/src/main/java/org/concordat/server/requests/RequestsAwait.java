package org.concordat.server.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.stereotype.Component;

/** Tells people of requests on which it is their turn: to hand in, assess, answer or decide. */
@Component
class RequestsAwait implements AwaitingSource {

    private static final int MOST = 100;

    private static final int DAYS_AHEAD = 30;

    private final Requests requests;
    private final BenefitAndRisk assessments;
    private final Impacts impacts;
    private final Outlines outlines;

    RequestsAwait(Requests requests, BenefitAndRisk assessments, Impacts impacts, Outlines outlines) {
        this.requests = requests;
        this.assessments = assessments;
        this.impacts = impacts;
        this.outlines = outlines;
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        return Stream.of(steps(actor), scores(actor), opinions(actor), reviews(actor))
                .flatMap(each -> each)
                .limit(MOST)
                .toList();
    }

    private Stream<Awaiting> scores(Actor.InRole actor) {
        return assessments.waitingFor(actor.person()).stream()
                .flatMap(assessor -> requests.find(assessor.request()).stream()
                        .map(request -> about(
                                "requests.awaiting.score",
                                request,
                                "/benefit/score",
                                Optional.of(assessor.scoreBy()))));
    }

    private Stream<Awaiting> opinions(Actor.InRole actor) {
        return actor.role() != Role.INFORMATION_GOVERNANCE_OFFICER
                ? Stream.empty()
                : impacts.inState(ImpactState.BEING_WRITTEN, actor.organisation()).stream()
                        .filter(Impact::isReady)
                        .flatMap(impact -> requests.find(impact.request()).stream())
                        .map(request ->
                                about("requests.awaiting.impact-opinion", request, "/impact", Optional.empty()));
    }

    private Stream<Awaiting> reviews(Actor.InRole actor) {
        LocalDate soon = outlines.today().plusDays(DAYS_AHEAD);
        return actor.role() != Role.INFORMATION_GOVERNANCE_OFFICER
                ? Stream.empty()
                : impacts.inState(ImpactState.SIGNED_OFF, actor.organisation()).stream()
                        .filter(impact -> !impact.holdsOn(soon) || impacts.isOutrun(impact))
                        .flatMap(impact -> requests.find(impact.request()).stream()
                                .map(request -> about(
                                        "requests.awaiting.impact-review", request, "/impact", impact.reviewOn())));
    }

    private static Awaiting about(String key, DataRequest request, String page, Optional<LocalDate> by) {
        return new Awaiting(
                key, List.of(request.code(), request.need().title()), "/requests/" + request.code() + page, by);
    }

    private Stream<Awaiting> steps(Actor.InRole actor) {
        return Stream.of(RequestState.values())
                .filter(state -> state.isOpen() && isTheirTurn(state, actor))
                .flatMap(state -> requests.inState(state, actor.organisation()).stream())
                .filter(request -> concerns(request, actor))
                .map(request -> about("requests.awaiting." + request.state().word(), request, "", request.dueOn()));
    }

    /** Whether any step that takes a request on from there, rather than back or away, is for this role. */
    private static boolean isTheirTurn(RequestState state, Actor.InRole actor) {
        return RequestStates.table().stream()
                .anyMatch(move -> move.from() == state
                        && move.step() != RequestStep.WITHDRAW
                        && move.roles().contains(actor.role()));
    }

    /** A draft waits for whoever began it; the rest for the organisation whose step comes next. */
    private static boolean concerns(DataRequest request, Actor.InRole actor) {
        if (request.state() == RequestState.DRAFT) {
            return request.madeBy().equals(Optional.of(actor.person()));
        }
        return RequestStates.open(request, actor).stream()
                .anyMatch(move -> move.step() != RequestStep.WITHDRAW && waitsFor(move, request.state()));
    }

    /** While questions are open whoever asked them need not do anything, though they may decide. */
    private static boolean waitsFor(RequestStates.Move move, RequestState state) {
        return state != RequestState.QUESTIONS_OPEN || move.side() == RequestStates.Side.ASKING;
    }
}
