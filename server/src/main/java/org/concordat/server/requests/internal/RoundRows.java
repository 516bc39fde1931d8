package org.concordat.server.requests.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.requests.Assessor;
import org.concordat.server.requests.Criterion;
import org.concordat.server.requests.ScoringRounds.EarlierScore;
import org.concordat.server.requests.ScoringRounds.Round;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds in which benefit and risk are scored again, and what was given in those that have ended. */
@Repository
public class RoundRows {

    private final JdbcClient sql;

    RoundRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** The round that is planned and has not begun. */
    public Optional<Round> planned(String request) {
        return sql.sql(
                        "select request, round, due from requests.scoring_round where request = :request and begun_at is null")
                .param("request", request)
                .query(Round.class)
                .optional();
    }

    /** Plans the next round, or moves the one that is planned to another day. */
    public void plan(String request, LocalDate due, UUID by, Instant at) {
        int moved = sql.sql(
                        "update requests.scoring_round set due = :due where request = :request and begun_at is null")
                .param("request", request)
                .param("due", due)
                .update();
        if (moved == 0) {
            sql.sql("""
                            insert into requests.scoring_round (request, round, due, planned_by, planned_at)
                            select :request, coalesce(max(round), 1) + 1, :due, :by, :at
                            from requests.scoring_round where request = :request
                            """)
                    .param("request", request)
                    .param("due", due)
                    .param("by", by)
                    .param("at", RequestRows.at(at))
                    .update();
        }
    }

    /** Those whose day has come, the first first; for the server alone. */
    public List<Round> due(LocalDate today) {
        return sql.sql("""
                        select request, round, due from requests.scoring_round
                        where begun_at is null and due <= :today order by due, request limit 100
                        """).param("today", today).query(Round.class).list();
    }

    /** Begins it: puts away what was given so far and asks everybody anew; false where another server has begun it. */
    public boolean begin(Round round, LocalDate today, LocalDate scoreBy, Instant at) {
        int begun = sql.sql("""
                        update requests.scoring_round set begun_at = :at
                        where request = :request and round = :round and begun_at is null
                        """)
                .param("at", RequestRows.at(at))
                .param("request", round.request())
                .param("round", round.round())
                .update();
        if (begun == 0) {
            return false;
        }
        sql.sql("""
                        insert into requests.earlier_score (id, request, round, ended, criterion, kind, points)
                        select gen_random_uuid(), s.request, :before, :today, s.criterion, a.kind, s.points
                        from requests.score s join requests.assessor a using (request, person)
                        where s.request = :request and a.submitted_at is not null
                        """)
                .param("before", round.round() - 1)
                .param("today", today)
                .param("request", round.request())
                .update();
        sql.sql("""
                        update requests.assessor set submitted_at = null, score_by = :scoreBy
                        where request = :request and submitted_at is not null
                        """).param("scoreBy", scoreBy).param("request", round.request()).update();
        return true;
    }

    /** What was given in rounds that have ended, the latest first, as far as whoever acts may see it. */
    public List<EarlierScore> earlier(String request) {
        return sql.sql("""
                        select ended, criterion, kind, points from requests.earlier_score
                        where request = :request order by round desc, id
                        """)
                .param("request", request)
                .query((row, number) -> new EarlierScore(
                        row.getObject("ended", LocalDate.class),
                        Word.of(Criterion.class, row.getString("criterion")).orElseThrow(),
                        Word.of(Assessor.Kind.class, row.getString("kind")).orElseThrow(),
                        row.getInt("points")))
                .list();
    }
}
