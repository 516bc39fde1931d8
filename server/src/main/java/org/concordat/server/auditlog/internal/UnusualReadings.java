package org.concordat.server.auditlog.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.auditlog.AuditlogAudit;
import org.concordat.server.foundation.acting.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hours in which somebody looked at far more than is usual, and what those who looked into it found. Noticed once for each
 * person, role and hour; see {@link UnusualReadingRule}.
 */
@Service
@Transactional
public class UnusualReadings {
    /** How far back hours are looked at again, should the server have been away when they ended. */
    private static final int HOURS_BACK = 24;

    private static final String COUNT = """
            with hour as (
                select person, organisation, role, count(*) as readings from auditlog.event
                where reading and not practice and person is not null and organisation is not null
                    and at >= :hour and at < :end
                group by person, organisation, role having count(*) >= :least),
            before as (
                select e.person, e.organisation, e.role, count(*) as readings from auditlog.event e
                where e.reading and not e.practice and e.person is not null and e.organisation is not null
                    and e.at >= :habit and e.at < :hour and e.role in (select role from hour)
                group by e.person, e.organisation, e.role, date_trunc('hour', e.at))
            select h.person, h.organisation, h.role, h.readings,
                (select avg(b.readings) from before b where b.person = h.person and b.organisation = h.organisation
                    and b.role = h.role) as own_habit,
                (select avg(b.readings) from before b where b.person <> h.person and b.role = h.role) as role_habit
            from hour h
            """;

    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;
    private final UnusualReadingRule rule;

    UnusualReadings(JdbcClient sql, AuditLog audit, Clock clock, UnusualReadingRule rule) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.rule = rule;
    }

    /** What somebody found who looked into it. */
    public enum Outcome {
        EXPLAINED,
        NOT_EXPLAINED;

        /** As the database and forms have it. */
        public String word() {
            return this == EXPLAINED ? "explained" : "not-explained";
        }

        private AuditlogAudit kind() {
            return switch (this) {
                case EXPLAINED -> AuditlogAudit.UNUSUAL_READING_EXPLAINED;
                case NOT_EXPLAINED -> AuditlogAudit.UNUSUAL_READING_NOT_EXPLAINED;
            };
        }
    }

    /** A finding. Its words print as hidden. */
    public record Finding(Outcome outcome, String words, UUID by, Instant at) {
        @Override
        public String toString() {
            return "Finding[" + outcome + ", words=hidden]";
        }
    }

    /**
     * One.
     *
     * @param hour its beginning
     * @param ownHabit readings in an average hour of theirs before; empty where there was none
     * @param roleHabit the same of others in their role
     */
    public record UnusualReading(
            UUID id,
            UUID person,
            String organisation,
            String role,
            Instant hour,
            int readings,
            Optional<Double> ownHabit,
            Optional<Double> roleHabit,
            Optional<Finding> finding) {}

    /** Looks at the hours of the last day that have ended. Called as the server. */
    public int notice() {
        Instant last = clock.instant().truncatedTo(ChronoUnit.HOURS);
        int noticed = 0;
        for (int back = HOURS_BACK; back >= 1; back--) {
            noticed += notice(last.minus(Duration.ofHours(back)));
        }
        return noticed;
    }

    private record Count(
            UUID person,
            String organisation,
            String role,
            int readings,
            Optional<Double> ownHabit,
            Optional<Double> roleHabit) {}

    private int notice(Instant hour) {
        return (int) sql
                .sql(COUNT)
                .param("hour", utc(hour))
                .param("end", utc(hour.plus(Duration.ofHours(1))))
                .param("habit", utc(hour.minus(Duration.ofDays(rule.habitDays()))))
                .param("least", rule.leastReadings())
                .query(UnusualReadings::count)
                .list()
                .stream()
                .filter(count -> rule.isUnusual(count.readings(), count.ownHabit(), count.roleHabit()))
                .filter(count -> isKept(hour, count))
                .count();
    }

    private boolean isKept(Instant hour, Count count) {
        UUID id = UUID.randomUUID();
        int rows = sql.sql("""
                        insert into auditlog.unusual_reading
                            (id, person, organisation, role, hour, readings, own_habit, role_habit, found_at)
                        values (?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?)
                        on conflict (person, organisation, role, hour) do nothing
                        """)
                .param(id)
                .param(count.person())
                .param(count.organisation())
                .param(count.role())
                .param(utc(hour))
                .param(count.readings())
                .param(count.ownHabit().orElse(null))
                .param(count.roleHabit().orElse(null))
                .param(utc(clock.instant()))
                .update();
        if (rows == 1) {
            audit.record(AuditEvent.of(AuditlogAudit.UNUSUAL_READING_NOTICED)
                    .about("unusual-reading", id.toString())
                    .concerning(count.organisation())
                    .with("readings", count.readings()));
        }
        return rows == 1;
    }

    /** Those that whoever acts may look into, newest first, at most a hundred. */
    @Transactional(readOnly = true)
    public List<UnusualReading> all() {
        return sql.sql(READ + " order by f.found_at is not null, r.hour desc, r.id limit 100")
                .query(UnusualReadings::reading)
                .list();
    }

    /** How many that whoever acts may look into nobody has. */
    @Transactional(readOnly = true)
    public int open() {
        return sql.sql("""
                        select count(*) from auditlog.unusual_reading r
                        where not exists (select from auditlog.unusual_reading_finding f where f.reading = r.id)
                        """).query(Integer.class).single();
    }

    /** One, if whoever acts may look into it. */
    @Transactional(readOnly = true)
    public Optional<UnusualReading> one(UUID id) {
        return sql.sql(READ + " where r.id = ?")
                .param(id)
                .query(UnusualReadings::reading)
                .optional();
    }

    /**
     * Writes down what was found.
     *
     * @return whether it was: not where somebody was quicker
     */
    public boolean find(UnusualReading reading, Outcome outcome, String words) {
        int rows = sql.sql("""
                        insert into auditlog.unusual_reading_finding (reading, outcome, words, found_by, found_at)
                        values (?, ?, ?, ?, ?) on conflict (reading) do nothing
                        """)
                .param(reading.id())
                .param(outcome.word())
                .param(words)
                .param(Acting.inRole().person())
                .param(utc(clock.instant()))
                .update();
        if (rows == 1) {
            audit.record(AuditEvent.of(outcome.kind())
                    .about("unusual-reading", reading.id().toString())
                    .concerning(reading.organisation()));
        }
        return rows == 1;
    }

    private static final String READ = """
            select r.*, f.outcome, f.words, f.found_by as finder, f.found_at as finding_at
            from auditlog.unusual_reading r left join auditlog.unusual_reading_finding f on f.reading = r.id
            """;

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(
                row.getObject("person", UUID.class),
                row.getString("organisation"),
                row.getString("role"),
                row.getInt("readings"),
                habit(row, "own_habit"),
                habit(row, "role_habit"));
    }

    private static UnusualReading reading(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new UnusualReading(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("organisation"),
                row.getString("role"),
                instant(row, "hour"),
                row.getInt("readings"),
                habit(row, "own_habit"),
                habit(row, "role_habit"),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(new Finding(
                                outcome.equals(Outcome.EXPLAINED.word()) ? Outcome.EXPLAINED : Outcome.NOT_EXPLAINED,
                                row.getString("words"),
                                row.getObject("finder", UUID.class),
                                instant(row, "finding_at"))));
    }

    private static Optional<Double> habit(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::doubleValue);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
