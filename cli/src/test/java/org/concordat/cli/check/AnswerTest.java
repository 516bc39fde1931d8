package org.concordat.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.cli.agreements.Harbour;
import org.concordat.cli.agreements.OpenFolder;
import org.concordat.cli.check.Answer.StepAnswer;
import org.concordat.cli.check.Supplies.Supply;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Basis;
import org.concordat.policy.decide.Decision.Need;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Decision.Permitted;
import org.concordat.policy.decide.Decision.Reason;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.decide.Step;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.SharingForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer says, made from decisions put together by hand. */
final class AnswerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Basis BASIS = new Basis("uk 1 print", "folder-print", List.of("SC-1 sc-print"), List.of());
    private static final Reason HOLDS = new Reason(Rule.NO_GATEWAY, Outcome.HOLDS, "By some Act.");
    private static final OpenFolder FOLDER =
            new OpenFolder(Path.of("town"), Harbour.asWritten().folder(), Harbour.UK, List.of(), Map.of());

    static Stream<Duty> duties() {
        return Stream.of(
                new Duty.OnlyTheseFields(Set.of("name", "address")),
                new Duty.OnlyThisForm(SharingForm.AGGREGATED),
                new Duty.SuppressBelow(6),
                new Duty.SuppressBelow(0),
                new Duty.ExpireOn(DAY),
                new Duty.DestroyBy(DAY, true),
                new Duty.DestroyBy(DAY, false),
                new Duty.DestroyDerivedBy(DAY),
                new Duty.UseOnlyFor(Set.of("coming-home", "unheard-of")),
                new Duty.UseLimitTravels("wra-2012-s131", "Only that."),
                new Duty.NoOnwardSharing(Set.of()),
                new Duty.NoOnwardSharing(Set.of("charity")),
                new Duty.TellThePerson(),
                new Duty.DoNotTellThePerson(),
                new Duty.Log(),
                new Duty.ReviewWithin(1),
                new Duty.ReviewWithin(2),
                new Duty.RecordSecondApprover(),
                new Duty.HumanDecision(),
                new Duty.MarkAsOpinion(Set.of("mobility")),
                new Duty.GuardAddress());
    }

    @ParameterizedTest
    @MethodSource("duties")
    void everyDutyIsASentenceAndHasAName(Duty duty) {
        var words = new DutyWords(answer(permitted(List.of(duty)), DAY));
        assertThat(words.sentence(duty)).matches("[A-Z].*\\.").doesNotContain("[", "Duty");
        assertThat(DutyWords.name(duty)).matches("[a-z]+(-[a-z]+)*");
        assertThat(words.fields(duty)).containsEntry("sentence", words.sentence(duty));
    }

    @Test
    void noDutyWasForgotten() {
        assertThat(duties().map(Duty::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Duty.class.getPermittedSubclasses()).stream()
                        .<Class<? extends Duty>>map(type -> type.asSubclass(Duty.class))
                        .toList());
    }

    @Test
    void dutiesSpeakOfOrganisationsAndPurposesByName() {
        var words = new DutyWords(answer(permitted(List.of()), DAY));
        assertThat(words.sentence(new Duty.NoOnwardSharing(Set.of("charity")))).contains("Harbour Advice");
        assertThat(words.sentence(new Duty.UseOnlyFor(Set.of("coming-home"))))
                .isEqualTo("Use it only for 'Coming home'.");
        assertThat(words.sentence(new Duty.DestroyBy(DAY, true)))
                .isEqualTo("Have what was shared destroyed by 1 June 2026, with a certificate for the sender.");
        assertThat(words.sentence(new Duty.UseLimitTravels("wra-2012-s131", "Only that.")))
                .contains("Welfare Reform Act 2012 s.131", "Only that.");
    }

    @Test
    void everyStepIsShownAndAnsweredByItsWorstRule() {
        for (Step step : Step.values()) {
            assertThat(String.join(" ", AnswerText.of(answer(permitted(List.of()), DAY)))
                            .replaceAll("\\s+", " "))
                    .contains(step.question());
        }
        Reason lacks = new Reason(Rule.RESTRICTED, Outcome.LACKS, "Unknown.");
        Reason refuses = new Reason(Rule.USE_LIMITED, Outcome.REFUSES, "No.");
        Reason none = new Reason(Rule.USE_LIMITED, Outcome.DOES_NOT_APPLY, "Not about this.");
        assertThat(power(HOLDS, none)).isEqualTo(StepAnswer.YES);
        assertThat(power(HOLDS, lacks)).isEqualTo(StepAnswer.UNKNOWN);
        assertThat(power(HOLDS, lacks, refuses)).isEqualTo(StepAnswer.NO);
        assertThat(power(none)).isEqualTo(StepAnswer.NOT_ASKED);
    }

    private static StepAnswer power(Reason... reasons) {
        var refused = new Decision.Refused(List.of(reasons), BASIS, List.of(Rule.USE_LIMITED), List.of("Change it."));
        return answer(refused, DAY).answer(Step.POWER);
    }

    @Test
    void aQuestionThatTwoRulesAskIsAskedOnce() {
        Need one = new Need(Rule.NO_GATEWAY, "Is it so?", "somebody", Optional.empty(), Optional.empty());
        Need other = new Need(Rule.CONFIDENTIAL, "Is it so?", "somebody", Optional.empty(), Optional.empty());
        Answer answer = answer(needs(one, other), DAY);
        assertThat(answer.sentence()).startsWith("NOT YET.").endsWith("one thing is missing.");
        assertThat(AnswerText.of(answer))
                .filteredOn(line -> line.contains("Is it so?"))
                .hasSize(1);
        assertThat(answer(
                                needs(
                                        one,
                                        new Need(
                                                Rule.CONFIDENTIAL, "And so?", "x", Optional.empty(), Optional.empty())),
                                DAY)
                        .sentence())
                .endsWith("2 things are missing.");
    }

    @Test
    void saysWhenAnAnswerGivenTodayComesTooLate() {
        Need fact = new Need(Rule.ROLE_NOT_HELD, "Is it so?", "x", Optional.of(FactName.ROLE_HELD), Optional.empty());
        Need row = new Need(Rule.NO_GATEWAY, "Read?", "x", Optional.empty(), Optional.of("wra-2012-s131"));
        List<Supply> inTime = new Supplies(answer(needs(fact, row), DAY)).all();
        assertThat(inTime).extracting(Supply::file).containsExactly("facts", "verification");
        assertThat(inTime.getFirst().where()).doesNotContain("Only answers given by");
        assertThat(inTime.get(1).lines()).contains("on: 2026-06-01");
        List<Supply> late = new Supplies(answer(needs(fact, row), DAY.plusDays(1))).all();
        assertThat(late.getFirst().where()).contains("Only answers given by 1 June 2026 count for that day");
        assertThat(late.get(1).lines()).noneMatch(line -> line.matches("on: 2.*"));
    }

    @Test
    void asksWhichScheduleIsMeant() {
        Need which = new Need(Rule.NOT_AGREED, "Which schedule is meant?", "x", Optional.empty(), Optional.empty());
        assertThat(new Supplies(answer(needs(which), DAY)).all())
                .singleElement()
                .satisfies(supply -> assertThat(supply.lines()).containsExactly("schedule: # its id"));
    }

    @Test
    void oneFieldIsNotSeveral() {
        Answer answer = answer(permitted(List.of()), DAY);
        assertThat(answer.sentence())
                .isEqualTo(
                        "PERMITTED. On 1 June 2026 Tideford Hospital may share with Tideford Council the field name of"
                                + " 'Discharges from hospital' for 'Coming home', as records that say who they are about.");
        assertThat(answer).hasToString("Answer[RQ-1, Permitted]");
        assertThat(Answer.listed(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    private static Decision permitted(List<Duty> duties) {
        return new Permitted(List.of(HOLDS), BASIS, Set.of("name"), SharingForm.IDENTIFIED, duties, Set.of(), Set.of());
    }

    private static Decision needs(Need... needs) {
        return new Decision.NeedsFacts(List.of(HOLDS), BASIS, List.of(needs));
    }

    private static Answer answer(Decision decision, LocalDate today) {
        var request = new Request(
                Side.of("trust"),
                Side.of("council"),
                "home-helper",
                "discharges",
                Set.of("name"),
                "coming-home",
                SharingForm.IDENTIFIED,
                Subjects.ONE,
                new Ground.UnderAgreement(Optional.of("SC-1")),
                false,
                false,
                DAY);
        return new Answer("RQ-1", request, decision, FOLDER, Optional.empty(), today, List.of());
    }
}
