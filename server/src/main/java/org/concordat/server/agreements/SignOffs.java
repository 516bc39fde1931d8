package org.concordat.server.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.policy.words.Word;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.agreements.internal.Signatories.Signatory;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the parties of a version say to it: signing in any order, or declining with a reason. */
@Service
@Transactional
public class SignOffs {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    /** With fewer there is nobody to share with. */
    private static final int LEAST_FOR_MASS = 2;

    private final JdbcClient sql;
    private final Agreements agreements;
    private final Signatories signatories;
    private final JoinersAgain joiners;
    private final AuditLog audit;
    private final Clock clock;

    SignOffs(
            JdbcClient sql,
            Agreements agreements,
            Signatories signatories,
            JoinersAgain joiners,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.agreements = agreements;
        this.signatories = signatories;
        this.joiners = joiners;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a party stands to a version. */
    public enum State implements Word {
        /** Asked, and silent. */
        AWAITED,
        /** Signed. */
        SIGNED,
        /** Will not sign; the reason stands beside. */
        DECLINED
    }

    /**
     * One party's.
     *
     * @param office of whoever signed or declined
     * @param byLink whether by a link that was sent, rather than signed in
     * @param reason for declining
     */
    public record SignOff(
            String document,
            int number,
            String organisation,
            State state,
            Optional<UUID> person,
            String office,
            boolean byLink,
            String reason,
            Optional<java.time.Instant> at,
            int chasedTimes) {

        /** The reason may be about people. */
        @Override
        public String toString() {
            return "SignOff[" + document + ", " + number + ", " + organisation + ", " + state + "]";
        }
    }

    /** Those of a version, by organisation. */
    @Transactional(readOnly = true)
    public List<SignOff> of(AgreementVersion version) {
        return sql.sql(
                        "select * from agreements.sign_off where document = :code and number = :number order by organisation")
                .param("code", version.code())
                .param("number", version.number())
                .query(SignOffs::signOff)
                .list();
    }

    /** Versions that wait for an organisation's signature. */
    @Transactional(readOnly = true)
    public List<SignOff> awaitedOf(String organisation) {
        return sql.sql("""
                        select s.* from agreements.sign_off s
                        join agreements.version v on v.document = s.document and v.number = s.number
                        where s.organisation = :organisation and s.state = 'awaited'
                            and (v.state = 'out-for-signature' or (v.state = 'in-force' and v.mass))
                        order by v.sent_at limit 100
                        """)
                .param("organisation", organisation)
                .query(SignOffs::signOff)
                .list();
    }

    /** Why something cannot be signed; the name of a message in the area's messages. */
    public enum Hindrance {
        NOT_OUT_FOR_SIGNATURE,
        NO_PARTY,
        ALREADY_SAID,
        NO_SIGNATORY,
        TEXT_CHANGED
    }

    /** What came of signing. */
    public sealed interface Signed {
        /** It is signed; the version as it is now. */
        record Done(AgreementVersion version) implements Signed {}

        /** It is not. */
        record Not(Hindrance hindrance) implements Signed {}
    }

    /**
     * Signs a version for an organisation.
     *
     * @param fingerprint of the text that the signatory saw
     * @param byLink whether by a link that was sent to the person
     */
    public Signed sign(AgreementVersion seen, String organisation, UUID person, String fingerprint, boolean byLink) {
        AgreementVersion version = locked(seen);
        Optional<Signatory> signatory = signatories.of(organisation, person, today());
        Optional<Hindrance> hindrance = hindrance(version, organisation, signatory, fingerprint);
        if (hindrance.isPresent()) {
            return new Signed.Not(hindrance.get());
        }
        Signatory who = signatory.orElseThrow();
        String print = version.fingerprint().orElseThrow();
        int said = sql.sql("""
                        update agreements.sign_off set state = 'signed', person = :person, office = :office, by_link = :byLink, at = :at
                        where document = :code and number = :number and organisation = :organisation and state = 'awaited'
                        """)
                .param("code", version.code())
                .param("number", version.number())
                .param("organisation", organisation)
                .param("person", person)
                .param("office", who.office())
                .param("byLink", byLink)
                .param("at", now())
                .update();
        if (said == 0) {
            return new Signed.Not(Hindrance.ALREADY_SAID);
        }
        signatories.sign(version.code(), print, who, today());
        audit.record(Agreements.event(AgreementsAudit.SIGNED, version.code(), version.number(), List.of(organisation))
                .concerning(version.steward())
                .inLedger(
                        EntryKind.AGREEMENT_SIGNED,
                        Map.of(
                                "agreement",
                                version.code(),
                                "agreementFingerprint",
                                "sha256:" + print,
                                "organisation",
                                organisation,
                                "expires",
                                version.to().toString())));
        takeEffect(version);
        return new Signed.Done(
                agreements.version(version.code(), version.number()).orElseThrow());
    }

    /** Declines to sign, with the reason. */
    public boolean decline(AgreementVersion version, String organisation, UUID person, String office, String reason) {
        int said = sql.sql("""
                        update agreements.sign_off set state = 'declined', person = :person, office = :office, reason = :reason, at = :at
                        where document = :code and number = :number and organisation = :organisation and state = 'awaited'
                        """)
                .param("code", version.code())
                .param("number", version.number())
                .param("organisation", organisation)
                .param("person", person)
                .param("office", office)
                .param("reason", reason)
                .param("at", now())
                .update();
        if (said == 1) {
            audit.record(
                    Agreements.event(AgreementsAudit.DECLINED, version.code(), version.number(), List.of(organisation))
                            .concerning(version.steward()));
        }
        return said == 1;
    }

    /** Notes that the parties who are silent were asked once more. */
    public int chase(AgreementVersion version) {
        int chased = sql.sql("""
                        update agreements.sign_off set chased_at = :at, chased_times = chased_times + 1
                        where document = :code and number = :number and state = 'awaited'
                        """)
                .param("code", version.code())
                .param("number", version.number())
                .param("at", now())
                .update();
        audit.record(Agreements.event(AgreementsAudit.CHASED, version.code(), version.number(), version.parties())
                .with("parties", chased));
        return chased;
    }

    /** The version as it is now. Whoever signs at the same moment waits, so that the last signature sees all others. */
    private AgreementVersion locked(AgreementVersion seen) {
        sql.sql("select number from agreements.version where document = :code and number = :number for update")
                .param("code", seen.code())
                .param("number", seen.number())
                .query(Integer.class)
                .single();
        return agreements.version(seen.code(), seen.number()).orElseThrow();
    }

    private static Optional<Hindrance> hindrance(
            AgreementVersion version, String organisation, Optional<Signatory> signatory, String fingerprint) {
        if (version.state() != AgreementState.OUT_FOR_SIGNATURE
                && !(version.state() == AgreementState.IN_FORCE && version.mass())) {
            return Optional.of(Hindrance.NOT_OUT_FOR_SIGNATURE);
        }
        if (!version.parties().contains(organisation)) {
            return Optional.of(Hindrance.NO_PARTY);
        }
        if (signatory.isEmpty()) {
            return Optional.of(Hindrance.NO_SIGNATORY);
        }
        return version.fingerprint().equals(Optional.of(fingerprint))
                ? Optional.empty()
                : Optional.of(Hindrance.TEXT_CHANGED);
    }

    /** In force once all have signed, or two where it is for those who have; what it replaces is then superseded. */
    private void takeEffect(AgreementVersion version) {
        if (version.state() != AgreementState.OUT_FOR_SIGNATURE) {
            return;
        }
        List<SignOff> all = of(version);
        long signed = all.stream().filter(each -> each.state() == State.SIGNED).count();
        if (signed < (version.mass() ? Math.min(LEAST_FOR_MASS, all.size()) : all.size())) {
            return;
        }
        int superseded = sql.sql("""
                        update agreements.version set state = 'superseded', version = version + 1
                        where document = :code and state in ('in-force', 'suspended')
                        """).param("code", version.code()).update();
        sql.sql("""
                        update agreements.version set state = 'in-force', in_force_at = :at, version = version + 1
                        where document = :code and number = :number
                        """)
                .param("code", version.code())
                .param("number", version.number())
                .param("at", now())
                .update();
        AuditEvent inForce =
                Agreements.event(AgreementsAudit.IN_FORCE, version.code(), version.number(), version.parties());
        audit.record(inForce);
        if (superseded > 0) {
            joiners.ask(version);
            audit.record(
                    Agreements.event(AgreementsAudit.SUPERSEDED, version.code(), version.number(), version.parties()));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static SignOff signOff(ResultSet row, int number) throws SQLException {
        return new SignOff(
                row.getString("document"),
                row.getInt("number"),
                row.getString("organisation"),
                Word.of(State.class, row.getString("state")).orElseThrow(),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                row.getString("office"),
                row.getBoolean("by_link"),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getInt("chased_times"));
    }
}
