package org.concordat.server.agreements.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.agreements.Signing;
import org.concordat.server.agreements.AgreementsAudit;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.rows.Apart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs for an organisation, and with which key: whoever holds the role of executive signatory there, in the office under
 * which their organisation named them.
 */
@Service
public class Signatories {

    /** What a file of the agreement folder takes as an id. */
    private static final int LONGEST_ID = 64;

    private final JdbcClient sql;
    private final SignatoryKeys keys;
    private final AuditLog audit;
    private final Apart apart;
    private final java.time.Clock clock;

    Signatories(JdbcClient sql, SignatoryKeys keys, AuditLog audit, Apart apart, java.time.Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.audit = audit;
        this.apart = apart;
        this.clock = clock;
    }

    /** Somebody who signs; {@code code} is what files call them. */
    public record Signatory(String code, String organisation, UUID person, String office) {}

    /** The person as a signatory of the organisation on a day, if they are one and still hold the role. */
    @Transactional(readOnly = true)
    public Optional<Signatory> of(String organisation, UUID person, LocalDate day) {
        return sql.sql("""
                        select s.* from agreements.signatory s
                        where s.organisation = :organisation and s.person = :person
                            and s.starts_on <= :day and (s.ends_on is null or s.ends_on >= :day)
                            and exists (select from parties.assignment a where a.person = s.person
                                and a.organisation = s.organisation and a.role = :role and a.ended_at is null)
                        """)
                .param("organisation", organisation)
                .param("person", person)
                .param("day", day)
                .param("role", Role.EXECUTIVE_SIGNATORY.word())
                .query((row, number) -> new Signatory(
                        row.getString("code"),
                        row.getString("organisation"),
                        row.getObject("person", UUID.class),
                        row.getString("office")))
                .optional();
    }

    /** Those of an organisation, with their offices. */
    @Transactional(readOnly = true)
    public List<Signatory> all(String organisation) {
        return sql.sql(
                        "select * from agreements.signatory where organisation = :organisation and ends_on is null order by code")
                .param("organisation", organisation)
                .query((row, number) -> new Signatory(
                        row.getString("code"),
                        row.getString("organisation"),
                        row.getObject("person", UUID.class),
                        row.getString("office")))
                .list();
    }

    /**
     * Names a person as signatory in an office, from a day on. The caller has made sure that the organisation's own
     * administrator asks for it.
     */
    public void name(String organisation, UUID person, String office, LocalDate from) {
        apart.asServer("name-signatory", () -> {
            nameHere(organisation, person, office, from);
            return true;
        });
    }

    /** The same within the caller's transaction, which is the server's. */
    @Transactional
    public void nameHere(String organisation, UUID person, String office, LocalDate from) {
        String ending = "-signatory-" + letters(person);
        String code = shortened(organisation, LONGEST_ID - ending.length()) + ending;
        sql.sql("""
                            insert into agreements.signatory (code, organisation, person, office, public_key, starts_on)
                            values (:code, :organisation, :person, :office, :key, :from)
                            on conflict (organisation, person) do update set office = :office, ends_on = null
                            """)
                .param("code", code)
                .param("organisation", organisation)
                .param("person", person)
                .param("office", office)
                .param("key", keys.publicKey(organisation, person))
                .param("from", from)
                .update();
        audit.record(AuditEvent.of(AgreementsAudit.SIGNATORY_NAMED)
                .about("person", person.toString())
                .concerning(organisation));
    }

    /** Ends a signatory's authority today. What they signed before still counts. The caller has made sure as for {@link #name}. */
    public boolean end(Signatory signatory, LocalDate lastDay) {
        return apart.asServer("end-signatory", () -> {
            int ended = sql.sql("update agreements.signatory set ends_on = :day where code = :code and ends_on is null")
                    .param("day", lastDay)
                    .param("code", signatory.code())
                    .update();
            if (ended == 1) {
                audit.record(AuditEvent.of(AgreementsAudit.SIGNATORY_ENDED)
                        .about("person", signatory.person().toString())
                        .concerning(signatory.organisation()));
            }
            return ended == 1;
        });
    }

    /** Makes and keeps the signature of what has that fingerprint, within the caller's transaction. */
    public void sign(String signed, String fingerprint, Signatory who, LocalDate day) {
        String ending = "-" + letters(who.person()) + "-" + fingerprint.substring(0, 12);
        String id = shortened("signature-" + signed, LONGEST_ID - ending.length()) + ending;
        String text = Signing.sign(
                id,
                signed,
                fingerprint,
                who.organisation(),
                who.code(),
                day,
                keys.privateKey(who.organisation(), who.person()));
        sql.sql("""
                        insert into agreements.signature (id, signed, organisation, person, text, at)
                        values (:id, :signed, :organisation, :person, :text, :at)
                        """)
                .param("id", id)
                .param("signed", signed)
                .param("organisation", who.organisation())
                .param("person", who.person())
                .param("text", text)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The letters at its end tell an id from others; what stands before them is for people. */
    private static String shortened(String beginning, int longest) {
        return beginning.length() > longest ? beginning.substring(0, longest).replaceAll("[-.]+$", "") : beginning;
    }

    /** Eight letters that tell a person from others and look like no number of anybody's. */
    private static String letters(UUID person) {
        var letters = new StringBuilder();
        long rest = person.getMostSignificantBits();
        for (int i = 0; i < 8; i++) {
            letters.append((char) ('a' + Math.floorMod(rest, 26)));
            rest = Math.floorDiv(rest, 26);
        }
        return letters.toString();
    }
}
