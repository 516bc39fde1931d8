package org.concordat.server.parties.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.mail.Letter;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * New e-mail addresses of people, which an administrator types and the person confirms by a link: it works once, for a week, and a
 * newer one replaces it. Until then the old address counts. The link alone proves that it was received, not who received it: whoever
 * calls has made sure that it is the person.
 */
@Service
public class EmailChanges {

    /** How long a link works. */
    public static final Duration LIFE = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Persons persons;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;
    private final Outbox outbox;
    private final InTransaction transaction;

    EmailChanges(
            JdbcClient sql,
            Persons persons,
            AuditLog audit,
            Clock clock,
            SecureRandom random,
            Outbox outbox,
            InTransaction transaction) {
        this.sql = sql;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** An address that waits to be confirmed. */
    public record EmailChange(UUID person, String email) {
        @Override
        public String toString() {
            return "EmailChange[" + person + "]";
        }
    }

    /** What came of confirming. */
    public enum Outcome {
        CONFIRMED,
        /** Another account has the address. */
        TAKEN,
        /** The link does not work any more. */
        NOT_OPEN
    }

    /**
     * Notes a new address, and writes to it where e-mail is on. Row-level security lets administrators do it, for their own people.
     *
     * @return the secret of the link, which is not kept
     */
    public String ask(Person person, String email) {
        String secret = Secrets.fresh(random);
        transaction.of(() -> {
            sql.sql("""
                            insert into parties.email_change (token_hash, person, email, made_by, made_at, expires_at)
                            values (:hash, :person, :email, :by, :now, :expires)
                            """)
                    .param("hash", Secrets.hash(secret))
                    .param("person", person.id())
                    .param("email", email)
                    .param("by", Acting.current().who().orElseThrow())
                    .param("now", now())
                    .param("expires", now().plus(LIFE))
                    .update();
            outbox.post(Letter.of(
                    "parties.mail.new-address",
                    email,
                    person.name(),
                    "/e-mail/" + secret,
                    Optional.of(person.organisation())));
            return audit.record(AuditEvent.of(PartiesAudit.EMAIL_ASKED)
                    .about("person", person.id().toString())
                    .concerning(person.organisation()));
        });
        return secret;
    }

    /** The address that the link of that secret confirms, while it works. */
    public Optional<EmailChange> find(String secret) {
        return Acting.asServer("new-address", () -> transaction.of(() -> open(secret)));
    }

    private Optional<EmailChange> open(String secret) {
        return sql.sql("""
                        select c.person, c.email from parties.email_change c join parties.person p on p.id = c.person
                        where c.token_hash = :hash and c.used_at is null and c.expires_at > :now and p.left_on is null
                            and not exists (select from parties.email_change later
                                where later.person = c.person and later.made_at > c.made_at)
                        for update of c
                        """)
                .param("hash", Secrets.hash(secret))
                .param("now", now())
                .query((row, number) -> new EmailChange(row.getObject("person", UUID.class), row.getString("email")))
                .optional();
    }

    /** Lets the new address count. */
    public Outcome confirm(String secret) {
        return Acting.asServer(
                "new-address",
                () -> transaction.of(() -> open(secret)
                        .map(change -> taken(change) ? Outcome.TAKEN : confirmed(secret, change))
                        .orElse(Outcome.NOT_OPEN)));
    }

    private boolean taken(EmailChange change) {
        return persons.findByEmail(change.email())
                .filter(other -> !other.id().equals(change.person()))
                .isPresent();
    }

    private Outcome confirmed(String secret, EmailChange change) {
        Person person = persons.find(change.person()).orElseThrow();
        sql.sql("update parties.email_change set used_at = :now where token_hash = :hash")
                .param("hash", Secrets.hash(secret))
                .param("now", now())
                .update();
        persons.change(new Person(
                person.id(), person.organisation(), person.name(), change.email(), person.leftOn(), person.version()));
        return Outcome.CONFIRMED;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
