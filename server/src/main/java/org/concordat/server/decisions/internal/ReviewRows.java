package org.concordat.server.decisions.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews of emergencies in the database: waited for from the first, made once. */
@Repository
public class ReviewRows {

    private final JdbcClient database;

    ReviewRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A review, made or waited for.
     *
     * @param askedBy who asked, and so may not review
     * @param askedFor their organisation
     * @param due the last day on which it is in time
     */
    public record ReviewRow(
            UUID decision,
            String sender,
            String recipient,
            Optional<UUID> askedBy,
            Optional<String> askedFor,
            LocalDate due,
            boolean practice,
            Optional<Instant> reviewedAt,
            Optional<UUID> reviewer,
            Optional<Boolean> upheld) {}

    /** Begins to wait for a review. */
    public void expect(ReviewRow row) {
        database.sql("""
                        insert into decisions.emergency_review
                            (decision, sender, recipient, asked_by, asked_for, due, practice)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        row.decision(),
                        row.sender(),
                        row.recipient(),
                        row.askedBy().orElse(null),
                        row.askedFor().orElse(null),
                        row.due(),
                        row.practice()))
                .update();
    }

    /** Makes it; false where it was made before, or the actor may not. */
    public boolean make(
            UUID decision, UUID reviewer, Instant at, boolean upheld, String note, byte[] salt, UUID event) {
        return database.sql("""
                                update decisions.emergency_review
                                set reviewed_at = ?, reviewer = ?, upheld = ?, note = ?, note_salt = ?, event = ?
                                where decision = ? and reviewed_at is null
                                """)
                        .params(DecisionRows.time(at), reviewer, upheld, note, salt, event, decision)
                        .update()
                == 1;
    }

    /** The review of that decision, if the actor may see it. */
    public Optional<ReviewRow> of(UUID decision) {
        return database.sql("select * from decisions.emergency_review where decision = ?")
                .param(decision)
                .query(ReviewRows::review)
                .optional();
    }

    /** What was found, in the reviewer's words. */
    public Optional<String> note(UUID decision) {
        return database.sql("select note from decisions.emergency_review where decision = ? and note is not null")
                .param(decision)
                .query(String.class)
                .optional();
    }

    /** Reviews not made yet that the actor sees, the most pressing first. */
    public List<ReviewRow> waiting(int most) {
        return database.sql("""
                        select * from decisions.emergency_review where reviewed_at is null
                        order by due, decision limit ?
                        """).param(most).query(ReviewRows::review).list();
    }

    private static ReviewRow review(ResultSet row, int number) throws SQLException {
        var reviewedAt = row.getTimestamp("reviewed_at");
        return new ReviewRow(
                row.getObject("decision", UUID.class),
                row.getString("sender"),
                row.getString("recipient"),
                Optional.ofNullable(row.getObject("asked_by", UUID.class)),
                Optional.ofNullable(row.getString("asked_for")),
                row.getObject("due", LocalDate.class),
                row.getBoolean("practice"),
                Optional.ofNullable(reviewedAt).map(java.sql.Timestamp::toInstant),
                Optional.ofNullable(row.getObject("reviewer", UUID.class)),
                Optional.ofNullable(row.getObject("upheld", Boolean.class)));
    }
}
