package org.concordat.server.decisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single disclosures in the database, with the log of what was done. */
@Repository
public class DisclosureRows {

    private final JdbcClient database;

    DisclosureRows(JdbcClient database) {
        this.database = database;
    }

    /** A disclosure as the database has it. */
    public record DisclosureRow(
            UUID id,
            long number,
            String organisation,
            String recipient,
            String state,
            LocalDate receivedOn,
            LocalDate due,
            String requester,
            String theirReference,
            String subject,
            String why,
            String asked,
            String request,
            UUID recordedBy,
            boolean practice,
            Optional<UUID> decision,
            int version) {
        @Override
        public String toString() {
            return "DisclosureRow[" + id + "]";
        }
    }

    /** A step of its log. */
    public record StepRow(
            UUID disclosure, String step, Instant at, UUID byPerson, String byRole, String note, UUID event) {
        @Override
        public String toString() {
            return "StepRow[" + disclosure + ", " + step + "]";
        }
    }

    /** Keeps a new one; its number is given by the database. */
    public void receive(DisclosureRow row) {
        database.sql("""
                        insert into decisions.disclosure (id, organisation, recipient, state, received_on, due, requester,
                            their_reference, subject, why, asked, request, recorded_by, practice)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.id(),
                        row.organisation(),
                        row.recipient(),
                        row.state(),
                        row.receivedOn(),
                        row.due(),
                        row.requester(),
                        row.theirReference(),
                        row.subject(),
                        row.why(),
                        row.asked(),
                        row.request(),
                        row.recordedBy(),
                        row.practice())
                .update();
    }

    /** Moves it on; false where somebody else did meanwhile. */
    public boolean move(UUID id, int version, String state, Optional<UUID> decision) {
        @Nullable UUID newest = decision.orElse(null);
        return database.sql("""
                                update decisions.disclosure
                                set state = ?, decision = coalesce(?, decision), version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(Arrays.asList(state, newest, id, version))
                        .update()
                == 1;
    }

    /** Adds a step to its log. */
    public void log(StepRow step) {
        database.sql("""
                        insert into decisions.disclosure_step (disclosure, number, step, at, by_person, by_role, note, event)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?
                        from decisions.disclosure_step where disclosure = ?
                        """)
                .params(
                        step.disclosure(),
                        step.step(),
                        DecisionRows.time(step.at()),
                        step.byPerson(),
                        step.byRole(),
                        step.note(),
                        step.event(),
                        step.disclosure())
                .update();
    }

    /** The disclosure of that id, if the actor may see it. */
    public Optional<DisclosureRow> find(UUID id) {
        return database.sql("select * from decisions.disclosure where id = ?")
                .param(id)
                .query(DisclosureRows::disclosure)
                .optional();
    }

    /** Those that the actor may see, the newest first. */
    public List<DisclosureRow> log(int most, long offset) {
        return database.sql("select * from decisions.disclosure order by number desc limit ? offset ?")
                .params(most, offset)
                .query(DisclosureRows::disclosure)
                .list();
    }

    /** How many the actor may see. */
    public long count() {
        return database.sql("select count(*) from decisions.disclosure")
                .query(Long.class)
                .single();
    }

    /** Those in one of these states, the most pressing first. */
    public List<DisclosureRow> in(List<String> states, int most) {
        return database.sql("select * from decisions.disclosure where state = any (?) order by due, number limit ?")
                .params(states.toArray(String[]::new), most)
                .query(DisclosureRows::disclosure)
                .list();
    }

    /** What was done with it, from the beginning. */
    public List<StepRow> steps(UUID id) {
        return database.sql("select * from decisions.disclosure_step where disclosure = ? order by number")
                .param(id)
                .query((row, number) -> new StepRow(
                        row.getObject("disclosure", UUID.class),
                        row.getString("step"),
                        DecisionRows.instant(row, "at"),
                        row.getObject("by_person", UUID.class),
                        row.getString("by_role"),
                        row.getString("note"),
                        row.getObject("event", UUID.class)))
                .list();
    }

    private static DisclosureRow disclosure(ResultSet row, int number) throws SQLException {
        return new DisclosureRow(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("organisation"),
                row.getString("recipient"),
                row.getString("state"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getString("requester"),
                row.getString("their_reference"),
                row.getString("subject"),
                row.getString("why"),
                row.getString("asked"),
                row.getString("request"),
                row.getObject("recorded_by", UUID.class),
                row.getBoolean("practice"),
                Optional.ofNullable(row.getObject("decision", UUID.class)),
                row.getInt("version"));
    }
}
