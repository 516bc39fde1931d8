package org.concordat.server.decisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements in the database: kept and taken back, never changed. */
@Repository
public class StatementRows {

    private final JdbcClient database;

    StatementRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A statement.
     *
     * @param about {@code schedule}, {@code purpose} or {@code matter}
     * @param withdrawn whether it was taken back
     */
    public record StatementRow(
            UUID id,
            String fact,
            String answer,
            String about,
            String aboutId,
            String organisation,
            UUID byPerson,
            String byRole,
            Instant at,
            LocalDate from,
            Optional<LocalDate> until,
            boolean practice,
            UUID event,
            boolean withdrawn) {}

    /** What a matter waits for: one fact, and the newest decision that lacked it. */
    public record AwaitedRow(
            UUID decision,
            UUID matter,
            String fact,
            String sender,
            String recipient,
            Instant at,
            Optional<String> schedule,
            String purpose) {}

    /** Keeps a statement and why. */
    public void keep(StatementRow row, String reason) {
        database.sql("""
                        insert into decisions.statement (id, fact, answer, about, about_id, organisation, by_person, by_role, at,
                            holds_from, holds_until, practice, event)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        row.id(),
                        row.fact(),
                        row.answer(),
                        row.about(),
                        row.aboutId(),
                        row.organisation(),
                        row.byPerson(),
                        row.byRole(),
                        DecisionRows.time(row.at()),
                        row.from(),
                        row.until().orElse(null),
                        row.practice(),
                        row.event()))
                .update();
        database.sql("insert into decisions.statement_words (statement, reason) values (?, ?)")
                .params(row.id(), reason)
                .update();
    }

    /** Takes one back; false where it was taken back before. */
    public boolean withdraw(UUID statement, UUID person, Instant at, UUID event) {
        return database.sql("""
                                insert into decisions.statement_withdrawal (statement, by_person, at, event)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(statement, person, DecisionRows.time(at), event)
                        .update()
                == 1;
    }

    /** All about any of these things, taken back or not, the newest first. */
    public List<StatementRow> about(
            Collection<String> schedules, Collection<String> purposes, Collection<String> matters) {
        return database.sql("""
                        select s.*, w.statement is not null as withdrawn
                        from decisions.statement s left join decisions.statement_withdrawal w on w.statement = s.id
                        where (s.about = 'schedule' and s.about_id = any (:schedules))
                           or (s.about = 'purpose' and s.about_id = any (:purposes))
                           or (s.about = 'matter' and s.about_id = any (:matters))
                        order by s.at desc, s.id
                        """)
                .param("schedules", schedules.toArray(String[]::new))
                .param("purposes", purposes.toArray(String[]::new))
                .param("matters", matters.toArray(String[]::new))
                .query(StatementRows::statement)
                .list();
    }

    /** The statement of that id. */
    public Optional<StatementRow> find(UUID id) {
        return database.sql("""
                        select s.*, w.statement is not null as withdrawn
                        from decisions.statement s left join decisions.statement_withdrawal w on w.statement = s.id
                        where s.id = ?
                        """).param(id).query(StatementRows::statement).optional();
    }

    /** The statements of an organisation, the newest first, at most so many. */
    public List<StatementRow> of(String organisation, int most) {
        return database.sql("""
                        select s.*, w.statement is not null as withdrawn
                        from decisions.statement s left join decisions.statement_withdrawal w on w.statement = s.id
                        where s.organisation = ? order by s.at desc, s.id limit ?
                        """)
                .params(organisation, most)
                .query(StatementRows::statement)
                .list();
    }

    /** Why it was said, for those who may read it. */
    public Optional<String> reason(UUID statement) {
        return database.sql("select reason from decisions.statement_words where statement = ?")
                .param(statement)
                .query(String.class)
                .optional();
    }

    /** What matters wait for since then, of these facts, with that organisation as a side; oldest first. */
    public List<AwaitedRow> awaited(Collection<String> facts, String organisation, Instant since, int most) {
        return database.sql("""
                        select a.decision, a.matter, a.fact, a.sender, a.recipient, a.at, asked.schedule, asked.purpose
                        from decisions.awaited_fact a join decisions.decision asked on asked.id = a.decision
                        where a.fact = any (:facts) and (a.sender = :organisation or a.recipient = :organisation)
                          and a.at > :since
                          and not exists (select 1 from decisions.decision d where d.matter = a.matter and d.at > a.at)
                          and not exists (select 1 from decisions.statement s
                                          where s.about = 'matter' and s.about_id = a.matter::text and s.fact = a.fact
                                            and s.at >= a.at)
                          and not exists (select 1 from decisions.statement s
                                          where s.organisation = :organisation and s.fact = a.fact and s.at >= a.at
                                            and ((s.about = 'schedule' and s.about_id = asked.schedule)
                                                 or (s.about = 'purpose' and s.about_id = asked.purpose)))
                        order by a.at, a.decision, a.fact limit :most
                        """)
                .param("facts", facts.toArray(String[]::new))
                .param("organisation", organisation)
                .param("since", DecisionRows.time(since))
                .param("most", most)
                .query((row, number) -> new AwaitedRow(
                        row.getObject("decision", UUID.class),
                        row.getObject("matter", UUID.class),
                        row.getString("fact"),
                        row.getString("sender"),
                        row.getString("recipient"),
                        DecisionRows.instant(row, "at"),
                        Optional.ofNullable(row.getString("schedule")),
                        row.getString("purpose")))
                .list();
    }

    private static StatementRow statement(ResultSet row, int number) throws SQLException {
        return new StatementRow(
                row.getObject("id", UUID.class),
                row.getString("fact"),
                row.getString("answer"),
                row.getString("about"),
                row.getString("about_id"),
                row.getString("organisation"),
                row.getObject("by_person", UUID.class),
                row.getString("by_role"),
                DecisionRows.instant(row, "at"),
                row.getObject("holds_from", LocalDate.class),
                Optional.ofNullable(row.getObject("holds_until", LocalDate.class)),
                row.getBoolean("practice"),
                row.getObject("event", UUID.class),
                row.getBoolean("withdrawn"));
    }
}
