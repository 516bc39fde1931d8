package org.concordat.server.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.requests.RequestsAtWork.CHARITY;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.policy.decide.Request;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.agreements.AgreementState;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests on a real database: who sees them, how they move, what becomes of two people who edit one. Long because each of these is
 * walked from the beginning.
 */
class RequestsIT {

    @TempDir
    static Path folder;

    private static RequestsAtWork town;

    @BeforeAll
    static void starts() {
        town = new RequestsAtWork(folder);
    }

    @AfterAll
    static void ends() {
        town.close();
    }

    static Need need(String title) {
        return new Need(
                title,
                Optional.of("housing-advice"),
                "That the housing service calls people who were sent to it.",
                "People whom the charity sends on",
                "Tideford",
                List.of("referrals"),
                List.of("referrals/name", "referrals/telephone"),
                "",
                Optional.of(SharingForm.IDENTIFIED),
                "People are called back within two days.",
                "Fewer people come back.",
                OptionalInt.of(6),
                "People are told to call, and many do not.",
                Optional.of(LocalDate.of(2027, 3, 1)),
                "Head of Housing");
    }

    @Test
    void aDraftIsSeenByTheAskersOwnAndTheAuditorOnly() {
        String code = made("Who was sent to us?");
        assertThat(seen("council-practitioner", code)).isOne();
        assertThat(seen("auditor", code)).isOne();
        assertThat(seen("charity-governance", code)).isZero();
        assertThat(seen("police-governance", code)).isZero();
        assertThat(town.rowsSeen(new Actor.Nobody(), "requests.request")).isZero();
    }

    @Test
    void theHolderSeesItOnceItWasPassedOnAndTheAuditorChangesNothing() {
        String code = withHolder("Passed on");
        assertThat(seen("charity-governance", code)).isOne();
        assertThat(seen("police-governance", code)).isZero();
        assertThat(town.changed(
                        town.actor("auditor"),
                        "update requests.request set title = 'changed' where code = '" + code + "'"))
                .isZero();
        assertThat(town.changed(
                        town.actor("police-governance"),
                        "update requests.request set title = 'changed' where code = '" + code + "'"))
                .isZero();
    }

    @Test
    void whoeverPractisesSeesNothingReal() {
        String code = made("Real");
        Actor.InRole real = town.actor("council-sharing");
        var practising =
                new Actor.InRole(real.person(), real.assignment(), real.organisation(), real.team(), real.role(), true);
        assertThat(town.rowsSeen(practising, "requests.request where code = '" + code + "'"))
                .isZero();
    }

    @Test
    void whatNobodyTouchedForHalfAYearIsClosedAndNothingElse() {
        String old = made("Left lying");
        String fresh = made("Begun today");
        town.changed(
                new Actor.Server("tests"),
                "update requests.request set since = since - interval '181 days' where code = '" + old + "'");

        assertThat(Acting.asServer("tests", requests()::expire)).isOne();

        assertThat(town.as("council-sharing", () -> requests().get(old)).state())
                .isEqualTo(RequestState.EXPIRED);
        assertThat(town.as("council-sharing", () -> requests().get(fresh)).state())
                .isEqualTo(RequestState.DRAFT);
    }

    @Test
    void theSecondOfTwoWhoEditIsToldAndOverwritesNothing() {
        String code = made("First words");
        DataRequest before = town.as("council-sharing", () -> requests().get(code));
        Moving first = town.as(
                "council-sharing", () -> requests().change(code, before.version(), need("Second words"), CHARITY));
        Moving second = town.as(
                "council-governance", () -> requests().change(code, before.version(), need("Third words"), CHARITY));
        assertThat(first).isInstanceOf(Moving.Moved.class);
        assertThat(second).isInstanceOf(Moving.Overtaken.class);
        assertThat(town.as("council-sharing", () -> requests().get(code)).need().title())
                .isEqualTo("Second words");
    }

    @Test
    void aRefusalIsKeptWithItsReasonsForBoth() {
        String code = withHolder("To be refused");
        decide("charity-governance", code, RequestStep.REFUSE, "People told us in confidence.");
        for (String who : List.of("council-practitioner", "charity-sharing", "auditor")) {
            Verdict verdict = town.as(who, () -> requests().verdict(code)).orElseThrow();
            assertThat(verdict.outcome()).isEqualTo(RequestState.NOT_TO_SHARE);
            assertThat(verdict.reasons()).isEqualTo("People told us in confidence.");
        }
        assertThatThrownBy(() -> decide("charity-governance", code, RequestStep.APPROVE, "After all."))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("REQUEST-STANDS-OTHERWISE");
    }

