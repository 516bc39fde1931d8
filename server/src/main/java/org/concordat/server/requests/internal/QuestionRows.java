package org.concordat.server.requests.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.server.requests.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The library of questions and answers. */
@Repository
public class QuestionRows {

    private final JdbcClient sql;

    QuestionRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which version of the content is there. */
    public Optional<String> version() {
        return sql.sql("select version from requests.question_content")
                .query(String.class)
                .optional();
    }

    /** Puts another version of the content in the place of what is there. */
    public void replace(String version, List<Question> questions) {
        sql.sql("delete from requests.question").update();
        int place = 0;
        for (Question question : questions) {
            sql.sql("""
                            insert into requests.question (code, place, question, answer, rules, kinds, services, is_myth)
                            values (:code, :place, :question, :answer, string_to_array(:rules, ','),
                                string_to_array(:kinds, ','), string_to_array(:services, ','), :isMyth)
                            """)
                    .param("code", question.code())
                    .param("place", place++)
                    .param("question", question.question())
                    .param("answer", question.answer())
                    .param("rules", String.join(",", question.rules()))
                    .param("kinds", String.join(",", question.kinds()))
                    .param("services", String.join(",", question.services()))
                    .param("isMyth", question.isMyth())
                    .update();
        }
        sql.sql("""
                        insert into requests.question_content (version) values (:version)
                        on conflict (only_one) do update set version = :version
                        """).param("version", version).update();
    }

    /**
     * Those that hold the words, the best first; all, in their own order, where no word is given.
     *
     * @param kind of data; empty for all
     * @param service empty for all
     */
    public List<Question> search(String words, String kind, String service) {
        return sql.sql("""
                        select * from requests.question
                        where (:words = '' or words @@ websearch_to_tsquery('english', :words))
                          and (:kind = '' or kinds = '{}' or :kind = any (kinds))
                          and (:service = '' or services = '{}' or :service = any (services))
                        order by case when :words = '' then 0
                                      else -ts_rank(words, websearch_to_tsquery('english', :words)) end, place
                        """)
                .param("words", words)
                .param("kind", kind)
                .param("service", service)
                .query(QuestionRows::question)
                .list();
    }

    /** Those tied to any of these rules, in their own order; at most five. */
    public List<Question> about(Set<String> rules) {
        return sql.sql("""
                        select * from requests.question where rules && string_to_array(:rules, ',')
                        order by not is_myth, place limit 5
                        """)
                .param("rules", String.join(",", rules))
                .query(QuestionRows::question)
                .list();
    }

    /** The one of that code. */
    public Optional<Question> find(String code) {
        return sql.sql("select * from requests.question where code = :code")
                .param("code", code)
                .query(QuestionRows::question)
                .optional();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getString("code"),
                row.getString("question"),
                row.getString("answer"),
                RequestRows.texts(row.getArray("rules")),
                RequestRows.texts(row.getArray("kinds")),
                RequestRows.texts(row.getArray("services")),
                row.getBoolean("is_myth"));
    }
}
