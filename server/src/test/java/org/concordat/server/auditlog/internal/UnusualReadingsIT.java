package org.concordat.server.auditlog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.TestDatabase;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditlogAudit;
import org.concordat.server.auditlog.internal.UnusualReadings.Outcome;
import org.concordat.server.auditlog.internal.UnusualReadings.UnusualReading;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Far more reading than usual is noticed once, and looked into by those who answer for it. */
final class UnusualReadingsIT {
    private static final Actor.InRole CURIOUS = TestLog.person(Role.PRACTITIONER, TestLog.COUNCIL);
    private static final Actor.InRole COLLEAGUE = TestLog.person(Role.PRACTITIONER, TestLog.POLICE);
    private static final Actor.InRole OFFICER = TestLog.person(Role.INFORMATION_GOVERNANCE_OFFICER, TestLog.COUNCIL);

    private final TestLog log = new TestLog(TestDatabase.migrated(), 2);

    @AfterEach
    void end() {
        log.close();
    }

    private void reads(Actor actor, int times, Instant at) {
        log.now.set(at);
        Acting.as(
                actor,
                () -> log.transactions.executeWithoutResult(_ -> {
                    for (int i = 0; i < times; i++) {
                        log.log.record(AuditEvent.of(AuditlogAudit.EVENTS_SEARCHED));
                    }
                }));
    }

    private UnusualReadings readings(Instant at) {
        return new UnusualReadings(log.sql, log.log, Clock.fixed(at, ZoneOffset.UTC), UnusualReadingRule.USUAL);
    }

    private int notice(Instant at) {
        log.now.set(at);
        return Acting.asServer("test", () -> Transactions.in(log.transactions, readings(at)::notice));
    }

    private List<UnusualReading> seen(Actor actor) {
        return Acting.as(actor, () -> Transactions.in(log.transactions, readings(TestLog.MORNING)::all));
    }

    @Test
    void anHourOfFarMoreThanUsualIsNoticedOnceAndByTheRightPeople() {
        Instant before = TestLog.MORNING.minus(Duration.ofDays(3));
        reads(CURIOUS, 6, before);
        reads(CURIOUS, 8, before.plus(Duration.ofHours(2)));
        reads(COLLEAGUE, 4, before);
        reads(CURIOUS, 36, TestLog.MORNING);
        reads(COLLEAGUE, 12, TestLog.MORNING);

        assertThat(notice(TestLog.MORNING)).isZero(); // the hour has not ended
        Instant later = TestLog.MORNING.plus(Duration.ofHours(1));
        assertThat(notice(later)).isEqualTo(1);
        assertThat(notice(later.plus(Duration.ofMinutes(10)))).isZero();

        assertThat(seen(OFFICER)).singleElement().satisfies(reading -> {
            assertThat(reading.person()).isEqualTo(CURIOUS.person());
            assertThat(reading.hour()).isEqualTo("2026-11-30T09:00:00Z");
            assertThat(reading.readings()).isEqualTo(36);
            assertThat(reading.ownHabit()).contains(7.0);
            assertThat(reading.roleHabit()).contains(4.0);
        });
        assertThat(seen(TestLog.person(Role.AUDITOR, TestLog.POLICE))).hasSize(1);
        assertThat(seen(TestLog.person(Role.INFORMATION_GOVERNANCE_OFFICER, TestLog.POLICE)))
                .isEmpty();
        assertThat(seen(TestLog.person(Role.PRACTITIONER, TestLog.COUNCIL))).isEmpty();
        assertThat(seen(CURIOUS)).isEmpty();
        var judgeInOwnCause = new Actor.InRole(
                CURIOUS.person(),
                UUID.randomUUID(),
                TestLog.COUNCIL,
                Optional.empty(),
                Role.INFORMATION_GOVERNANCE_OFFICER,
                false);
        assertThat(seen(judgeInOwnCause)).isEmpty();
    }

    @Test
    void whoReadsMuchEveryDayIsNotNoticed() {
        for (int day = 1; day <= 5; day++) {
            reads(CURIOUS, 40, TestLog.MORNING.minus(Duration.ofDays(day)));
        }
        reads(CURIOUS, 60, TestLog.MORNING);
        assertThat(notice(TestLog.MORNING.plus(Duration.ofHours(1)))).isZero();
    }

    @Test
    void whatWasFoundIsWrittenDownOnce() {
        reads(CURIOUS, 40, TestLog.MORNING);
        notice(TestLog.MORNING.plus(Duration.ofHours(1)));
        UnusualReading reading = seen(OFFICER).getFirst();
        assertThat(awaiting(OFFICER)).isEqualTo(1);

        assertThat(finds(reading, Outcome.EXPLAINED, "Prepared the monthly case meeting."))
                .isTrue();
        assertThat(finds(reading, Outcome.NOT_EXPLAINED, "Too late.")).isFalse();
        assertThat(seen(OFFICER).getFirst().finding()).hasValueSatisfying(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.EXPLAINED);
            assertThat(finding.words()).isEqualTo("Prepared the monthly case meeting.");
            assertThat(finding.toString()).doesNotContain("meeting");
        });
        assertThat(awaiting(OFFICER)).isZero();
        assertThat(log.asked(OFFICER, "select kind from auditlog.event order by number desc limit 1", String.class))
                .containsExactly("auditlog.unusual-reading-explained");
    }

    private boolean finds(UnusualReading reading, Outcome outcome, String words) {
        return Acting.as(
                OFFICER,
                () -> Transactions.in(
                        log.transactions, () -> readings(TestLog.MORNING).find(reading, outcome, words)));
    }

    private int awaiting(Actor.InRole actor) {
        return Acting.as(
                actor,
                () -> Transactions.in(
                        log.transactions,
                        () -> new UnusualReadingAwaits(readings(TestLog.MORNING))
                                .awaiting(actor)
                                .size()));
    }
}
