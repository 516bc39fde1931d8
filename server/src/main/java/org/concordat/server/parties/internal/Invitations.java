package org.concordat.server.parties.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.mail.Letter;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Invites people by a link that works once, for a week. The link alone proves nothing but that it was received. */
@Service
public class Invitations {

    /** How long a link works. */
    public static final Duration LIFE = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Persons persons;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;
    private final Outbox outbox;
    private final InTransaction transaction;

    Invitations(
            JdbcClient sql,
            Persons persons,
            Accounts accounts,
            AuditLog audit,
            Clock clock,
            SecureRandom random,
            Outbox outbox,
            InTransaction transaction) {
        this.sql = sql;
        this.persons = persons;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * One that waits to be accepted.
     *
     * @param id the hash of its secret, in hexadecimal
     */
    public record Invitation(
            String id,
            String email,
            String name,
            String organisation,
            Optional<String> team,
            Role role,
            Instant expiresAt) {

        @Override
        public String toString() {
            return "Invitation[" + id + "]";
        }
    }

    /** Those of an organisation that wait. */
    public List<Invitation> waiting(String organisation) {
        return transaction.of(() -> sql.sql("""
                        select * from parties.invitation where organisation = :organisation and accepted_by is null
                            and withdrawn_at is null and expires_at > :now
                        order by invited_at
                        """)
                .param("organisation", organisation)
                .param("now", now())
                .query(Invitations::invitation)
                .list());
    }

    /**
     * Invites somebody to a role, by a letter too where e-mail is on.
     *
     * @return the secret of the link, which is not kept
     */
    public String invite(String email, String name, String organisation, Optional<String> team, Role role) {
        String secret = Secrets.fresh(random);
        transaction.of(() -> {
            sql.sql("""
                            insert into parties.invitation
                                (token_hash, email, name, organisation, team, role, invited_by, invited_at, expires_at)
                            values (:hash, :email, :name, :organisation, :team, :role, :by, :now, :expires)
                            """)
                    .param("hash", Secrets.hash(secret))
                    .param("email", email)
                    .param("name", name)
                    .param("organisation", organisation)
                    .param("team", team.orElse(null))
                    .param("role", role.word())
                    .param("by", Acting.current().who().orElseThrow())
                    .param("now", now())
                    .param("expires", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                    .update();
            outbox.post(Letter.of(
                    "parties.mail.invitation", email, name, "/invitation/" + secret, Optional.of(organisation)));
            return audit.record(AuditEvent.of(PartiesAudit.PERSON_INVITED)
                    .about("invitation", id(secret))
                    .concerning(organisation)
                    .with("role", role.word()));
        });
        return secret;
    }

    /** Takes an invitation back; nothing happens where it was accepted already. */
    public void withdraw(String id) {
        transaction.of(() -> {
            Optional<String> organisation = sql.sql("""
                            update parties.invitation set withdrawn_at = :now
                            where token_hash = :hash and accepted_by is null and withdrawn_at is null returning organisation
                            """)
                    .param("hash", HexFormat.of().parseHex(id))
                    .param("now", now())
                    .query(String.class)
                    .optional();
            organisation.ifPresent(code -> audit.record(AuditEvent.of(PartiesAudit.INVITATION_WITHDRAWN)
                    .about("invitation", id)
                    .concerning(code)));
            return true;
        });
    }

    /** The invitation of that link, while it works. */
    public Optional<Invitation> find(String secret) {
        return Acting.asServer("invitation", () -> transaction.of(() -> open(secret)));
    }

    private Optional<Invitation> open(String secret) {
        return sql.sql("""
                        select * from parties.invitation where token_hash = :hash and accepted_by is null
                            and withdrawn_at is null and expires_at > :now
                        for update
                        """)
                .param("hash", Secrets.hash(secret))
                .param("now", now())
                .query(Invitations::invitation)
                .optional();
    }

    /** What came of accepting. */
    public sealed interface Acceptance {
        /** The person has the role, and can sign in. */
        record Accepted(UUID person) implements Acceptance {}

        /** The person has an account already: its password must be given, not a new one. */
        record WrongPassword() implements Acceptance {}

        /** The password will not do. */
        record WeakPassword(String messageKey) implements Acceptance {}

        /** The link does not work any more. */
        record NotOpen() implements Acceptance {}
    }

    /**
     * Accepts an invitation: makes the person and their account where there are none yet, and gives the role.
     *
     * @param password a new one, or, where the person is known here, the one they have
     * @param from the network address that it comes from
     */
    public Acceptance accept(String secret, String name, String password, String from) {
        Optional<Invitation> found = find(secret);
        if (found.isEmpty()) {
            return new Acceptance.NotOpen();
        }
        Invitation invitation = found.get();
        Optional<Person> known = Acting.asServer("invitation", () -> persons.findByEmail(invitation.email()));
        if (known.isPresent()) {
            return switch (accounts.password(invitation.email(), password, from)) {
                case Accounts.Attempt.Proved _, Accounts.Attempt.NeedsCode _ ->
                    give(secret, known.get(), Optional.empty());
                case Accounts.Attempt.Wrong _, Accounts.Attempt.TooMany _ -> new Acceptance.WrongPassword();
            };
        }
        Person person =
                new Person(UUID.randomUUID(), invitation.organisation(), name, invitation.email(), Optional.empty(), 1);
        return accounts.trouble(person, password)
                .<Acceptance>map(Acceptance.WeakPassword::new)
                .orElseGet(() -> give(secret, person, Optional.of(password)));
    }

    private Acceptance give(String secret, Person known, Optional<String> newPassword) {
        // By the name under which Accounts works, so that role and password come together or not at all.
        Optional<UUID> accepted = Acting.asServer(
                "own-account",
                () -> transaction.of(() -> open(secret).map(invitation -> {
                    Person person = newPassword.isPresent()
                            ? persons.add(invitation.organisation(), known.name(), invitation.email())
                            : known;
                    persons.give(person.id(), invitation.organisation(), invitation.team(), invitation.role());
                    sql.sql("update parties.invitation set accepted_by = :person where token_hash = :hash")
                            .param("person", person.id())
                            .param("hash", Secrets.hash(secret))
                            .update();
                    newPassword.ifPresent(password -> accounts.setPassword(person.id(), password));
                    return person.id();
                })));
        return accepted.<Acceptance>map(Acceptance.Accepted::new).orElseGet(Acceptance.NotOpen::new);
    }

    /** The ids of an organisation's invitations to that address that stand. Called as the server, in its transaction. */
    List<String> standing(String organisation, String email) {
        return sql
                .sql("""
                        select * from parties.invitation where organisation = :organisation and lower(email) = :email
                            and accepted_by is null and withdrawn_at is null and expires_at > :now
                        order by invited_at for update
                        """)
                .param("organisation", organisation)
                .param("email", email)
                .param("now", now())
                .query(Invitations::invitation)
                .list()
                .stream()
                .map(Invitation::id)
                .toList();
    }

    /**
     * Accepts these for somebody whom the organisation's own provider vouched for, who gets no password by it. Called as the server,
     * in its transaction.
     *
     * @param known who has the address already; otherwise a person is added as they were invited
     */
    UUID take(List<String> ids, Optional<Person> known) {
        List<Invitation> taken = ids.stream()
                .map(id -> sql.sql("select * from parties.invitation where token_hash = :hash")
                        .param("hash", HexFormat.of().parseHex(id))
                        .query(Invitations::invitation)
                        .single())
                .toList();
        Invitation first = taken.getFirst();
        UUID person = known.map(Person::id)
                .orElseGet(() -> persons.add(first.organisation(), first.name(), first.email())
                        .id());
        for (Invitation each : taken) {
            persons.give(person, each.organisation(), each.team(), each.role());
            sql.sql("update parties.invitation set accepted_by = :person where token_hash = :hash")
                    .param("person", person)
                    .param("hash", HexFormat.of().parseHex(each.id()))
                    .update();
        }
        return person;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String id(String secret) {
        return HexFormat.of().formatHex(Secrets.hash(secret));
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                HexFormat.of().formatHex(row.getBytes("token_hash")),
                row.getString("email"),
                row.getString("name"),
                row.getString("organisation"),
                Optional.ofNullable(row.getString("team")),
                Word.of(Role.class, row.getString("role")).orElseThrow(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