    @Test
    void approvalDraftsTheScheduleWithWhatIsKnownAndMarksWhatIsNot() {
        String code = withHolder("To be \"approved\": yes");
        town.as(
                "council-sharing",
                () -> town.get(FourStepTest.class)
                        .answer(
                                code,
                                Map.of(
                                        TestQuestion.POWER,
                                        "own-objects",
                                        TestQuestion.NECESSITY,
                                        "They cannot call otherwise."),
                                0));
        decide("charity-governance", code, RequestStep.APPROVE, "It helps the people we advise.");
        Verdict verdict =
                town.as("council-sharing", () -> requests().verdict(code)).orElseThrow();
        assertThat(verdict.draft())
                .contains(
                        "schedule: SC-" + code,
                        "title: \"To be \\\"approved\\\": yes\"",
                        "row: own-objects",
                        "necessity: \"They cannot call otherwise.\"",
                        "fields: [name, telephone]",
                        "parent: AG-" + code,
                        AgreementDraft.MARK);
        assertThat(verdict.draftProblems()).isEmpty();
        assertThat(verdict.schedule()).contains("SC-" + code);
        assertThat(town.as(
                        "charity-governance",
                        () -> Stream.of("SC-", "AG-", "PR-")
                                .map(prefix -> town.get(Agreements.class)
                                        .find(prefix + code)
                                        .orElseThrow()
                                        .state())
                                .toList()))
                .as("all three tiers are drafts, to be finished by forms")
                .containsOnly(AgreementState.DRAFT);
    }

