package org.concordat.server.requests.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.requests.Comment;
import org.concordat.server.requests.CommentPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages for public comment, and the comments. */
@Repository
public class CommentRows {

    private static final String PAGES = "select code, request, title, about, closes_on from requests.comment_page ";

    private final JdbcClient sql;

    CommentRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Opens a page. */
    public void open(CommentPage page, UUID by, Instant at) {
        sql.sql("""
                        insert into requests.comment_page (code, request, title, about, closes_on, opened_by, opened_at)
                        values (:code, :request, :title, :about, :closesOn, :by, :at)
                        """)
                .param("code", page.code())
                .param("request", page.request())
                .param("title", page.title())
                .param("about", page.about())
                .param("closesOn", page.closesOn())
                .param("by", by)
                .param("at", RequestRows.at(at))
                .update();
    }

    /** The page of that code. */
    public Optional<CommentPage> page(String code) {
        return sql.sql(PAGES + "where code = :code")
                .param("code", code)
                .query(CommentRows::page)
                .optional();
    }

    /** The page of a request. */
    public Optional<CommentPage> pageOf(String request) {
        return sql.sql(PAGES + "where request = :request")
                .param("request", request)
                .query(CommentRows::page)
                .optional();
    }

    /** Keeps a comment, not shown yet. */
    public void add(String page, String text, Instant at) {
        sql.sql("insert into requests.comment (id, page, text, at, state) values (:id, :page, :text, :at, 'waiting')")
                .param("id", UUID.randomUUID())
                .param("page", page)
                .param("text", text)
                .param("at", RequestRows.at(at))
                .update();
    }

    /** How many comments a page got since a moment. */
    public int since(String page, Instant moment) {
        return sql.sql("select count(*) from requests.comment where page = :page and at >= :moment")
                .param("page", page)
                .param("moment", RequestRows.at(moment))
                .query(Integer.class)
                .single();
    }

    /** The comments of a page, the latest first; at most five hundred. */
    public List<Comment> comments(String page) {
        return sql.sql("select * from requests.comment where page = :page order by at desc, id limit 500")
                .param("page", page)
                .query((row, number) -> new Comment(
                        row.getObject("id", UUID.class),
                        row.getString("text"),
                        RequestRows.instant(row, "at"),
                        Word.of(Comment.State.class, row.getString("state")).orElseThrow()))
                .list();
    }

    /** Shows or hides one; false when there is none such that whoever acts may moderate. */
    public boolean moderate(String page, UUID comment, Comment.State state, UUID by, Instant at) {
        return sql.sql("""
                        update requests.comment set state = :state, seen_by = :by, seen_at = :at
                        where page = :page and id = :id
                        """)
                        .param("page", page)
                        .param("id", comment)
                        .param("state", state.word())
                        .param("by", by)
                        .param("at", RequestRows.at(at))
                        .update()
                == 1;
    }

    private static CommentPage page(ResultSet row, int number) throws SQLException {
        return new CommentPage(
                row.getString("code"),
                row.getString("request"),
                row.getString("title"),
                row.getString("about"),
                row.getObject("closes_on", LocalDate.class));
    }
}
