package org.concordat.server.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * That an officer read a provision of the law pack and found it in force. Without it most provisions permit nothing, since the
 * pack was written from the statutes as they were enacted.
 */
@Service
@Transactional
public class LawReadings {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;
    private final LawPack law;
    private final AuditLog audit;
    private final Clock clock;

    LawReadings(JdbcClient sql, LawPack law, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.law = law;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One.
     *
     * @param fingerprint of the row as it was read; a row that changed since is not read any more
     */
    public record LawReading(
            String code,
            String row,
            String fingerprint,
            UUID officer,
            String organisation,
            String source,
            LocalDate on,
            Optional<LocalDate> withdrawnOn) {}

    /** All that count, latest first. */
    @Transactional(readOnly = true)
    public List<LawReading> all() {
        return sql.sql("select * from agreements.reading where withdrawn_on is null order by on_day desc, code")
                .query(LawReadings::reading)
                .list();
    }

    /**
     * Records that the officer who acts has read a row as it stands today.
     *
     * @param source where the text was read
     */
    public void record(LawRow row, String source) {
        Actor.InRole officer = Acting.inRole();
        int earlier = sql.sql("select count(*) from agreements.reading where law_row = :row")
                .param("row", row.id())
                .query(Integer.class)
                .single();
        String code =
                "reading-of-" + row.id() + "-" + (char) ('a' + earlier % 26) + (earlier / 26 == 0 ? "" : earlier / 26);
        sql.sql("""
                        insert into agreements.reading (code, law_row, fingerprint, officer, organisation, source, on_day)
                        values (:code, :row, :fingerprint, :officer, :organisation, :source, :today)
                        """)
                .param("code", code)
                .param("row", row.id())
                .param("fingerprint", row.fingerprint())
                .param("officer", officer.person())
                .param("organisation", officer.organisation())
                .param("source", source)
                .param("today", today())
                .update();
        audit.record(AuditEvent.of(AgreementsAudit.LAW_READ).about("law-row", row.id()));
    }

    /** Takes a reading back: from now on the row counts as not read. */
    public boolean withdraw(String code) {
        int withdrawn = sql.sql(
                        "update agreements.reading set withdrawn_on = :today where code = :code and withdrawn_on is null")
                .param("code", code)
                .param("today", today())
                .update();
        if (withdrawn == 1) {
            audit.record(AuditEvent.of(AgreementsAudit.LAW_READING_WITHDRAWN).about("reading", code));
        }
        return withdrawn == 1;
    }

    /** The rows of the law pack, for whoever reads them. */
    public LawPack law() {
        return law;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }

    private static LawReading reading(ResultSet row, int number) throws SQLException {
        return new LawReading(
                row.getString("code"),
                row.getString("law_row"),
                row.getString("fingerprint"),
                row.getObject("officer", UUID.class),
                row.getString("organisation"),
                row.getString("source"),
                row.getObject("on_day", LocalDate.class),
                Optional.ofNullable(row.getObject("withdrawn_on", LocalDate.class)));
    }
}