    @Test
    void onlyTheAskersMayBeginAndOnlyTheHoldersMayDecide() {
        String code = withHolder("Whose turn?");
        assertThatThrownBy(() -> decide("council-governance", code, RequestStep.APPROVE, "We approve ourselves."))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("NOT-YOUR-REQUEST");
        assertThatThrownBy(() -> decide("charity-sharing", code, RequestStep.APPROVE, "Not my office."))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("NOT-YOUR-REQUEST");
        assertThatThrownBy(() -> town.as("council-signatory", () -> requests().make(need("No"), CHARITY)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatSaysTooLittleIsNotHandedIn() {
        Need little = new Need(
                "Only a title",
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
                "");
        String code = town.as("council-sharing", () -> requests().make(little, CHARITY))
                .code();
        assertThat(town.as("council-sharing", () -> requests().move(code, RequestStep.SUBMIT, "", 1)))
                .isInstanceOfSatisfying(
                        Moving.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing()).contains("requests.need.benefit"));
    }

    @Test
    void whoseTurnItIsFindsItAmongWhatAwaitsThem() {
        String code = withHolder("Awaited");
        assertThat(awaiting("charity-governance"))
                .anyMatch(each -> each.address().equals("/requests/" + code));
        assertThat(awaiting("council-governance"))
                .noneMatch(each -> each.address().equals("/requests/" + code));
        step("charity-governance", code, RequestStep.ASK, "For how long?");
        assertThat(awaiting("council-sharing")).anyMatch(each -> each.address().equals("/requests/" + code));
        assertThat(town.as("council-sharing", () -> requests().messages(code)))
                .extracting(Message::text)
                .containsExactly("For how long?");
    }

    @Test
    void theFourStepsSayWhatIsMissingAndKeepWhatWasAnswered() {
        String code = made("Four steps");
        DataRequest request = town.as("council-sharing", () -> requests().get(code));
        FourStepTest test = town.get(FourStepTest.class);
        assertThat(town.as("council-sharing", () -> test.standings(request)))
                .hasSize(4)
                .noneMatch(FourStepTest.Standing::isDone);
        boolean kept = town.as(
                "council-sharing",
                () -> test.answer(
                        code,
                        Map.of(
                                TestQuestion.CONFIDENCE_ROUTE, "consent",
                                TestQuestion.CONFIDENCE_REASON, "They are asked at the desk."),
                        0));
        assertThat(kept).isTrue();
        assertThat(town.as("council-sharing", () -> test.standings(request))
                        .get(2)
                        .isDone())
                .isTrue();
        assertThat(town.as("council-governance", () -> test.answer(code, Map.of(TestQuestion.FUNCTION, "Late"), 0)))
                .isFalse();
    }

    @Test
    void nobodySeesOthersScoresBeforeHandingInTheirOwn() {
        String code = made("Scored");
        BenefitAndRisk assessment = town.get(BenefitAndRisk.class);
        for (String who : List.of("council-lay", "council-practitioner", "council-signatory")) {
            town.as("council-sharing", () -> {
                assessment.invite(code, town.actor(who).person(), Assessor.Kind.LAY, LocalDate.of(2099, 3, 1));
                return true;
            });
        }
        score("council-lay", code, 2);
        String scores = "requests.score where request = '" + code + "'";
        assertThat(town.rowsSeen(town.actor("council-practitioner"), scores)).isZero();
        assertThat(town.rowsSeen(town.actor("council-sharing"), scores)).isEqualTo(Criterion.values().length);
        assertThat(town.rowsSeen(town.actor("police-practitioner"), scores)).isZero();
        score("council-practitioner", code, 5);
        assertThat(town.rowsSeen(town.actor("council-practitioner"), scores)).isEqualTo(2L * Criterion.values().length);
        assertThat(town.as("council-practitioner", () -> assessment.scores(code)))
                .allMatch(each -> each.lowest() == 2 && each.highest() == 5 && each.isDisputed());
        assertThatThrownBy(() -> score("council-practitioner", code, 1)).isInstanceOf(Refusal.class);
        assertThat(awaiting("council-signatory"))
                .anyMatch(each -> each.address().equals("/requests/" + code + "/benefit/score"));
    }

    @Test
    void everybodyScoresAgainOnTheDayThatWasSetAndWhatTheyGaveBeforeIsKeptWithoutTheirNames() {
        String code = made("Scored twice");
        BenefitAndRisk assessment = town.get(BenefitAndRisk.class);
        ScoringRounds rounds = town.get(ScoringRounds.class);
        assertThatThrownBy(() -> plan("council-sharing", code, 30)).hasMessageContaining("NOBODY-SCORES");
        for (String who : List.of("council-lay", "council-practitioner")) {
            town.as("council-sharing", () -> {
                assessment.invite(code, town.actor(who).person(), Assessor.Kind.LAY, LocalDate.of(2099, 3, 1));
                return true;
            });
        }
        score("council-lay", code, 2);
        score("council-practitioner", code, 4);
        assertThatThrownBy(() -> plan("council-practitioner", code, 30)).isInstanceOf(Refusal.class);
        plan("council-sharing", code, 30);
        plan("council-governance", code, 60);
        assertThat(town.as("council-lay", () -> rounds.planned(code)))
                .hasValueSatisfying(round -> assertThat(round.round()).isEqualTo(2));
        assertThat(Acting.asServer("tests", rounds::begin)).isZero();
        dueToday(code);
        assertThat(Acting.asServer("tests", rounds::begin)).isOne();
        assertThat(Acting.asServer("tests", rounds::begin)).isZero();

        String earlier = "requests.earlier_score where request = '" + code + "'";
        assertThat(awaiting("council-lay"))
                .anyMatch(each -> each.address().equals("/requests/" + code + "/benefit/score"));
        assertThat(town.rowsSeen(town.actor("council-lay"), earlier)).isZero();
        assertThat(town.rowsSeen(town.actor("police-practitioner"), earlier)).isZero();
        score("council-lay", code, 5);
        assertThat(town.rowsSeen(town.actor("council-lay"), earlier)).isEqualTo(2L * Criterion.values().length);
        assertThat(town.as("council-lay", () -> assessment.scores(code))).allMatch(each -> each.median() == 5);
        assertThat(town.as("council-sharing", () -> rounds.earlier(code)).values())
                .hasSize(Criterion.values().length)
                .allSatisfy(each -> assertThat(each.values())
                        .singleElement()
                        .satisfies(scores -> assertThat(scores.median()).isEqualTo(3)));
        plan("council-sharing", code, 90);
        dueToday(code);
        Acting.asServer("tests", rounds::begin);
        assertThat(town.as("council-sharing", () -> rounds.planned(code))).isEmpty();
    }

    private static void plan(String who, String code, int days) {
        town.as(who, () -> {
            town.get(ScoringRounds.class)
                    .plan(code, town.get(Outlines.class).today().plusDays(days));
            return true;
        });
    }

    private static void dueToday(String code) {
        town.changed(
                new Actor.Server("tests"),
                "update requests.scoring_round set due = current_date - 1 where begun_at is null and request = '" + code
                        + "'");
    }

    @Test
    void anImpactAssessmentAnswersFactsOnceAnotherPersonThanTheDeciderSignedItOff() {
        String code = withHolder("Assessed");
        Impacts impacts = town.get(Impacts.class);
        town.as(
                "council-sharing",
                () -> impacts.write(new Impact(
                        code,
                        Optional.empty(),
                        OptionalInt.empty(),
                        Set.of(),
                        "No sign of risk is there.",
                        "",
                        "",
                        "",
                        ImpactState.BEING_WRITTEN,
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0)));
        town.as("charity-governance", () -> impacts.giveOpinion(code, 1, "Agreed."));
        town.as("council-governance", () -> impacts.decide(code, 2, true, "What remains is small."));
        assertThatThrownBy(() ->
                        town.as("council-governance", () -> impacts.signOff(code, 3, LocalDate.of(2099, 1, 1))))
                .isInstanceOf(Refusal.class);
        decide("charity-governance", code, RequestStep.APPROVE, "It helps.");
        assertThat(said(code)).isEmpty();
        assertThat(town.as("council-signatory", () -> impacts.signOff(code, 3, LocalDate.of(2099, 1, 1))))
                .isTrue();
        assertThat(said(code)).containsExactlyInAnyOrder("impact-assessed yes", "necessary-and-proportionate yes");
    }

    private static List<String> said(String code) {
        ImpactFacts facts = town.get(ImpactFacts.class);
        var asked = new Asked(
                new Request(
                        Request.Side.of(CHARITY),
                        Request.Side.of(RequestsAtWork.COUNCIL),
                        "housing-adviser",
                        "referrals",
                        Set.of("name"),
                        "housing-advice",
                        SharingForm.IDENTIFIED,
                        Request.Subjects.MANY,
                        new Request.Ground.UnderAgreement(Optional.of("SC-" + code)),
                        false,
                        false,
                        LocalDate.of(2027, 1, 4)),
                town.actor("council-practitioner"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("SC-" + code));
        return town.inTransaction(() -> facts.answers(asked).stream()
                .map(each -> each.fact().word() + " " + each.answer().word())
                .toList());
    }

    private static void score(String who, String code, int points) {
        var given = new EnumMap<Criterion, Scores.Given>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            given.put(criterion, new Scores.Given(Assessor.Kind.LAY, points, ""));
        }
        town.as(who, () -> {
            town.get(BenefitAndRisk.class).submit(code, given, Optional.empty(), Optional.empty(), "");
            return true;
        });
    }

    @Test
    void questionsAreFoundByTheirWordsAlsoByNobody() {
        Questions questions = town.get(Questions.class);
        assertThat(org.concordat.server.foundation.acting.Acting.as(
                        new Actor.Nobody(), () -> questions.search("consenting", "", "")))
                .extracting(Question::code)
                .contains("do-we-always-need-consent");
        assertThat(org.concordat.server.foundation.acting.Acting.as(
                        new Actor.Nobody(), () -> questions.search("zebra", "", "")))
                .isEmpty();
    }

    static String made(RequestsAtWork where, String title) {
        return where.as("council-sharing", () -> where.get(Requests.class).make(need(title), CHARITY))
                .code();
    }

    private static String made(String title) {
        return made(town, title);
    }

    private static String withHolder(String title) {
        String code = made(title);
        step("council-sharing", code, RequestStep.SUBMIT, "");
        step("council-governance", code, RequestStep.ASSESS, "");
        step("council-governance", code, RequestStep.PASS_ON, "");
        return code;
    }

    private static void step(String who, String code, RequestStep step, String reason) {
        Moving moving = town.as(
                who,
                () -> requests().move(code, step, reason, requests().get(code).version()));
        assertThat(moving).isInstanceOf(Moving.Moved.class);
    }

    private static void decide(String who, String code, RequestStep step, String reasons) {
        Moving moving = town.as(
                who,
                () -> requests()
                        .decide(
                                code,
                                step,
                                reasons,
                                "",
                                Optional.empty(),
                                requests().get(code).version()));
        assertThat(moving).isInstanceOf(Moving.Moved.class);
    }

    private static List<Awaiting> awaiting(String who) {
        return town.as(who, () -> town.get(RequestsAwait.class).awaiting(town.actor(who)));
    }

    private static long seen(String who, String code) {
        return town.rowsSeen(town.actor(who), "requests.request where code = '" + code + "'");
    }

    private static Requests requests() {
        return town.get(Requests.class);
    }
}
