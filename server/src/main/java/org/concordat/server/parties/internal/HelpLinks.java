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
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Lets people who lost their password or telephone sign in again, by a link that an administrator makes: it works once, for a
 * day, and a newer one replaces it.
 */
@Service
public class HelpLinks {

    /** How long a link works. */
    public static final Duration LIFE = Duration.ofHours(24);

    private final JdbcClient sql;
    private final Persons persons;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;
    private final InTransaction transaction;

    HelpLinks(
            JdbcClient sql,
            Persons persons,
            Accounts accounts,
            Passkeys passkeys,
            AuditLog audit,
            Clock clock,
            SecureRandom random,
            InTransaction transaction) {
        this.sql = sql;
        this.persons = persons;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.transaction = transaction;
    }

    /** What was lost, and so what the link does. */
    public enum Lost {
        PASSWORD,
        CODES,
        BOTH;

        /** Whether the link sets a new password. */
        public boolean setsPassword() {
            return this != CODES;
        }

        /** Whether the link turns one-time codes off and removes passkeys, which lie in what was lost. */
        public boolean endsCodes() {
            return this != PASSWORD;
        }
    }

    /** A link that works. */
    public record HelpLink(UUID person, Lost lost) {}

    /**
     * Makes one. Row-level security lets administrators make it, never for themselves.
     *
     * @return the secret of the link, which is not kept
     */
    public String make(Person person, Lost lost) {
        UUID by = Acting.current().who().orElseThrow();
        if (by.equals(person.id())) {
            throw new IllegalArgumentException("person must be somebody other than the one who acts");
        }
        String secret = Secrets.fresh(random);
        transaction.of(() -> {
            sql.sql("""
                            insert into parties.help_link (token_hash, person, lost, made_by, made_at, expires_at)
                            values (:hash, :person, :lost, :by, :now, :expires)
                            """)
                    .param("hash", Secrets.hash(secret))
                    .param("person", person.id())
                    .param("lost", lost.name())
                    .param("by", by)
                    .param("now", now())
                    .param("expires", now().plus(LIFE))
                    .update();
            return audit.record(AuditEvent.of(PartiesAudit.HELP_GIVEN)
                    .about("person", person.id().toString())
                    .concerning(person.organisation())
                    .with("lost", lost.name()));
        });
        return secret;
    }

    /** The link of that secret, while it works. */
    public Optional<HelpLink> find(String secret) {
        return Acting.asServer("help", () -> transaction.of(() -> open(secret)));
    }

    /** The newest of a person only, and only while they have not left. */
    private Optional<HelpLink> open(String secret) {
        return sql.sql("""
                        select h.person, h.lost from parties.help_link h join parties.person p on p.id = h.person
                        where h.token_hash = :hash and h.used_at is null and h.expires_at > :now and p.left_on is null
                            and not exists (select from parties.help_link later
                                where later.person = h.person and later.made_at > h.made_at)
                        for update of h
                        """)
                .param("hash", Secrets.hash(secret))
                .param("now", now())
                .query((row, number) ->
                        new HelpLink(row.getObject("person", UUID.class), Lost.valueOf(row.getString("lost"))))
                .optional();
    }

    /** The message that says why the new password will not do; empty when it will. */
    public Optional<String> trouble(HelpLink link, String password) {
        Person person =
                Acting.asServer("help", () -> persons.find(link.person())).orElseThrow();
        return accounts.trouble(person, password);
    }

    /**
     * Uses a link. Whoever calls ends the sessions of the person.
     *
     * @param password a new one that is good enough; not looked at where the link sets none
     * @return whose it was; empty when it does not work any more
     */
    public Optional<UUID> use(String secret, String password) {
        // By the name under which Accounts works, so that all of it is one transaction.
        Optional<HelpLink> used = Acting.asServer(
                "own-account",
                () -> transaction.of(() -> {
                    Optional<HelpLink> link = open(secret);
                    link.ifPresent(found -> {
                        sql.sql("update parties.help_link set used_at = :now where token_hash = :hash")
                                .param("hash", Secrets.hash(secret))
                                .param("now", now())
                                .update();
                        audit.record(AuditEvent.of(PartiesAudit.HELP_USED)
                                .about("person", found.person().toString()));
                        if (found.lost().endsCodes()) {
                            accounts.endCodes(found.person());
                            passkeys.removeAll(found.person());
                        }
                        if (found.lost().setsPassword()) {
                            accounts.setPassword(found.person(), password);
                        }
                    });
                    return link;
                }));
        return used.map(HelpLink::person);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
