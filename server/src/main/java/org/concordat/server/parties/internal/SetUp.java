package org.concordat.server.parties.internal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The first set-up: the first organisation and the partnership's first administrator, by whoever reads the token on the
 * server's console. It can be done once; the token changes with each start until then.
 */
@Service
public class SetUp {

    private final Organisations organisations;
    private final Persons persons;
    private final Accounts accounts;
    private final AuditLog audit;
    private final JdbcClient sql;
    private final InTransaction transaction;
    private final String token;

    SetUp(
            Organisations organisations,
            Persons persons,
            Accounts accounts,
            AuditLog audit,
            JdbcClient sql,
            SecureRandom random,
            InTransaction transaction) {
        this.organisations = organisations;
        this.persons = persons;
        this.accounts = accounts;
        this.audit = audit;
        this.sql = sql;
        this.transaction = transaction;
        this.token = Secrets.fresh(random);
    }

    /** Whether it has been done. */
    public boolean isDone() {
        return Acting.asServer("set-up", organisations::areSetUp);
    }

    /** The token, for the console. */
    public Optional<String> token() {
        return isDone() ? Optional.empty() : Optional.of(token);
    }

    /** Whether that is the token. */
    public boolean isToken(String given) {
        return MessageDigest.isEqual(Secrets.hash(given), Secrets.hash(token));
    }

    /** Who and what comes first. */
    public record First(
            String organisation,
            Set<OrganisationKind> kinds,
            Nation nation,
            String name,
            String email,
            String password) {
        public First {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public String toString() {
            return "First[" + kinds + ", " + nation + "]";
        }
    }

    /** The message that says why the first administrator's password will not do; empty when it will. */
    public Optional<String> trouble(First first) {
        return accounts.trouble(
                new Person(new java.util.UUID(0, 0), "", first.name(), first.email(), Optional.empty(), 1),
                first.password());
    }

    /**
     * Does it. The first administrator also manages the first organisation's people.
     *
     * @return empty when somebody else was quicker
     */
    public Optional<Person> run(First first) {
        // By the name under which Accounts works, so that nobody is left without a password when the power goes off in
        // between.
        return Acting.asServer(
                "own-account",
                () -> transaction.of(() -> {
                    // Whoever comes second waits here, and then sees that it is done.
                    sql.sql("lock table parties.organisation in share row exclusive mode")
                            .update();
                    if (organisations.areSetUp()) {
                        return Optional.empty();
                    }
                    Organisation organisation = organisations.add(
                            first.organisation(),
                            first.kinds(),
                            first.nation(),
                            Organisation.Controller.unknown(),
                            false);
                    Person person = persons.add(organisation.code(), first.name(), first.email());
                    persons.give(person.id(), organisation.code(), Optional.empty(), Role.PARTNERSHIP_ADMINISTRATOR);
                    persons.give(person.id(), organisation.code(), Optional.empty(), Role.ORGANISATION_ADMINISTRATOR);
                    audit.record(AuditEvent.of(PartiesAudit.SET_UP).about("organisation", organisation.code()));
                    accounts.setPassword(person.id(), first.password());
                    return Optional.of(person);
                }));
    }
}
