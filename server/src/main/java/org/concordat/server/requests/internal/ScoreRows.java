package org.concordat.server.requests.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.requests.Assessor;
import org.concordat.server.requests.Criterion;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Scores;
import org.concordat.server.requests.Stake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assessors, their scores, and who gains and bears. */
@Repository
public class ScoreRows {

    private final JdbcClient sql;

    ScoreRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Asks somebody to score, or to score again by another day. */
    public void invite(DataRequest request, Assessor assessor, UUID by, Instant at) {
        sql.sql("""
                        insert into requests.assessor (request, person, kind, organisation, asking, supplying, practice,
                            invited_by, invited_at, score_by)
                        values (:request, :person, :kind, :organisation, :asking, :supplying, :practice, :by, :at, :scoreBy)
                        on conflict (request, person) do update set submitted_at = null, score_by = :scoreBy, kind = :kind
                        """)
                .param("request", request.code())
                .param("person", assessor.person())
                .param("kind", assessor.kind().word())
                .param("organisation", assessor.organisation())
                .param("asking", request.asking())
                .param("supplying", request.supplying())
                .param("practice", request.practice())
                .param("by", by)
                .param("at", RequestRows.at(at))
                .param("scoreBy", assessor.scoreBy())
                .update();
    }

    /** Those of a request. */
    public List<Assessor> assessors(String request) {
        return sql.sql("select * from requests.assessor where request = :request order by invited_at, person")
                .param("request", request)
                .query(ScoreRows::assessor)
                .list();
    }

    /** What somebody has still to score; at most a hundred. */
    public List<Assessor> waitingFor(UUID person) {
        return sql.sql("""
                        select * from requests.assessor where person = :person and submitted_at is null
                        order by score_by limit 100
                        """).param("person", person).query(ScoreRows::assessor).list();
    }

    /** Keeps one's scores in place of earlier ones. */
    public void score(String request, UUID person, Map<Criterion, Scores.Given> given) {
        given.forEach((criterion, each) -> sql.sql("""
                        insert into requests.score (request, person, criterion, points, reason)
                        values (:request, :person, :criterion, :points, :reason)
                        on conflict (request, person, criterion) do update set points = :points, reason = :reason
                        """)
                .param("request", request)
                .param("person", person)
                .param("criterion", criterion.word())
                .param("points", each.points())
                .param("reason", each.reason())
                .update());
    }

    /** Hands them in. */
    public void submit(String request, UUID person, Instant at) {
        sql.sql("update requests.assessor set submitted_at = :at where request = :request and person = :person")
                .param("request", request)
                .param("person", person)
                .param("at", RequestRows.at(at))
                .update();
    }

    /** What was handed in, by criterion, as far as whoever acts may see it. */
    public List<Scores> scores(String request) {
        var given = new EnumMap<Criterion, List<Scores.Given>>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            given.put(criterion, new ArrayList<>());
        }
        sql.sql("""
                        select s.criterion, s.points, s.reason, a.kind
                        from requests.score s join requests.assessor a using (request, person)
                        where s.request = :request and a.submitted_at is not null order by a.invited_at, a.person
                        """)
                .param("request", request)
                .query((row, number) -> Map.entry(
                        Word.of(Criterion.class, row.getString("criterion")).orElseThrow(),
                        new Scores.Given(
                                Word.of(Assessor.Kind.class, row.getString("kind"))
                                        .orElseThrow(),
                                row.getInt("points"),
                                row.getString("reason"))))
                .list()
                .forEach(each ->
                        Optional.ofNullable(given.get(each.getKey())).ifPresent(list -> list.add(each.getValue())));
        return given.entrySet().stream()
                .map(each -> new Scores(each.getKey(), each.getValue()))
                .toList();
    }

    /** Names who would gain and who would bear it. */
    public void add(String request, UUID person, Stake stake) {
        sql.sql("""
                        insert into requests.stake (id, request, person, who, gains, bears)
                        values (:id, :request, :person, :who, :gains, :bears)
                        """)
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("person", person)
                .param("who", stake.who())
                .param("gains", stake.gains())
                .param("bears", stake.bears())
                .update();
    }

    /** Who would gain and bear, as far as whoever acts may see it. */
    public List<Stake> stakes(String request) {
        return sql.sql("select who, gains, bears from requests.stake where request = :request order by lower(who), id")
                .param("request", request)
                .query((row, number) -> new Stake(row.getString("who"), row.getString("gains"), row.getString("bears")))
                .list();
    }

    private static Assessor assessor(ResultSet row, int number) throws SQLException {
        return new Assessor(
                row.getString("request"),
                row.getObject("person", UUID.class),
                Word.of(Assessor.Kind.class, row.getString("kind")).orElseThrow(),
                row.getString("organisation"),
                row.getObject("score_by", LocalDate.class),
                row.getObject("submitted_at") != null);
    }
}
