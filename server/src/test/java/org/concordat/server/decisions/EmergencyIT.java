package org.concordat.server.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.decisions.Officers.officer;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.decide.Decision;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A risk of serious harm: goes at once, is flagged, and is looked at again by somebody else within a working day. */
final class EmergencyIT {

    private static final String D7 = "d7-single-disclosure";
    private static final String EMERGENCY = "19-emergency";

    /** A Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-06-05T09:00:00Z");

    private static DecisionsAtWork work;
    private static Decisions decisions;
    private static Emergencies emergencies;

    private final Actor.InRole receptionist = officer("surgery", Role.PRACTITIONER);
    private final Actor.InRole guardian = officer("surgery", Role.CALDICOTT_GUARDIAN);

    @BeforeAll
    static void begin(@TempDir Path keys) {
        work = new DecisionsAtWork(Town.folder(D7, Set.of()), keys);
        decisions = work.get(Decisions.class);
        emergencies = work.get(Emergencies.class);
    }

    @AfterAll
    static void end() {
        work.close();
    }

    @BeforeEach
    void tidy() {
        work.clock.set(FRIDAY);
        work.known.set(Town.facts(D7, EMERGENCY));
    }

    private Decided permitted(Actor asker) {
        var harm = Town.request(D7, EMERGENCY, LocalDate.of(2026, 6, 5));
        var today = new org.concordat.policy.decide.Request(
                harm.sender(),
                harm.recipient(),
                harm.role(),
                harm.dataset(),
                harm.fields(),
                harm.purpose(),
                harm.form(),
                harm.subjects(),
                harm.ground(),
                harm.significantDecision(),
                harm.identifyingAgain(),
                LocalDate.of(2026, 6, 5));
        Decided decided =
                Acting.as(asker, () -> decisions.decide(Question.of(today, Optional.of(new SubjectReference("P-77")))));
        assertThat(decided.decision()).isInstanceOf(Decision.Permitted.class);
        return decided;
    }

    @Test
    void goesAtOnceWithLapsedTrainingAndIsFlaggedInTheLedger() {
        Decided decided = permitted(receptionist);
        assertThat(entries(decided)).singleElement().satisfies(entry -> {
            assertThat(entry.path("emergency").asBoolean()).isTrue();
            assertThat(entry.toString()).doesNotContain("end their life").doesNotContain("P-77");
        });
        assertThat(Acting.as(receptionist, () -> decisions.use(decided.id()))).isInstanceOf(Use.Allowed.class);
    }

    @Test
    void keepsItsReasonApartFromTheRequest() {
        Decided decided = permitted(receptionist);
        var row = work.owner()
                .sql("select d.request, w.reason from decisions.decision d"
                        + " join decisions.asked_words w on w.decision = d.id where d.id = ?")
                .param(decided.id())
                .query()
                .singleRow();
        assertThat(String.valueOf(row.get("request"))).doesNotContain("end their life");
        assertThat(String.valueOf(row.get("reason"))).contains("end their life");
    }

    @Test
    void onAFridayIsDueOnMondayAndOverdueOnTuesday() {
        Decided decided = permitted(receptionist);
        assertThat(waiting(guardian, decided)).singleElement().satisfies(each -> {
            assertThat(each.due()).isEqualTo(LocalDate.of(2026, 6, 8));
            assertThat(each.overdue()).isFalse();
        });
        work.clock.set(Instant.parse("2026-06-08T23:30:00Z"));
        assertThat(waiting(guardian, decided))
                .as("Tuesday has begun in London")
                .singleElement()
                .satisfies(each -> assertThat(each.overdue()).isTrue());
    }

    @Test
    void isReviewedBySomebodyElseOnce() {
        Decided decided = permitted(receptionist);
        Acting.as(guardian, () -> emergencies.review(decided.id(), true, "Rightly so: I have read the notes."));
        assertThat(entries(decided)).hasSize(2).last().satisfies(entry -> {
            assertThat(entry.path("kind").asString()).isEqualTo("DECISION_REVIEWED");
            assertThat(entry.path("upheld").asBoolean()).isTrue();
            assertThat(entry.toString()).doesNotContain("Rightly");
        });
        assertThat(waiting(guardian, decided)).isEmpty();
        assertThatThrownBy(() -> Acting.as(guardian, () -> emergencies.review(decided.id(), false, "On reflection.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("REVIEWED-BEFORE");
    }

    @Test
    void isNotReviewedByWhoeverAskedAlsoWithTheFirstWallGone() {
        Decided decided = permitted(guardian);
        assertThat(waiting(guardian, decided)).isEmpty();
        assertThatThrownBy(() -> Acting.as(guardian, () -> emergencies.review(decided.id(), true, "My own.")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("REVIEW-BY-ASKER");
        int changed = work.seenBy(
                guardian,
                () -> work.get(JdbcClient.class)
                        .sql("update decisions.emergency_review set reviewed_at = now(), reviewer = ?, upheld = true,"
                                + " note = 'mine', note_salt = ?, event = gen_random_uuid() where decision = ?")
                        .params(guardian.person(), new byte[32], decided.id())
                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void isNotReviewedByTheReceiverOrByAPractitioner() {
        Decided decided = permitted(receptionist);
        for (Actor.InRole other : List.of(
                officer("police", Role.INFORMATION_GOVERNANCE_OFFICER), officer("surgery", Role.PRACTITIONER))) {
            assertThat(waiting(other, decided)).isEmpty();
            assertThatThrownBy(() -> Acting.as(other, () -> emergencies.review(decided.id(), true, "Fine.")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("REVIEW-NOT-YOURS");
        }
    }

    @Test
    void asksForNoReviewOfWhatWasNotPermitted() {
        work.known.set(java.util.Map.of());
        assertThat(work.owner()
                        .sql("select count(*) from decisions.emergency_review r join decisions.decision d"
                                + " on d.id = r.decision where d.outcome <> 'permitted'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<Emergencies.Unreviewed> waiting(Actor actor, Decided decided) {
        return Acting.as(
                actor,
                () -> emergencies.waiting().stream()
                        .filter(each -> each.decision().equals(decided.id()))
                        .toList());
    }

    private static List<JsonNode> entries(Decided decided) {
        return work
                .owner()
                .sql("select entry from auditlog.awaiting_entry order by 1")
                .query(byte[].class)
                .list()
                .stream()
                .map(bytes -> JsonMapper.shared().readTree(bytes))
                .filter(entry ->
                        entry.path("decision").asString("").equals(decided.id().toString()))
                .sorted(java.util.Comparator.comparing(
                        (JsonNode entry) -> entry.path("kind").asString()))
                .toList();
    }
}
