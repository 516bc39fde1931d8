package org.concordat.server.requests.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.policy.words.Word;
import org.concordat.server.decisions.WorkingDays;
import org.concordat.server.requests.Impact;
import org.concordat.server.requests.ImpactState;
import org.concordat.server.requests.ScreeningQuestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Impact assessments and their risks. */
@Repository
public class ImpactRows {

    private final JdbcClient sql;

    ImpactRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** That of a request. */
    public Optional<Impact> find(String request) {
        return sql.sql("select * from requests.impact where request = :request")
                .param("request", request)
                .query(this::impact)
                .optional();
    }

    /** That which is tied to a schedule. */
    public Optional<Impact> ofSchedule(String schedule) {
        return sql.sql("select * from requests.impact where schedule = :schedule")
                .param("schedule", schedule)
                .query(this::impact)
                .optional();
    }

    /** Those that stand so, of requests in which an organisation has a part; at most a hundred. */
    public List<Impact> inState(ImpactState state, String organisation) {
        return sql.sql("""
                        select i.* from requests.impact i join requests.request r on r.code = i.request
                        where i.state = :state and :organisation in (r.asking, r.supplying)
                        order by i.review_on nulls last, i.request limit 100
                        """)
                .param("state", state.word())
                .param("organisation", organisation)
                .query(this::impact)
                .list();
    }

    /** Writes the words; false when somebody else changed it since. */
    public boolean write(Impact impact) {
        String screening = impact.screening().stream()
                .sorted()
                .map(ScreeningQuestion::word)
                .collect(Collectors.joining(","));
        String statement = impact.version() == 0 ? """
                  insert into requests.impact (request, screening, screening_reason, description, necessity, consultation, state)
                  values (:request, string_to_array(:screening, ','), :reason, :description, :necessity, :consultation,
                      'being-written')
                  on conflict (request) do nothing
                  """ : """
                  update requests.impact set screening = string_to_array(:screening, ','), screening_reason = :reason,
                      description = :description, necessity = :necessity, consultation = :consultation, version = version + 1
                  where request = :request and version = :version and state = 'being-written'
                  """;
        var spec = sql.sql(statement)
                .param("request", impact.request())
                .param("screening", screening)
                .param("reason", impact.screeningReason())
                .param("description", impact.description())
                .param("necessity", impact.necessity())
                .param("consultation", impact.consultation());
        return (impact.version() == 0 ? spec : spec.param("version", impact.version())).update() == 1;
    }

    /** Keeps the officer's opinion. */
    public boolean opinion(String request, int version, String opinion, UUID by, Instant at) {
        return sql.sql("""
                        update requests.impact set state = 'opinion-given', opinion = :opinion, opinion_by = :by,
                            opinion_at = :at, version = version + 1
                        where request = :request and version = :version and state = 'being-written'
                        """)
                        .param("request", request)
                        .param("version", version)
                        .param("opinion", opinion)
                        .param("by", by)
                        .param("at", RequestRows.at(at))
                        .update()
                == 1;
    }

    /** Keeps the decision. */
    public boolean decide(String request, int version, boolean accepted, String decision, UUID by, Instant at) {
        return sql.sql("""
                        update requests.impact set state = 'decided', accepted = :accepted, decision = :decision,
                            decided_by = :by, decided_at = :at, version = version + 1
                        where request = :request and version = :version and state = 'opinion-given'
                        """)
                        .param("request", request)
                        .param("version", version)
                        .param("accepted", accepted)
                        .param("decision", decision)
                        .param("by", by)
                        .param("at", RequestRows.at(at))
                        .update()
                == 1;
    }

    /** Keeps the sign-off by another person than the one who decided. */
    public boolean signOff(
            String request, int version, LocalDate reviewOn, OptionalInt scheduleVersion, UUID by, Instant at) {
        return sql.sql("""
                        update requests.impact set state = 'signed-off', signed_by = :by, signed_at = :at, review_on = :review,
                            schedule_version = :scheduleVersion, version = version + 1
                        where request = :request and version = :version and state = 'decided' and decided_by <> :by
                        """)
                        .param("request", request)
                        .param("version", version)
                        .param("review", reviewOn)
                        .param("scheduleVersion", scheduleVersion.isPresent() ? scheduleVersion.getAsInt() : null)
                        .param("by", by)
                        .param("at", RequestRows.at(at))
                        .update()
                == 1;
    }

