package org.concordat.server.auditlog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The events that whoever acts may read: an auditor all; those who answer for an organisation what concerns it; everybody else
 * what they did themselves. The database has the same rule again, as a second wall.
 */
@Service
@Transactional(readOnly = true)
public class Events {
    /** Where days begin. */
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;

    Events(JdbcClient sql) {
        this.sql = sql;
    }

    /** More are neither counted nor listed: whoever looks for something narrows the search. */
    public static final int MOST_LISTED = 10_000;

    /**
     * Some of them.
     *
     * @param oldestFirst else newest first
     * @param offset how many to leave out
     */
    public List<KeptEvent> search(EventSearch search, boolean oldestFirst, long offset, int most) {
        Map<String, Object> values = new HashMap<>();
        String where = where(search, values);
        return sql.sql("select * from auditlog.event where " + where + " order by number "
                        + (oldestFirst ? "asc" : "desc") + " offset :offset limit :most")
                .params(values)
                .param("offset", offset)
                .param("most", Math.min(most, MOST_LISTED))
                .query((row, _) -> event(row))
                .list();
    }

    /** How many there are; {@value #MOST_LISTED} where there are more. */
    public int count(EventSearch search) {
        Map<String, Object> values = new HashMap<>();
        String where = where(search, values);
        return sql.sql("select count(*) from (select from auditlog.event where " + where + " limit :most) as listed")
                .params(values)
                .param("most", MOST_LISTED)
                .query(Integer.class)
                .single();
    }

    private String where(EventSearch search, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(seen(Acting.current(), values));
        search.from().ifPresent(day -> and(where, values, "at >= :from", "from", beginning(day)));
        search.to().ifPresent(day -> and(where, values, "at < :to", "to", beginning(day.plusDays(1))));
        search.kind().ifPresent(kind -> and(where, values, "kind = :kind", "kind", kind));
        search.organisation()
                .ifPresent(code ->
                        and(where, values, "organisations @> array[:organisation]::text[]", "organisation", code));
        search.people()
                .ifPresent(
                        people -> and(where, values, "person = any (:people)", "people", people.toArray(UUID[]::new)));
        search.thing().ifPresent(thing -> and(where, values, "about_id = :thing", "thing", thing));
        return where.toString();
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        values.put(name, value);
    }

    private OffsetDateTime beginning(LocalDate day) {
        return day.atStartOfDay(HERE).toOffsetDateTime();
    }

    /** The first wall: which rows whoever acts may ask for. */
    private static String seen(Actor actor, Map<String, Object> values) {
        return switch (actor) {
            case Actor.Server _ -> "true";
            case Actor.InRole inRole -> "practice = " + inRole.practice() + " and " + seen(inRole, values);
            case Actor.Undecided undecided -> {
                values.put("self", undecided.person());
                yield "not practice and person = :self and organisation is null";
            }
            case Actor.Client _, Actor.Nobody _ -> "false";
        };
    }

    private static String seen(Actor.InRole actor, Map<String, Object> values) {
        values.put("own", actor.organisation());
        return switch (actor.role()) {
            case AUDITOR -> "cast(:own as text) is not null";
            case INFORMATION_GOVERNANCE_OFFICER, ORGANISATION_ADMINISTRATOR, INFORMATION_SHARING_OFFICER ->
                "organisations @> array[:own]::text[]";
            case PARTNERSHIP_ADMINISTRATOR,
                    CALDICOTT_GUARDIAN,
                    DATA_STEWARD,
                    ANALYST,
                    PRACTITIONER,
                    CASE_COORDINATOR,
                    RIGHTS_OFFICER,
                    EXECUTIVE_SIGNATORY,
                    ELECTED_MEMBER,
                    LAY_ASSESSOR -> {
                values.put("self", actor.person());
                yield "person = :self and (organisation is null or organisation = :own)";
            }
        };
    }

    /** Whether somebody in this role reads what others did. */
    public static boolean readsOthers(Role role) {
        return switch (role) {
            case AUDITOR, INFORMATION_GOVERNANCE_OFFICER, ORGANISATION_ADMINISTRATOR, INFORMATION_SHARING_OFFICER ->
                true;
            case PARTNERSHIP_ADMINISTRATOR,
                    CALDICOTT_GUARDIAN,
                    DATA_STEWARD,
                    ANALYST,
                    PRACTITIONER,
                    CASE_COORDINATOR,
                    RIGHTS_OFFICER,
                    EXECUTIVE_SIGNATORY,
                    ELECTED_MEMBER,
                    LAY_ASSESSOR -> false;
        };
    }

    /** One, if whoever acts may read it. */
    public Optional<KeptEvent> event(UUID id) {
        Map<String, Object> values = new HashMap<>();
        String seen = seen(Acting.current(), values);
        return sql.sql("select * from auditlog.event where id = :id and " + seen)
                .params(values)
                .param("id", id)
                .query((row, _) -> event(row))
                .optional();
    }

    /** Where in the ledger an event is, in order; none while its entries wait. */
    public List<Long> places(UUID event) {
        return sql.sql("select place from auditlog.event_place where event = ? order by place")
                .param(event)
                .query(Long.class)
                .list();
    }

    private static KeptEvent event(ResultSet row) throws SQLException {
        return new KeptEvent(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getString("kind"),
                row.getBoolean("reading"),
                row.getBoolean("practice"),
                by(row),
                new TreeSet<>(texts(row.getArray("organisations"))),
                text(row, "about_type")
                        .map(type ->
                                new AuditEvent.About(type, text(row, "about_id").orElseThrow())),
                details(row.getString("details")),
                row.getBytes("salt"));
    }

    private static KeptEvent.By by(ResultSet row) throws SQLException {
        return new KeptEvent.By(
                row.getString("actor"),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                Optional.ofNullable(row.getObject("assignment", UUID.class)),
                Optional.ofNullable(row.getObject("client", UUID.class)),
                text(row, "task"),
                text(row, "organisation"),
                text(row, "team"),
                text(row, "role"));
    }

    private static Optional<String> text(ResultSet row, String column) {
        try {
            return Optional.ofNullable(row.getString(column));
        } catch (SQLException trouble) {
            throw new IllegalStateException("the table of events has a column " + column, trouble);
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String.class::cast)
                .toList();
    }

    private static SortedMap<String, String> details(String json) {
        SortedMap<String, String> details = new TreeMap<>();
        if (CanonicalJson.read(json.getBytes(UTF_8)) instanceof Map<?, ?> read) {
            read.forEach((name, value) -> details.put((String) name, word(value)));
        }
        return details;
    }

    private static String word(@Nullable Object value) {
        return String.valueOf(value);
    }
}
