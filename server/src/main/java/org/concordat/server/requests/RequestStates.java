package org.concordat.server.requests;

import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.requests.RequestState.APPROVED;
import static org.concordat.server.requests.RequestState.DRAFT;
import static org.concordat.server.requests.RequestState.EXPIRED;
import static org.concordat.server.requests.RequestState.IN_ASSESSMENT;
import static org.concordat.server.requests.RequestState.NOT_NOW;
import static org.concordat.server.requests.RequestState.NOT_TO_SHARE;
import static org.concordat.server.requests.RequestState.QUESTIONS_OPEN;
import static org.concordat.server.requests.RequestState.SUBMITTED;
import static org.concordat.server.requests.RequestState.WITHDRAWN;
import static org.concordat.server.requests.RequestState.WITH_SUPPLIER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;

/** All permitted changes of a request's state, and who may make them. What is not in the table cannot happen. */
public final class RequestStates {

    /** Roles in which somebody may write a request. */
    public static final Set<Role> WRITERS = Set.of(
            INFORMATION_SHARING_OFFICER,
            INFORMATION_GOVERNANCE_OFFICER,
            CALDICOTT_GUARDIAN,
            DATA_STEWARD,
            Role.ANALYST,
            Role.PRACTITIONER,
            Role.CASE_COORDINATOR);

    private static final Set<Role> OFFICERS = Set.of(INFORMATION_SHARING_OFFICER, INFORMATION_GOVERNANCE_OFFICER);
    private static final Set<Role> HOLDERS =
            Set.of(INFORMATION_SHARING_OFFICER, INFORMATION_GOVERNANCE_OFFICER, CALDICOTT_GUARDIAN, DATA_STEWARD);
    private static final Set<Role> DECIDERS =
            Set.of(INFORMATION_GOVERNANCE_OFFICER, CALDICOTT_GUARDIAN, EXECUTIVE_SIGNATORY);
    private static final Set<Role> NOBODY = Set.of();

    /** What leads on stands before what leads back: the page offers them in this order. */
    private static final List<Move> TABLE = List.of(
            move(RequestStep.SUBMIT, DRAFT, SUBMITTED, Side.ASKING, WRITERS, false),
            move(RequestStep.ASSESS, SUBMITTED, IN_ASSESSMENT, Side.ASKING, OFFICERS, false),
            move(RequestStep.PASS_ON, IN_ASSESSMENT, WITH_SUPPLIER, Side.ASKING, OFFICERS, false),
            move(RequestStep.GIVE_BACK, SUBMITTED, DRAFT, Side.ASKING, OFFICERS, true),
            move(RequestStep.GIVE_BACK, IN_ASSESSMENT, DRAFT, Side.ASKING, OFFICERS, true),
            // An organisation can see by itself that it must not ask.
            move(
                    RequestStep.REFUSE,
                    IN_ASSESSMENT,
                    NOT_TO_SHARE,
                    Side.ASKING,
                    Set.of(INFORMATION_GOVERNANCE_OFFICER),
                    true),
            move(RequestStep.ASK, WITH_SUPPLIER, QUESTIONS_OPEN, Side.SUPPLYING, HOLDERS, true),
            move(RequestStep.ANSWER, QUESTIONS_OPEN, WITH_SUPPLIER, Side.ASKING, WRITERS, true),
            move(RequestStep.APPROVE, WITH_SUPPLIER, APPROVED, Side.SUPPLYING, DECIDERS, true),
            move(RequestStep.REFUSE, WITH_SUPPLIER, NOT_TO_SHARE, Side.SUPPLYING, DECIDERS, true),
            move(RequestStep.REFUSE, QUESTIONS_OPEN, NOT_TO_SHARE, Side.SUPPLYING, DECIDERS, true),
            move(RequestStep.POSTPONE, WITH_SUPPLIER, NOT_NOW, Side.SUPPLYING, DECIDERS, true),
            move(RequestStep.POSTPONE, QUESTIONS_OPEN, NOT_NOW, Side.SUPPLYING, DECIDERS, true),
            move(RequestStep.TAKE_UP_AGAIN, NOT_NOW, IN_ASSESSMENT, Side.ASKING, OFFICERS, true),
            move(RequestStep.WITHDRAW, DRAFT, WITHDRAWN, Side.ASKING, WRITERS, false),
            move(RequestStep.WITHDRAW, SUBMITTED, WITHDRAWN, Side.ASKING, WRITERS, false),
            move(RequestStep.WITHDRAW, IN_ASSESSMENT, WITHDRAWN, Side.ASKING, WRITERS, false),
            move(RequestStep.WITHDRAW, WITH_SUPPLIER, WITHDRAWN, Side.ASKING, WRITERS, false),
            move(RequestStep.WITHDRAW, QUESTIONS_OPEN, WITHDRAWN, Side.ASKING, WRITERS, false),
            move(RequestStep.WITHDRAW, NOT_NOW, WITHDRAWN, Side.ASKING, WRITERS, false),
            move(RequestStep.EXPIRE, DRAFT, EXPIRED, Side.SERVER, NOBODY, false),
            move(RequestStep.EXPIRE, QUESTIONS_OPEN, EXPIRED, Side.SERVER, NOBODY, false));

    private RequestStates() {}

    /** Which part of a request somebody has. */
    public enum Side {
        /** The organisation that needs the data. */
        ASKING,
        /** The organisation that holds them. */
        SUPPLYING,
        /** Nobody: the server does it when the time has come. */
        SERVER
    }

    /**
     * One permitted change.
     *
     * @param needsReason whether whoever does it must say why
     */
    public record Move(
            RequestStep step, RequestState from, RequestState to, Side side, Set<Role> roles, boolean needsReason) {
        public Move {
            roles = Set.copyOf(roles);
        }
    }

    /** All of them. */
    public static List<Move> table() {
        return TABLE;
    }

    /** The change that this step makes in this state, if any. */
    public static Optional<Move> move(RequestStep step, RequestState from) {
        return TABLE.stream()
                .filter(move -> move.step() == step && move.from() == from)
                .findFirst();
    }

    /** The changes that whoever acts may make now. */
    public static List<Move> open(DataRequest request, Actor actor) {
        return TABLE.stream()
                .filter(move -> move.from() == request.state() && may(move, request, actor))
                .toList();
    }

    /** Whether the actor may make that change of that request. */
    static boolean may(Move move, DataRequest request, Actor actor) {
        return switch (actor) {
            case Actor.InRole inRole ->
                move.roles().contains(inRole.role())
                        && switch (move.side()) {
                            case ASKING -> inRole.organisation().equals(request.asking());
                            case SUPPLYING -> inRole.organisation().equals(request.supplying());
                            case SERVER -> false;
                        };
            case Actor.Server _ -> move.side() == Side.SERVER;
            case Actor.Client _, Actor.Nobody _, Actor.Undecided _ -> false;
        };
    }

    private static Move move(
            RequestStep step, RequestState from, RequestState to, Side side, Set<Role> roles, boolean needsReason) {
        return new Move(step, from, to, side, roles, needsReason);
    }
}