    /** Opens it again; opinion, decision and sign-off have to be given anew. */
    public boolean review(String request, int version) {
        return sql.sql("""
                        update requests.impact set state = 'being-written', opinion = '', opinion_by = null, opinion_at = null,
                            accepted = null, decision = '', decided_by = null, decided_at = null, signed_by = null,
                            signed_at = null, schedule_version = null, version = version + 1
                        where request = :request and version = :version and state = 'signed-off'
                        """).param("request", request).param("version", version).update() == 1;
    }

    /** Ties it to the schedule that came of the request, in its first version; nothing happens where there is none. */
    public void tie(String request, String schedule) {
        sql.sql("""
                        update requests.impact set schedule = :schedule,
                            schedule_version = case when signed_at is null then null else 1 end
                        where request = :request
                        """).param("request", request).param("schedule", schedule).update();
    }

    /** Adds a risk, or writes one anew. */
    public void put(String request, Impact.Risk risk) {
        sql.sql("""
                        insert into requests.impact_risk (id, request, source, harm, likelihood, severity, measure,
                            residual_likelihood, residual_severity, number)
                        values (:id, :request, :source, :harm, :likelihood, :severity, :measure, :residualLikelihood,
                            :residualSeverity,
                            (select coalesce(max(number), 0) + 1 from requests.impact_risk where request = :request))
                        on conflict (id) do update set source = :source, harm = :harm, likelihood = :likelihood,
                            severity = :severity, measure = :measure, residual_likelihood = :residualLikelihood,
                            residual_severity = :residualSeverity
                        """)
                .param("id", risk.id())
                .param("request", request)
                .param("source", risk.source())
                .param("harm", risk.harm())
                .param("likelihood", risk.likelihood())
                .param("severity", risk.severity())
                .param("measure", risk.measure())
                .param(
                        "residualLikelihood",
                        risk.residual().map(Impact.Weight::likelihood).orElse(null))
                .param(
                        "residualSeverity",
                        risk.residual().map(Impact.Weight::severity).orElse(null))
                .update();
    }

    /** Takes a risk out. */
    public void remove(String request, UUID risk) {
        sql.sql("delete from requests.impact_risk where request = :request and id = :id")
                .param("request", request)
                .param("id", risk)
                .update();
    }

    private List<Impact.Risk> risks(String request) {
        return sql.sql("select * from requests.impact_risk where request = :request order by number, id")
                .param("request", request)
                .query(ImpactRows::risk)
                .list();
    }

    private static Impact.Risk risk(ResultSet row, int number) throws SQLException {
        int likelihood = row.getInt("residual_likelihood");
        int severity = row.getInt("residual_severity");
        return new Impact.Risk(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("harm"),
                row.getInt("likelihood"),
                row.getInt("severity"),
                row.getString("measure"),
                likelihood == 0 || severity == 0
                        ? Optional.empty()
                        : Optional.of(new Impact.Weight(likelihood, severity)));
    }

    private Impact impact(ResultSet row, int number) throws SQLException {
        int scheduleVersion = row.getInt("schedule_version");
        Object accepted = row.getObject("accepted");
        return new Impact(
                row.getString("request"),
                Optional.ofNullable(row.getString("schedule")),
                scheduleVersion == 0 ? OptionalInt.empty() : OptionalInt.of(scheduleVersion),
                RequestRows.texts(row.getArray("screening")).stream()
                        .map(word -> Word.of(ScreeningQuestion.class, word).orElseThrow())
                        .collect(Collectors.toSet()),
                row.getString("screening_reason"),
                row.getString("description"),
                row.getString("necessity"),
                row.getString("consultation"),
                Word.of(ImpactState.class, row.getString("state")).orElseThrow(),
                row.getString("opinion"),
                Optional.ofNullable((Boolean) accepted),
                row.getString("decision"),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)),
                Optional.ofNullable(row.getObject("signed_by", UUID.class)),
                RequestRows.perhaps(row, "signed_at").map(WorkingDays::day),
                Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                risks(row.getString("request")),
                row.getInt("version"));
    }
}
