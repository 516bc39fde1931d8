package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.decisions.Officers.officer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.decisions.Disclosure.Asking;
import org.concordat.server.decisions.SingleDisclosures.Received;
import org.concordat.server.decisions.SingleDisclosures.Tested;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request about one person, with no agreement at all: the folder has datasets and purposes, and nobody signed anything. */
final class SingleDisclosureIT {

    private static final String D7 = "d7-single-disclosure";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static DecisionsAtWork work;
    private static SingleDisclosures disclosures;

    private final Actor.InRole officer = officer("council", Role.INFORMATION_GOVERNANCE_OFFICER);
    private final Actor.InRole clerk = officer("council", Role.INFORMATION_SHARING_OFFICER);
    private final Actor.InRole chief = officer("council", Role.EXECUTIVE_SIGNATORY);

    @BeforeAll
    static void begin(@TempDir Path keys) {
        work = new DecisionsAtWork(
                Town.withoutAgreements(D7, Set.of("verification-localism-2011-s1", "verification-dpa-2018-sch2-2")),
                keys);
        disclosures = work.get(SingleDisclosures.class);
        assertThat(work.folders.folder().agreements()).isEmpty();
    }

    @AfterAll
    static void end() {
        work.close();
    }

    @BeforeEach
    void tidy() {
        work.clock.set(DecisionsAtWork.NOON);
        work.known.set(Map.of());
    }

    private UUID received() {
        return Acting.as(
                clerk,
                () -> disclosures.receive(new Received(
                        DAY,
                        DAY.plusDays(14),
                        new Asking(
                                "DC 4711, Tideford police station",
                                "CR/2026/118",
                                "T-1042",
                                "A burglary is being looked into.",
                                "Who rents the flat, and since when?"),
                        Town.request(D7, "02-police-request-verified", DAY))));
    }

    /** Answers as the playbook has them, but for what only a senior officer can give. */
    private static Tested answers() {
        var answers = new EnumMap<FactName, Answer>(Town.facts(D7, "02-police-request-verified"));
        answers.remove(FactName.SENIOR_SIGN_OFF);
        return new Tested(answers, "Form checked against the warrant card; tested case by case.");
    }

    private UUID tested() {
        UUID id = received();
        Acting.as(officer, () -> disclosures.test(id, version(id), answers()));
        return id;
    }

    private UUID permitted() {
        UUID id = tested();
        Decided decided = signOff(id, true);
        assertThat(decided.decision()).isInstanceOf(Decision.Permitted.class);
        return id;
    }

    private Decided signOff(UUID id, boolean agreed) {
        return Acting.as(
                chief, () -> disclosures.signOff(id, version(id), agreed, new Tested(Map.of(), "I have read it.")));
    }

    private int version(UUID id) {
        return disclosures.find(id).version();
    }

    private DisclosureState state(UUID id) {
        return Acting.as(officer, () -> disclosures.find(id).state());
    }

    @Test
    void goesFromTheRequestToTheReplyWithNoAgreement() {
        UUID id = permitted();
        Acting.as(clerk, () -> disclosures.reply(id, version(id), "Two pages by secure mail."));
        assertThat(state(id)).isEqualTo(DisclosureState.SENT);
        assertThat(Acting.as(officer, () -> disclosures.steps(id)))
                .extracting(Disclosure.Taken::step)
                .containsExactly(
                        DisclosureStep.RECEIVE, DisclosureStep.TEST, DisclosureStep.SIGN_OFF, DisclosureStep.REPLY);
        UUID decision =
                Acting.as(officer, () -> disclosures.find(id).decision()).orElseThrow();
        assertThat(entries(decision))
                .extracting(entry -> entry.path("kind").asString())
                .containsExactlyInAnyOrder("DECISION", "RELEASE");
        assertThat(work.get(Decisions.class)).isNotNull();
        assertThat(Acting.as(clerk, () -> work.get(Decisions.class).use(decision)))
                .as("replying used it")
                .isInstanceOf(Use.UsedBefore.class);
    }

