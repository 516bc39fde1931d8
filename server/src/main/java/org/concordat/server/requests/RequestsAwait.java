package org.concordat.server.requests;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.stereotype.Component;

/** Tells people of requests on which it is their turn: to hand in, assess, answer or decide. */
@Component
class RequestsAwait implements AwaitingSource {

    private static final int MOST = 100;

    private final Requests requests;

    RequestsAwait(Requests requests) {
        this.requests = requests;
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        return Stream.of(RequestState.values())
                .filter(state -> state.isOpen() && isTheirTurn(state, actor))
                .flatMap(state -> requests.inState(state, actor.organisation()).stream())
                .filter(request -> concerns(request, actor))
                .limit(MOST)
                .map(request -> new Awaiting(
                        "requests.awaiting." + request.state().word(),
                        List.of(request.code(), request.need().title()),
                        "/requests/" + request.code(),
                        request.dueOn()))
                .toList();
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
