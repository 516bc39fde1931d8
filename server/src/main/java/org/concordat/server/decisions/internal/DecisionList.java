package org.concordat.server.decisions.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of decisions, of those that the actor may see. */
@Repository
public class DecisionList {

    private static final String WHERE = """
            where (:outcome::text is null or d.outcome = :outcome)
              and (:ground::text is null or d.ground = :ground)
              and (:organisation::text is null or d.sender = :organisation or d.recipient = :organisation)
            """;

    private final JdbcClient database;

    DecisionList(JdbcClient database) {
        this.database = database;
    }

    /** Which are wanted; all where nothing is said. */
    public record Wanted(Optional<String> outcome, Optional<String> ground, Optional<String> organisation) {}

    /** One line of the list. */
    public record Line(
            UUID id,
            Instant at,
            String outcome,
            String ground,
            String sender,
            String recipient,
            String dataset,
            String purpose) {}

    /**
     * Some of them.
     *
     * @param orderBy SQL, from a fixed list of columns
     */
    public List<Line> lines(Wanted wanted, String orderBy, int size, long offset) {
        return statement(
                        "select d.* from decisions.decision d " + WHERE + " order by " + orderBy
                                + ", d.id limit :size offset :offset",
                        wanted)
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        DecisionRows.instant(row, "at"),
                        row.getString("outcome"),
                        row.getString("ground"),
                        row.getString("sender"),
                        row.getString("recipient"),
                        row.getString("dataset"),
                        row.getString("purpose")))
                .list();
    }

    /** How many there are. */
    public long count(Wanted wanted) {
        return statement("select count(*) from decisions.decision d " + WHERE, wanted)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql, Wanted wanted) {
        return database.sql(sql)
                .param("outcome", wanted.outcome().orElse(null))
                .param("ground", wanted.ground().orElse(null))
                .param("organisation", wanted.organisation().orElse(null));
    }
}
