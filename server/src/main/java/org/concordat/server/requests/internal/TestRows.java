package org.concordat.server.requests.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.requests.TestQuestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers to the four-step test. */
@Repository
public class TestRows {

    private final JdbcClient sql;

    TestRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What was answered so far. */
    public Map<TestQuestion, String> answers(String request) {
        var answers = new EnumMap<TestQuestion, String>(TestQuestion.class);
        sql.sql("select question, answer from requests.test_answer where request = :request")
                .param("request", request)
                .query((row, number) -> Map.entry(
                        Word.of(TestQuestion.class, row.getString("question")).orElseThrow(), row.getString("answer")))
                .list()
                .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        return answers;
    }

    /** Counts changes; 0 before the first answer. */
    public int version(String request) {
        return sql.sql("select coalesce((select version from requests.test where request = :request), 0)")
                .param("request", request)
                .query(Integer.class)
                .single();
    }

    /** Claims the next version for a change; false when somebody else changed it since {@code version}. */
    public boolean claim(String request, int version, Optional<UUID> by, Instant at) {
        if (version == 0) {
            return sql.sql("""
                            insert into requests.test (request, changed_at, changed_by) values (:request, :at, :by)
                            on conflict (request) do nothing
                            """)
                            .param("request", request)
                            .param("at", RequestRows.at(at))
                            .param("by", by.orElse(null))
                            .update()
                    == 1;
        }
        return sql.sql("""
                        update requests.test set version = version + 1, changed_at = :at, changed_by = :by
                        where request = :request and version = :version
                        """)
                        .param("request", request)
                        .param("version", version)
                        .param("at", RequestRows.at(at))
                        .param("by", by.orElse(null))
                        .update()
                == 1;
    }

    /** Writes one answer in place of an earlier one; an empty one takes it back. */
    public void answer(String request, TestQuestion question, String answer) {
        if (answer.isEmpty()) {
            sql.sql("delete from requests.test_answer where request = :request and question = :question")
                    .param("request", request)
                    .param("question", question.word())
                    .update();
        } else {
            sql.sql("""
                            insert into requests.test_answer (request, question, answer) values (:request, :question, :answer)
                            on conflict (request, question) do update set answer = :answer
                            """)
                    .param("request", request)
                    .param("question", question.word())
                    .param("answer", answer)
                    .update();
        }
    }
}
