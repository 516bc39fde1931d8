package org.concordat.server.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.requests.RequestStates.Move;
import org.concordat.server.requests.RequestStates.Side;
import org.junit.jupiter.api.Test;

/** The one table of all changes of state. */
class RequestStatesTest {

    @Test
    void aStepLeadsFromAStateToOneOtherOnly() {
        assertThat(RequestStates.table())
                .extracting(move -> List.of(move.step(), move.from()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyStateButTheFirstIsReachedAndEveryOpenOneCanBeLeft() {
        Set<RequestState> reached = EnumSet.of(RequestState.DRAFT);
        boolean more = true;
        while (more) {
            more = false;
            for (Move move : RequestStates.table()) {
                more |= reached.contains(move.from()) && reached.add(move.to());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
        for (RequestState state : RequestState.values()) {
            boolean canBeLeft = RequestStates.table().stream()
                    .anyMatch(move -> move.from() == state && !move.roles().isEmpty());
            assertThat(canBeLeft).as(state.word()).isEqualTo(state.isOpen() || state == RequestState.NOT_NOW);
        }
    }

    @Test
    void onlyWhoeverHoldsTheDataApproves() {
        assertThat(RequestStates.table())
                .filteredOn(move -> move.to() == RequestState.APPROVED)
                .allMatch(move -> move.side() == Side.SUPPLYING && move.from() == RequestState.WITH_SUPPLIER);
    }

    @Test
    void whoeverDecidesOrAsksSaysWhy() {
        assertThat(RequestStates.table())
                .filteredOn(move -> move.step().decides() || move.step() == RequestStep.ASK)
                .isNotEmpty()
                .allMatch(Move::needsReason);
    }

    @Test
    void neitherAuditorNorAdministratorNorAssessorMovesAnything() {
        assertThat(RequestStates.table())
                .flatExtracting(Move::roles)
                .doesNotContain(
                        Role.AUDITOR,
                        Role.PARTNERSHIP_ADMINISTRATOR,
                        Role.ORGANISATION_ADMINISTRATOR,
                        Role.LAY_ASSESSOR);
    }

    @Test
    void theSameRoleOfTheOtherOrganisationMayNot() {
        DataRequest request = request(RequestState.WITH_SUPPLIER);
        assertThat(RequestStates.open(request, officer("holder")))
                .extracting(Move::step)
                .contains(RequestStep.APPROVE, RequestStep.REFUSE, RequestStep.POSTPONE, RequestStep.ASK);
        assertThat(RequestStates.open(request, officer("asker")))
                .extracting(Move::step)
                .containsExactly(RequestStep.WITHDRAW);
        assertThat(RequestStates.open(request, officer("somebody-else"))).isEmpty();
    }

    @Test
    void onlyTheServerLetsARequestExpire() {
        DataRequest draft = request(RequestState.DRAFT);
        assertThat(RequestStates.open(draft, new Actor.Server("expire")))
                .extracting(Move::step)
                .containsExactly(RequestStep.EXPIRE);
        assertThat(RequestStates.open(draft, officer("asker")))
                .extracting(Move::step)
                .doesNotContain(RequestStep.EXPIRE);
    }

    @Test
    void everyStateInWhichSomebodyIsWaitedForHasATarget() {
        for (RequestState state : RequestState.values()) {
            assertThat(state.targetWorkingDays().isPresent())
                    .as(state.word())
                    .isEqualTo(state.isOpen() && state != RequestState.DRAFT);
        }
    }

    private static Actor.InRole officer(String organisation) {
        return new Actor.InRole(
                new UUID(0, 1),
                new UUID(0, 2),
                organisation,
                Optional.empty(),
                Role.INFORMATION_GOVERNANCE_OFFICER,
                false);
    }

    private static DataRequest request(RequestState state) {
        return new DataRequest(
                "RQ-1",
                new Need(
                        "Something",
                        Optional.empty(),
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty(),
                        "",
                        "",
                        OptionalInt.empty(),
                        "",
                        Optional.empty(),
                        ""),
                "asker",
                "holder",
                state,
                Instant.EPOCH,
                Optional.empty(),
                true,
                false,
                Optional.empty(),
                Instant.EPOCH,
                1);
    }
}
