package org.concordat.server.requests.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.requests.Message;
import org.concordat.server.requests.RequestState;
import org.concordat.server.requests.RequestStep;
import org.concordat.server.requests.StepTaken;
import org.concordat.server.requests.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to requests: steps, messages, decisions. */
@Repository
public class HistoryRows {

    private final JdbcClient sql;

    HistoryRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a step. */
    public void add(String request, StepTaken step) {
        sql.sql("""
                        insert into requests.step (id, request, step, from_state, to_state, at, by_person, organisation, reason)
                        values (:id, :request, :step, :from, :to, :at, :by, :organisation, :reason)
                        """)
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("step", step.step().word())
                .param("from", step.from().word())
                .param("to", step.to().word())
                .param("at", RequestRows.at(step.at()))
                .param("by", step.by().orElse(null))
                .param("organisation", step.organisation().orElse(null))
                .param("reason", step.reason())
                .update();
    }

    /** The steps of a request, the latest first. */
    public List<StepTaken> steps(String request) {
        return sql.sql("select * from requests.step where request = :request order by at desc, id")
                .param("request", request)
                .query(HistoryRows::step)
                .list();
    }

    /** Keeps a message. */
    public void add(String request, Message message) {
        sql.sql("""
                        insert into requests.message (id, request, at, by_person, organisation, answers, text)
                        values (:id, :request, :at, :by, :organisation, :answers, :text)
                        """)
                .param("id", message.id())
                .param("request", request)
                .param("at", RequestRows.at(message.at()))
                .param("by", message.by())
                .param("organisation", message.organisation())
                .param("answers", message.answers().orElse(null))
                .param("text", message.text())
                .update();
    }

    /** The messages of a request, the earliest first. */
    public List<Message> messages(String request) {
        return sql.sql("select * from requests.message where request = :request order by at, id")
                .param("request", request)
                .query(HistoryRows::message)
                .list();
    }

    /** Keeps a decision. */
    public void add(String request, Verdict verdict) {
        sql.sql("""
                        insert into requests.decision (request, outcome, reasons, changes, look_again, schedule, draft,
                            draft_problems, by_person, by_role, organisation, at)
                        values (:request, :outcome, :reasons, :changes, :lookAgain, :schedule, :draft, :problems, :by,
                            :role, :organisation, :at)
                        """)
                .param("request", request)
                .param("outcome", verdict.outcome().word())
                .param("reasons", verdict.reasons())
                .param("changes", verdict.changes())
                .param("lookAgain", verdict.lookAgain().orElse(null))
                .param("schedule", verdict.schedule().orElse(null))
                .param("draft", verdict.draft())
                .param("problems", verdict.draftProblems())
                .param("by", verdict.by())
                .param("role", verdict.role().word())
                .param("organisation", verdict.organisation())
                .param("at", RequestRows.at(verdict.at()))
                .update();
    }

    /** Takes the decision of "not now" away, because the request was taken up again; its step and reasons stay in the history. */
    public void takeUpAgain(String request) {
        sql.sql("delete from requests.decision where request = :request and outcome = 'not-now'")
                .param("request", request)
                .update();
    }

    /** How a request was decided, if it was. */
    public Optional<Verdict> verdict(String request) {
        return sql.sql("select * from requests.decision where request = :request")
                .param("request", request)
                .query(HistoryRows::verdict)
                .optional();
    }

    private static StepTaken step(ResultSet row, int number) throws SQLException {
        return new StepTaken(
                Word.of(RequestStep.class, row.getString("step")).orElseThrow(),
                Word.of(RequestState.class, row.getString("from_state")).orElseThrow(),
                Word.of(RequestState.class, row.getString("to_state")).orElseThrow(),
                RequestRows.instant(row, "at"),
                Optional.ofNullable(row.getObject("by_person", UUID.class)),
                Optional.ofNullable(row.getString("organisation")),
                row.getString("reason"));
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                RequestRows.instant(row, "at"),
                row.getObject("by_person", UUID.class),
                row.getString("organisation"),
                Optional.ofNullable(row.getObject("answers", UUID.class)),
                row.getString("text"));
    }

    private static Verdict verdict(ResultSet row, int number) throws SQLException {
        return new Verdict(
                Word.of(RequestState.class, row.getString("outcome")).orElseThrow(),
                row.getString("reasons"),
                row.getString("changes"),
                Optional.ofNullable(row.getObject("look_again", LocalDate.class)),
                Optional.ofNullable(row.getString("schedule")),
                row.getString("draft"),
                row.getString("draft_problems"),
                row.getObject("by_person", UUID.class),
                Word.of(Role.class, row.getString("by_role")).orElseThrow(),
                row.getString("organisation"),
                RequestRows.instant(row, "at"));
    }
}
