package org.concordat.server.decisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.decisions.internal.DecisionRow.By;
import org.concordat.server.decisions.internal.DecisionRow.Salts;
import org.concordat.server.decisions.internal.DecisionRow.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions in the database: kept many at a time, never changed, used once. */
@Repository
public class DecisionRows {

    private static final String KEEP = """
            insert into decisions.decision (id, matter, at, day, expires, outcome, ground, sender, recipient, dataset, purpose, form,
                schedule, request, facts, answer, request_salt, facts_salt, answer_salt, law_pack, folder, by_person,
                by_client, by_organisation, by_role, asked_by, practice, event)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate batches;
    private final JdbcClient database;

    DecisionRows(JdbcTemplate batches, JdbcClient database) {
        this.batches = batches;
        this.database = database;
    }

    /** A decision with its words, if the actor may see them. */
    public record Kept(DecisionRow row, Words words) {}

    /** Facts that a decision waits for. */
    public record Awaited(DecisionRow row, String fact) {}

    /** Keeps all, in one go. */
    public void keep(List<Kept> all) {
        batches.batchUpdate(KEEP, all.stream().map(each -> values(each.row())).toList());
        List<Kept> worded = all.stream().filter(each -> !each.words().isEmpty()).toList();
        if (!worded.isEmpty()) {
            batches.batchUpdate(
                    "insert into decisions.asked_words (decision, subject, reason, reason_salt) values (?, ?, ?, ?)",
                    worded.stream()
                            .map(each -> new @Nullable Object[] {
                                each.row().id(),
                                each.words().subject().orElse(null),
                                each.words().reason().orElse(null),
                                each.words().reasonSalt().orElse(null)
                            })
                            .toList());
        }
    }

    /** Keeps what decisions wait for. */
    public void keepAwaited(List<Awaited> facts) {
        if (!facts.isEmpty()) {
            batches.batchUpdate(
                    """
                    insert into decisions.awaited_fact (decision, matter, fact, sender, recipient, at, practice)
                    values (?, ?, ?, ?, ?, ?, ?)
                    """,
                    facts.stream()
                            .map(each -> new Object[] {
                                each.row().id(),
                                each.row().matter(),
                                each.fact(),
                                each.row().sender(),
                                each.row().recipient(),
                                time(each.row().at()),
                                each.row().practice()
                            })
                            .toList());
        }
    }

    /** The decision of that id, if the actor may see it. */
    public Optional<Kept> find(UUID id) {
        return database.sql("""
                        select d.*, w.subject, w.reason, w.reason_salt
                        from decisions.decision d left join decisions.asked_words w on w.decision = d.id
                        where d.id = ?
                        """).param(id).query(DecisionRows::kept).optional();
    }

    /** The newest decision of a matter, if the actor may see it. */
    public Optional<Kept> newestOf(UUID matter) {
        return database.sql("""
                        select d.*, w.subject, w.reason, w.reason_salt
                        from decisions.decision d left join decisions.asked_words w on w.decision = d.id
                        where d.matter = ? order by d.at desc, d.id limit 1
                        """).param(matter).query(DecisionRows::kept).optional();
    }

    /**
     * Uses a decision.
     *
     * @return false where somebody used it before
     */
    public boolean use(UUID decision, Instant at, By by, String folder, String answer, UUID event) {
        return database.sql("""
                                insert into decisions.decision_use (decision, at, by_person, by_client, folder, answer, event)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(Arrays.asList(
                                decision,
                                time(at),
                                by.person().orElse(null),
                                by.client().orElse(null),
                                folder,
                                answer,
                                event))
                        .update()
                == 1;
    }

    /** Lets nobody else use it until the transaction ends. */
    public void lock(UUID decision) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("decisions.use " + decision)
                .query((row, number) -> true)
                .list();
    }

    /** When it was used. */
    public Optional<Instant> usedAt(UUID decision) {
        return database.sql("select at from decisions.decision_use where decision = ?")
                .param(decision)
                .query((row, number) -> instant(row, "at"))
                .optional();
    }

    private static @Nullable Object[] values(DecisionRow row) {
        return new @Nullable Object[] {
            row.id(),
            row.matter(),
            time(row.at()),
            row.day(),
            time(row.expires()),
            row.outcome(),
            row.ground(),
            row.sender(),
            row.recipient(),
            row.dataset(),
            row.purpose(),
            row.form(),
            row.schedule().orElse(null),
            row.request(),
            row.facts(),
            row.answer(),
            row.salts().request(),
            row.salts().facts(),
            row.salts().answer(),
            row.lawPack(),
            row.folder(),
            row.by().person().orElse(null),
            row.by().client().orElse(null),
            row.by().organisation().orElse(null),
            row.by().role().orElse(null),
            row.askedBy().orElse(null),
            row.practice(),
            row.event()
        };
    }

    static DecisionRow row(ResultSet row) throws SQLException {
        return new DecisionRow(
                row.getObject("id", UUID.class),
                row.getObject("matter", UUID.class),
                instant(row, "at"),
                row.getObject("day", LocalDate.class),
                instant(row, "expires"),
                row.getString("outcome"),
                row.getString("ground"),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("dataset"),
                row.getString("purpose"),
                row.getString("form"),
                Optional.ofNullable(row.getString("schedule")),
                row.getString("request"),
                row.getString("facts"),
                row.getString("answer"),
                new Salts(row.getBytes("request_salt"), row.getBytes("facts_salt"), row.getBytes("answer_salt")),
                row.getString("law_pack"),
                row.getString("folder"),
                new By(
                        Optional.ofNullable(row.getObject("by_person", UUID.class)),
                        Optional.ofNullable(row.getObject("by_client", UUID.class)),
                        Optional.ofNullable(row.getString("by_organisation")),
                        Optional.ofNullable(row.getString("by_role"))),
                Optional.ofNullable(row.getObject("asked_by", UUID.class)),
                row.getBoolean("practice"),
                row.getObject("event", UUID.class));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row(row),
                new Words(
                        Optional.ofNullable(row.getString("subject")),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getBytes("reason_salt"))));
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at.toInstant();
    }
}
