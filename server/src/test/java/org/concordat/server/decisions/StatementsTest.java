package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.decisions.Officers.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.decide.Request;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.Matter;
import org.concordat.server.decisions.facts.Said;
import org.concordat.server.decisions.internal.StatementRows.StatementRow;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which statements count for what is asked, and who may make them. */
final class StatementsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final UUID MATTER = UUID.randomUUID();
    private static final UUID ASKER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Request request = Town.request("d7-single-disclosure", "02-police-request-verified", DAY);
    private final Actor actor = officer("council", Role.INFORMATION_SHARING_OFFICER);
    private final Asked asked = new Asked(
            request, actor, Optional.empty(), Optional.of(new Matter(MATTER, Optional.of(ASKER))), Optional.empty());

    private static StatementRow row(
            FactName fact, Answer answer, String organisation, UUID person, Role role, Instant at, boolean withdrawn) {
        return new StatementRow(
                UUID.randomUUID(),
                fact.word(),
                answer.word(),
                About.MATTER.word(),
                MATTER.toString(),
                organisation,
                person,
                role.word(),
                at,
                DAY,
                Optional.empty(),
                false,
                UUID.randomUUID(),
                withdrawn);
    }

    private static StatementRow tested(Answer answer, Instant at, boolean withdrawn) {
        return row(
                FactName.EXEMPTION_TESTED,
                answer,
                "council",
                OTHER,
                Role.INFORMATION_GOVERNANCE_OFFICER,
                at,
                withdrawn);
    }

    private List<Answer> counting(StatementRow... newestFirst) {
        return StatementFacts.counting(asked, List.of(newestFirst)).stream()
                .map(Said::answer)
                .toList();
    }

    @Test
    void theNewestOfOneOrganisationTakesTheOldersPlace() {
        assertThat(counting(tested(Answer.YES, NOON, false), tested(Answer.NO, NOON.minusSeconds(60), false)))
                .containsExactly(Answer.YES);
    }

    @Test
    void oneThatWasTakenBackDoesNotLetAnOlderOneCountAgain() {
        assertThat(counting(tested(Answer.NO, NOON, true), tested(Answer.YES, NOON.minusSeconds(60), false)))
                .isEmpty();
    }

    @Test
    void countsOnlyFromTheSideThatMayAnswer() {
        assertThat(counting(row(
                        FactName.EXEMPTION_TESTED,
                        Answer.YES,
                        "police",
                        OTHER,
                        Role.INFORMATION_GOVERNANCE_OFFICER,
                        NOON,
                        false)))
                .isEmpty();
    }

    @Test
    void countsOnlyFromTheRolesThatMayAnswer() {
        assertThat(counting(
                        row(FactName.EXEMPTION_TESTED, Answer.YES, "council", OTHER, Role.PRACTITIONER, NOON, false)))
                .isEmpty();
    }

    @Test
    void whoeverAskedIsNotTheirOwnSecondPerson() {
        for (FactName fact : List.of(FactName.SECOND_APPROVER, FactName.SENIOR_SIGN_OFF)) {
            assertThat(counting(row(fact, Answer.YES, "council", ASKER, Role.CALDICOTT_GUARDIAN, NOON, false)))
                    .isEmpty();
            assertThat(counting(row(fact, Answer.YES, "council", OTHER, Role.CALDICOTT_GUARDIAN, NOON, false)))
                    .containsExactly(Answer.YES);
        }
    }

    @Test
    void whatWasSaidOfAnotherMatterDoesNotCount() {
        Asked other = new Asked(request, actor, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(StatementFacts.counting(other, List.of(tested(Answer.YES, NOON, false))))
                .isEmpty();
    }

    @Test
    void countsFromItsFirstDayToItsLast() {
        var until = new StatementRow(
                UUID.randomUUID(),
                FactName.CONDITIONS_MET.word(),
                "yes",
                About.PURPOSE.word(),
                request.purpose(),
                "council",
                OTHER,
                Role.INFORMATION_GOVERNANCE_OFFICER.word(),
                NOON,
                DAY.minusDays(5),
                Optional.of(DAY.minusDays(1)),
                false,
                UUID.randomUUID(),
                false);
        assertThat(counting(until)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FactName.class)
    void everyFactHasSomebodyWhoMayAnswerItAboutSomething(FactName fact) {
        assertThat(WhoMayAnswer.of(fact).roles()).isNotEmpty();
        assertThat(WhoMayAnswer.of(fact).about()).isNotEmpty();
    }
}