    @Test
    void putsNoWordOfItIntoLedgerOrAuditLog() {
        UUID id = permitted();
        Acting.as(clerk, () -> disclosures.reply(id, version(id), "Two pages by secure mail."));
        String ledger =
                work.owner().sql("select entry from auditlog.awaiting_entry").query(byte[].class).list().stream()
                        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .reduce("", String::concat);
        String events = work.owner()
                .sql("select details::text || coalesce(about_id, '') from auditlog.event")
                .query(String.class)
                .list()
                .toString();
        // Words that no hash in hexadecimal can hold by chance.
        for (String word : List.of("T-1042", "burglary", "rents", "warrant", "secure mail")) {
            assertThat(ledger).doesNotContain(word);
            assertThat(events).doesNotContain(word);
        }
    }

    @Test
    void isRefusedWhenTheSeniorOfficerSaysNo() {
        UUID id = tested();
        assertThat(signOff(id, false).decision()).isInstanceOf(Decision.Refused.class);
        assertThat(state(id)).isEqualTo(DisclosureState.REFUSED);
        Acting.as(clerk, () -> disclosures.reply(id, version(id), "Told them why."));
        assertThat(state(id)).isEqualTo(DisclosureState.TURNED_DOWN);
    }

    @Test
    void isRefusedWhenTheExemptionFailsItsTest() {
        UUID id = received();
        var failed = new EnumMap<FactName, Answer>(answers().answers());
        failed.put(FactName.EXEMPTION_TESTED, Answer.NO);
        Acting.as(officer, () -> disclosures.test(id, version(id), new Tested(failed, "Nothing would be prejudiced.")));
        assertThat(signOff(id, true).decision()).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void waitsForAnAnswerAndGoesOnWhenItIsThere() {
        UUID id = received();
        var fewer = new EnumMap<FactName, Answer>(answers().answers());
        fewer.remove(FactName.PERSON_DECEASED);
        Acting.as(officer, () -> disclosures.test(id, version(id), new Tested(fewer, "All but one.")));
        assertThat(signOff(id, true).decision()).isInstanceOf(Decision.NeedsFacts.class);
        Actor.InRole steward = officer("council", Role.DATA_STEWARD);
        Statements statements = work.get(Statements.class);
        var waiting = Acting.as(steward, () -> statements.waiting()).stream()
                .filter(each -> each.matter().equals(id))
                .toList();
        assertThat(waiting).extracting(Statements.Waiting::fact).containsExactly(FactName.PERSON_DECEASED);
        Acting.as(
                steward,
                () -> statements.state(new Statements.Stated(
                        FactName.PERSON_DECEASED,
                        Answer.NO,
                        About.MATTER,
                        id.toString(),
                        "Seen on Friday.",
                        DAY,
                        java.util.Optional.empty())));
        assertThat(Acting.as(steward, () -> statements.waiting()).stream()
                        .filter(each -> each.matter().equals(id)))
                .isEmpty();
        Acting.as(officer, () -> disclosures.decide(id, version(id)));
        assertThat(state(id)).isEqualTo(DisclosureState.PERMITTED);
    }

    @Test
    void isNotSignedOffByWhoeverRecordedOrTestedIt() {
        UUID id = tested();
        Actor.InRole sameAsTester = new Actor.InRole(
                officer.person(),
                UUID.randomUUID(),
                "council",
                java.util.Optional.empty(),
                Role.EXECUTIVE_SIGNATORY,
                false);
        Actor.InRole sameAsRecorder = new Actor.InRole(
                clerk.person(),
                UUID.randomUUID(),
                "council",
                java.util.Optional.empty(),
                Role.CALDICOTT_GUARDIAN,
                false);
        for (Actor.InRole same : List.of(sameAsTester, sameAsRecorder)) {
            assertThatThrownBy(() -> Acting.as(
                            same,
                            () -> disclosures.signOff(id, version(id), true, new Tested(Map.of(), "Mine as well."))))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("SECOND-PERSON-NEEDED");
        }
        assertThat(state(id)).isEqualTo(DisclosureState.TESTED);
    }

    @Test
    void isNotSharedWhenAPersonDecidesSo() {
        UUID id = permitted();
        Acting.as(chief, () -> disclosures.notShare(id, version(id), "The tenant is a witness."));
        assertThat(state(id)).isEqualTo(DisclosureState.NOT_SHARED);
        UUID decision =
                Acting.as(officer, () -> disclosures.find(id).decision()).orElseThrow();
        assertThat(entries(decision))
                .extracting(entry -> entry.path("kind").asString())
                .containsExactly("NOT_SHARED");
        Acting.as(clerk, () -> disclosures.reply(id, version(id), "Told them."));
        assertThat(state(id)).isEqualTo(DisclosureState.TURNED_DOWN);
    }

    @Test
    void isNotSentOnAPermissionThatHasRunOut() {
        UUID id = permitted();
        work.clock.pass(Duration.ofDays(2));
        assertThatThrownBy(() -> Acting.as(clerk, () -> disclosures.reply(id, version(id), "Late.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PERMISSION-GONE");
        Acting.as(officer, () -> disclosures.decide(id, version(id)));
        Acting.as(clerk, () -> disclosures.reply(id, version(id), "Now."));
        assertThat(state(id)).isEqualTo(DisclosureState.SENT);
    }

    @Test
    void isNotSentWhenSomebodyElseKnowsOfAReasonAgainstItByThen() {
        UUID id = permitted();
        work.known.set(Map.of(FactName.ADDRESS_PROTECTED, Answer.YES));
        assertThatThrownBy(() -> Acting.as(clerk, () -> disclosures.reply(id, version(id), "Sent.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PERMISSION-GONE");
        assertThat(state(id)).as("today's answer is kept").isEqualTo(DisclosureState.REFUSED);
    }

    @Test
    void isNotMovedOnByTwoPeopleAtOnce() {
        UUID id = received();
        int seen = Acting.as(officer, () -> version(id));
        Acting.as(officer, () -> disclosures.test(id, seen, answers()));
        assertThatThrownBy(() -> Acting.as(officer, () -> disclosures.test(id, seen, answers())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("CHANGED-MEANWHILE");
    }

    @Test
    void isSeenByTheSendersPeopleWhoHandleItAlone() {
        received();
        long own = work.rowsSeen(officer, "decisions.disclosure");
        assertThat(own).isPositive();
        for (Actor other : List.of(
                officer("council", Role.ANALYST),
                officer("council", Role.ORGANISATION_ADMINISTRATOR),
                officer("police", Role.INFORMATION_GOVERNANCE_OFFICER),
                officer("council", Role.AUDITOR),
                Officers.learner("council", Role.INFORMATION_GOVERNANCE_OFFICER),
                Officers.system("council"))) {
            assertThat(work.rowsSeen(other, "decisions.disclosure"))
                    .as(other.toString())
                    .isZero();
            assertThat(work.rowsSeen(other, "decisions.disclosure_step"))
                    .as(other.toString())
                    .isZero();
        }
    }

    @Test
    void showsItsDueDayAndThatItHasPassed() {
        UUID id = received();
        Disclosure disclosure = Acting.as(officer, () -> disclosures.find(id));
        assertThat(disclosure.isOverdue(DAY.plusDays(14))).isFalse();
        assertThat(disclosure.isOverdue(DAY.plusDays(15))).isTrue();
    }

    private static List<JsonNode> entries(UUID decision) {
        return work.owner().sql("select entry from auditlog.awaiting_entry").query(byte[].class).list().stream()
                .map(bytes -> JsonMapper.shared().readTree(bytes))
                .filter(entry -> entry.path("decision").asString("").equals(decision.toString()))
                .toList();
    }
}
