package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.decisions.Officers.officer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.concordat.ledger.entries.SaltedHash;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions on a real database: kept whole or not at all, used once, seen by those concerned. */
final class DecisionsIT {

    private static final String D7 = "d7-single-disclosure";
    private static final Set<String> VERIFIED = Set.of("verification-localism-2011-s1", "verification-dpa-2018-sch2-2");
    private static final String PERMITTED = "02-police-request-verified";

    private static DecisionsAtWork work;
    private static Decisions decisions;

    private final Actor council = officer("council", Role.INFORMATION_GOVERNANCE_OFFICER);

    @BeforeAll
    static void begin(@TempDir Path keys) {
        work = new DecisionsAtWork(Town.folder(D7, VERIFIED), keys);
        decisions = work.get(Decisions.class);
    }

    @AfterAll
    static void end() {
        work.close();
    }

    @BeforeEach
    void tidy() {
        work.clock.set(DecisionsAtWork.NOON);
        work.folders.exchange(Town.folder(D7, VERIFIED));
        work.known.set(Town.facts(D7, PERMITTED));
    }

    private static Question question(String name) {
        return Question.of(
                Town.request(D7, name, LocalDate.of(2026, 6, 1)), Optional.of(new SubjectReference("T-1042")));
    }

    private Decided decide(String name) {
        return Acting.as(council, () -> decisions.decide(question(name)));
    }

