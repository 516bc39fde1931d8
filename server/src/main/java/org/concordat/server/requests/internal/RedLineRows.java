package org.concordat.server.requests.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.requests.RedLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The red lines of requests. */
@Repository
public class RedLineRows {

    private final JdbcClient sql;

    RedLineRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many stop a request. */
    public int open(String request) {
        return sql.sql("select count(*) from requests.red_line where request = :request and lifted_at is null")
                .param("request", request)
                .query(Integer.class)
                .single();
    }

    /** Those of a request, in the order in which they were drawn. */
    public List<RedLine> of(String request) {
        return sql.sql("select * from requests.red_line where request = :request order by drawn_at, id")
                .param("request", request)
                .query(RedLineRows::redLine)
                .list();
    }

    /** Draws one. */
    public void draw(String request, String line, String reason, UUID by, Instant at) {
        sql.sql("""
                        insert into requests.red_line (id, request, line, reason, drawn_by, drawn_at)
                        values (:id, :request, :line, :reason, :by, :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("line", line)
                .param("reason", reason)
                .param("by", by)
                .param("at", RequestRows.at(at))
                .update();
    }

    /** Lifts one that is not lifted yet; false when there is none such that whoever acts may lift. */
    public boolean lift(String request, UUID id, String reasons, UUID by, Instant at) {
        return sql.sql("""
                        update requests.red_line set lifted_by = :by, lifted_at = :at, lifting = :reasons
                        where id = :id and request = :request and lifted_at is null
                        """)
                        .param("id", id)
                        .param("request", request)
                        .param("reasons", reasons)
                        .param("by", by)
                        .param("at", RequestRows.at(at))
                        .update()
                == 1;
    }

    private static RedLine redLine(ResultSet row, int number) throws SQLException {
        return new RedLine(
                row.getObject("id", UUID.class),
                row.getString("line"),
                row.getString("reason"),
                row.getObject("drawn_by", UUID.class),
                RequestRows.instant(row, "drawn_at"),
                RequestRows.perhaps(row, "lifted_at"),
                Optional.of(row.getString("lifting")).filter(text -> !text.isEmpty()));
    }
}
