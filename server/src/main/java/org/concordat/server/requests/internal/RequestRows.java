package org.concordat.server.requests.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Need;
import org.concordat.server.requests.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests. */
@Repository
public class RequestRows {

    private static final int EVERYTHING = 10_000;

    private final JdbcClient sql;

    RequestRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** A code that was never given out. */
    public String nextCode() {
        return "RQ-"
                + sql.sql("select nextval('requests.request_number')")
                        .query(Long.class)
                        .single();
    }

    /** Adds one. */
    public void add(DataRequest request) {
        values(sql.sql("""
                        insert into requests.request (code, title, purpose, aim, people, places, datasets, fields, data_in_words,
                            form, benefit, supplier_gain, supplier_hours, otherwise, needed_by, sponsor, asking, supplying,
                            state, since, due_on, practice, made_by, made_at)
                        values (:code, :title, :purpose, :aim, :people, :places, string_to_array(:datasets, ','),
                            string_to_array(:fields, ','), :dataInWords, :form, :benefit, :supplierGain, :supplierHours,
                            :otherwise, :neededBy, :sponsor, :asking, :supplying, :state, :since, :dueOn, :practice, :by, :at)
                        """), request.need())
                .param("code", request.code())
                .param("asking", request.asking())
                .param("supplying", request.supplying())
                .param("state", request.state().word())
                .param("since", at(request.since()))
                .param("dueOn", request.dueOn().orElse(null))
                .param("practice", request.practice())
                .param("by", request.madeBy().orElse(null))
                .param("at", at(request.madeAt()))
                .update();
    }

    /** Writes what is needed, and of whom; false when somebody changed the request since {@code version}. */
    public boolean change(String code, int version, Need need, String supplying) {
        return values(sql.sql("""
                        update requests.request set title = :title, purpose = :purpose, aim = :aim, people = :people,
                            places = :places, datasets = string_to_array(:datasets, ','),
                            fields = string_to_array(:fields, ','), data_in_words = :dataInWords, form = :form,
                            benefit = :benefit, supplier_gain = :supplierGain, supplier_hours = :supplierHours,
                            otherwise = :otherwise, needed_by = :neededBy, sponsor = :sponsor, supplying = :supplying,
                            version = version + 1
                        where code = :code and version = :version
                        """), need)
                        .param("code", code)
                        .param("version", version)
                        .param("supplying", supplying)
                        .update()
                == 1;
    }

    /** Writes how it stands now; false when somebody changed the request since {@code version}. */
    public boolean move(String code, int version, RequestState to, Instant now, Optional<LocalDate> dueOn) {
        return sql.sql("""
                        update requests.request set state = :state, since = :now, due_on = :dueOn, version = version + 1,
                            passed_on_at = case when :state = 'with-supplier' then coalesce(passed_on_at, :now)
                                                else passed_on_at end
                        where code = :code and version = :version
                        """)
                        .param("code", code)
                        .param("version", version)
                        .param("state", to.word())
                        .param("now", at(now))
                        .param("dueOn", dueOn.orElse(null))
                        .update()
                == 1;
    }

    /** The request of that code, if whoever acts may see it. */
    public Optional<DataRequest> find(String code) {
        return sql.sql("select * from requests.request where code = :code")
                .param("code", code)
                .query(RequestRows::request)
                .optional();
    }

    /** One page of those that whoever acts may see. Filters: {@code state}, {@code side}, {@code words}. */
    public Found<DataRequest> page(Listing asked, String organisation) {
        String where = """
                where (:state = '' or state = :state)
                  and (:side = '' or (:side = 'asking' and asking = :organisation)
                       or (:side = 'supplying' and supplying = :organisation))
                  and (:words = '' or position(lower(:words) in lower(title || ' ' || code)) > 0)
                """;
        List<DataRequest> rows = filtered(
                        "select * from requests.request " + where + " order by " + asked.orderBy()
                                + ", code limit :size offset :offset",
                        asked,
                        organisation)
                .param("size", asked.csv() ? EVERYTHING : asked.size())
                .param("offset", asked.csv() ? 0 : asked.offset())
                .query(RequestRows::request)
                .list();
        long total = filtered("select count(*) from requests.request " + where, asked, organisation)
                .query(Long.class)
                .single();
        return asked.found(rows, total);
    }

    /** Requests in one of these states in which an organisation has a part, those due first coming first; at most a hundred. */
    public List<DataRequest> inState(RequestState state, String organisation) {
        return sql.sql("""
                        select * from requests.request
                        where state = :state and :organisation in (asking, supplying)
                        order by due_on nulls last, code limit 100
                        """)
                .param("state", state.word())
                .param("organisation", organisation)
                .query(RequestRows::request)
                .list();
    }

    /** Requests that have stood in a state since before a moment. */
    public List<DataRequest> standingSince(RequestState state, Instant before) {
        return sql.sql("select * from requests.request where state = :state and since < :before order by code")
                .param("state", state.word())
                .param("before", at(before))
                .query(RequestRows::request)
                .list();
    }

    private JdbcClient.StatementSpec filtered(String statement, Listing asked, String organisation) {
        return sql.sql(statement)
                .param("state", asked.filterText("state"))
                .param("side", asked.filterText("side"))
                .param("words", asked.filterText("words"))
                .param("organisation", organisation);
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, Need need) {
        return statement
                .param("title", need.title())
                .param("purpose", need.purpose().orElse(""))
                .param("aim", need.aim())
                .param("people", need.people())
                .param("places", need.places())
                .param("datasets", String.join(",", need.datasets()))
                .param("fields", String.join(",", need.fields()))
                .param("dataInWords", need.dataInWords())
                .param("form", need.form().map(SharingForm::word).orElse(""))
                .param("benefit", need.benefit())
                .param("supplierGain", need.supplierGain())
                .param("supplierHours", boxed(need.supplierHours()))
                .param("otherwise", need.otherwise())
                .param("neededBy", need.neededBy().orElse(null))
                .param("sponsor", need.sponsor());
    }

    private static DataRequest request(ResultSet row, int number) throws SQLException {
        return new DataRequest(
                row.getString("code"),
                need(row),
                row.getString("asking"),
                row.getString("supplying"),
                Word.of(RequestState.class, row.getString("state")).orElseThrow(),
                instant(row, "since"),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                row.getObject("passed_on_at") != null,
                row.getBoolean("practice"),
                Optional.ofNullable(row.getObject("made_by", UUID.class)),
                instant(row, "made_at"),
                row.getInt("version"));
    }

    private static Need need(ResultSet row) throws SQLException {
        int hours = row.getInt("supplier_hours");
        OptionalInt supplierHours = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(hours);
        return new Need(
                row.getString("title"),
                Optional.of(row.getString("purpose")).filter(purpose -> !purpose.isEmpty()),
                row.getString("aim"),
                row.getString("people"),
                row.getString("places"),
                texts(row.getArray("datasets")),
                texts(row.getArray("fields")),
                row.getString("data_in_words"),
                Word.of(SharingForm.class, row.getString("form")),
                row.getString("benefit"),
                row.getString("supplier_gain"),
                supplierHours,
                row.getString("otherwise"),
                Optional.ofNullable(row.getObject("needed_by", LocalDate.class)),
                row.getString("sponsor"));
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> perhaps(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