    @Test
    void keepsADecisionWithItsEventAndItsEntryInOneTransaction() {
        Decided decided = decide(PERMITTED);
        assertThat(decided.isPermitted()).isTrue();
        assertThat(work.owner()
                        .sql("select count(*) from decisions.decision where id = ? and event = ?")
                        .params(decided.id(), decided.event())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        JsonNode entry = entry(decided);
        assertThat(entry.path("kind").asString()).isEqualTo("DECISION");
        assertThat(entry.path("outcome").asString()).isEqualTo("PERMITTED");
        assertThat(entry.path("emergency").asBoolean()).isFalse();
        assertThat(entry.path("subject").asString()).startsWith("subject:");
        assertThat(entry.toString()).doesNotContain("T-1042");
    }

    @Test
    void keepsTheTextsAndSaltsThatOpenTheEntry() {
        Decided decided = decide(PERMITTED);
        JsonNode entry = entry(decided);
        Map<String, Object> row = work.owner()
                .sql("select * from decisions.decision where id = ?")
                .param(decided.id())
                .query()
                .singleRow();
        Map.of("request", "request", "facts", "facts", "answer", "reasons").forEach((column, field) -> {
            byte[] salt = (byte[]) row.get(column + "_salt");
            byte[] text =
                    java.util.Objects.requireNonNull(row.get(column)).toString().getBytes(StandardCharsets.UTF_8);
            assertThat(entry.path(field).asString())
                    .isEqualTo(SaltedHash.of(java.util.Objects.requireNonNull(salt), text));
        });
    }

    @Test
    void keepsNeitherWhenTheTransactionIsRolledBack() {
        long before = count("decisions.decision") + count("auditlog.event") + count("auditlog.awaiting_entry");
        Acting.as(
                council,
                () -> new TransactionTemplate(work.get(PlatformTransactionManager.class))
                        .executeWithoutResult(transaction -> {
                            decisions.decide(List.of(question(PERMITTED), question("05-no-senior-officer")));
                            transaction.setRollbackOnly();
                        }));
        assertThat(count("decisions.decision") + count("auditlog.event") + count("auditlog.awaiting_entry"))
                .isEqualTo(before);
    }

    @Test
    void decidesNothingWhenASourceOfFactsFails() {
        long before = count("decisions.decision");
        work.known.fail(new IllegalStateException("the register of training is away"));
        try {
            assertThatThrownBy(() -> decide(PERMITTED)).hasMessageContaining("is away");
        } finally {
            work.known.recover();
        }
        assertThat(count("decisions.decision")).isEqualTo(before);
    }

    @Test
    void takesNoFactFromWhoeverAsks() {
        work.known.set(Map.of());
        assertThat(decide(PERMITTED).decision()).isInstanceOf(Decision.NeedsFacts.class);
    }

    @Test
    void isUsedOnce() {
        Decided decided = decide(PERMITTED);
        assertThat(use(decided)).isInstanceOf(Use.Allowed.class);
        assertThat(use(decided)).isInstanceOf(Use.UsedBefore.class);
    }

    @Test
    void isUsedOnceAlsoWhenManyTryTogether() throws Exception {
        Decided decided = decide(PERMITTED);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Use> trying = () -> use(decided);
            var uses = threads.invokeAll(List.of(trying, trying, trying, trying));
            int allowed = 0;
            for (var each : uses) {
                allowed += each.get() instanceof Use.Allowed ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(1);
        }
    }

    @Test
    void isNotUsedAfterADay() {
        Decided decided = decide(PERMITTED);
        work.clock.pass(Duration.ofDays(1));
        assertThat(use(decided)).isInstanceOf(Use.Expired.class);
    }

    @Test
    void isNotUsedWhenTodaysFactsWouldNotPermitAndThatIsKeptToo() {
        Decided decided = decide(PERMITTED);
        Map<FactName, Answer> now = new EnumMap<>(Town.facts(D7, PERMITTED));
        now.put(FactName.PERSON_OBJECTS, Answer.YES);
        work.known.set(now);
        Use use = use(decided);
        assertThat(use).isInstanceOf(Use.NoLonger.class);
        Decided today = ((Use.NoLonger) use).today();
        assertThat(today.matter()).isEqualTo(decided.matter());
        assertThat(entry(today).path("outcome").asString()).isEqualTo("REFUSED");
        work.known.set(Town.facts(D7, PERMITTED));
        assertThat(use(decided)).as("it was not used").isInstanceOf(Use.Allowed.class);
    }

    @Test
    void isNotUsedWhenTheAgreementsHaveChangedSoThatTheyNoLongerPermit() {
        Decided decided = decide(PERMITTED);
        work.folders.exchange(Town.folder(D7, Set.of()));
        assertThat(use(decided)).isInstanceOf(Use.NoLonger.class);
    }

    @Test
    void isNotUsedByAnOrganisationThatHasNoPartInIt() {
        Decided decided = decide(PERMITTED);
        Actor hospital = officer("hospital", Role.INFORMATION_GOVERNANCE_OFFICER);
        assertThat(Acting.as(hospital, () -> decisions.use(decided.id()))).isInstanceOf(Use.Unknown.class);
        assertThat(Acting.as(council, () -> decisions.use(UUID.randomUUID()))).isInstanceOf(Use.Unknown.class);
    }

    @Test
    void isSeenByBothSidesAndTheAuditorAndNobodyElse() {
        Decided decided = decide(PERMITTED);
        assertThat(sees(officer("council", Role.PRACTITIONER), decided)).isTrue();
        assertThat(sees(officer("police", Role.INFORMATION_GOVERNANCE_OFFICER), decided))
                .isTrue();
        assertThat(sees(officer("housing-association", Role.AUDITOR), decided)).isTrue();
        assertThat(sees(officer("hospital", Role.INFORMATION_GOVERNANCE_OFFICER), decided))
                .isFalse();
        assertThat(sees(officer("council", Role.PARTNERSHIP_ADMINISTRATOR), decided))
                .isFalse();
        assertThat(sees(Officers.learner("council", Role.INFORMATION_GOVERNANCE_OFFICER), decided))
                .isFalse();
        assertThat(sees(new Actor.Nobody(), decided)).isFalse();
    }

    @Test
    void whoseRecordItIsAboutIsSeenByTheStaffConcernedAlone() {
        Actor asker = officer("council", Role.PRACTITIONER);
        Decided decided = Acting.as(asker, () -> decisions.decide(question(PERMITTED)));
        assertThat(words(asker, decided)).isEqualTo(1);
        assertThat(words(officer("council", Role.INFORMATION_GOVERNANCE_OFFICER), decided))
                .isEqualTo(1);
        assertThat(words(officer("council", Role.PRACTITIONER), decided)).isZero();
        assertThat(words(officer("council", Role.ANALYST), decided)).isZero();
        assertThat(words(officer("police", Role.CALDICOTT_GUARDIAN), decided)).isEqualTo(1);
        assertThat(words(officer("hospital", Role.CALDICOTT_GUARDIAN), decided)).isZero();
        assertThat(words(officer("council", Role.AUDITOR), decided)).isZero();
    }

    @Test
    void cannotBeChangedOrTakenAwayByTheServer() {
        Decided decided = decide(PERMITTED);
        for (String change : List.of(
                "update decisions.decision set outcome = 'refused'",
                "delete from decisions.decision",
                "delete from decisions.decision_use")) {
            assertThatThrownBy(() -> work.seenBy(
                            new Actor.Server("test"),
                            () -> work.get(JdbcClient.class).sql(change).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThat(sees(council, decided)).isTrue();
    }

    @Test
    void refusesQuestionsOfOthers() {
        assertThatThrownBy(() -> Acting.as(
                        officer("hospital", Role.INFORMATION_GOVERNANCE_OFFICER),
                        () -> decisions.decide(question(PERMITTED))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("NOT-YOUR-QUESTION");
        assertThatThrownBy(() -> decisions.decide(question(PERMITTED))).isInstanceOf(Refusal.class);
    }

    @Test
    void askedAgainUsesTheSameQuestionAndTheSameMatter() {
        work.known.set(Map.of());
        Decided first = decide(PERMITTED);
        work.known.set(Town.facts(D7, PERMITTED));
        Decided second = Acting.as(council, () -> decisions.again(first.id()));
        assertThat(second.isPermitted()).isTrue();
        assertThat(second.matter()).isEqualTo(first.id());
        assertThat(work.known.asked.getLast().subject()).contains(new SubjectReference("T-1042"));
    }

    @Test
    void keepsAPersonsDecisionNotToShare() {
        UUID id = Acting.as(
                council,
                () -> work.get(NotSharing.class).record(question(PERMITTED), "The enquiry can do without it."));
        assertThat(work.owner()
                        .sql("select outcome from decisions.decision where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("not-shared");
        assertThat(entries(id)).singleElement().satisfies(entry -> {
            assertThat(entry.path("kind").asString()).isEqualTo("NOT_SHARED");
            assertThat(entry.toString()).doesNotContain("enquiry can do");
        });
    }

    @Test
    void givesTheAnswerThatTheDeciderGivesOnTheSameFolderAndFactsForEveryPlaybook() {
        int asked = 0;
        for (String playbook : Town.playbooks()) {
            for (Expected expected : Expected.of(playbook)) {
                Request request = Town.request(playbook, expected.request(), LocalDate.of(2026, 6, 1));
                work.clock.set(request.on().atTime(12, 0).toInstant(ZoneOffset.UTC));
                var folder = Town.folder(playbook, expected.practice());
                var facts = Town.facts(playbook, expected.request());
                work.folders.exchange(folder);
                work.known.set(facts);
                Decision plain = new Decider().decide(request, new Facts(folder, Town.UK, facts));
                Actor sender = officer(request.sender().organisation(), Role.INFORMATION_SHARING_OFFICER);
                Decided decided = Acting.as(sender, () -> decisions.decide(Question.of(request, Optional.empty())));
                String what = playbook + " " + expected.request();
                assertThat(decided.decision()).as(what).isEqualTo(plain);
                assertThat(Explanation.outcome(plain)).as(what).isEqualTo(expected.answer());
                assertThat(new TreeSet<>(Explanation.against(plain).stream()
                                .map(rule -> rule.code())
                                .toList()))
                        .as(what)
                        .isEqualTo(new TreeSet<>(expected.rules()));
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(100);
    }

    private Use use(Decided decided) {
        return Acting.as(council, () -> decisions.use(decided.id()));
    }

    private static boolean sees(Actor actor, Decided decided) {
        return work.seenBy(
                        actor,
                        () -> work.get(JdbcClient.class)
                                .sql("select count(*) from decisions.decision where id = ?")
                                .param(decided.id())
                                .query(Long.class)
                                .single())
                == 1;
    }

    private static long words(Actor actor, Decided decided) {
        return work.seenBy(
                actor,
                () -> work.get(JdbcClient.class)
                        .sql("select count(*) from decisions.asked_words where decision = ?")
                        .param(decided.id())
                        .query(Long.class)
                        .single());
    }

    private static long count(String table) {
        return work.owner()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static JsonNode entry(Decided decided) {
        return entries(decided.id()).getFirst();
    }

    /** Entries on their way to the ledger that are about this decision. */
    private static List<JsonNode> entries(UUID decision) {
        return work.owner().sql("select entry from auditlog.awaiting_entry").query(byte[].class).list().stream()
                .map(bytes -> JsonMapper.shared().readTree(bytes))
                .filter(entry -> entry.path("decision").asString("").equals(decision.toString()))
                .toList();
    }
}
