package org.concordat.server.parties.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who it is whom an organisation's identity provider vouches for. Its word makes nobody known: an identity is bound to a person at the
 * first sign-in, by a verified address of the organisation's own domains, while an invitation of that organisation to that address
 * stands. From then on its subject counts, whatever address it names.
 */
@Service
public class Identities {

    private static final String TASK = "sign-in";

    private final JdbcClient sql;
    private final Persons persons;
    private final Invitations invitations;
    private final AuditLog audit;
    private final Clock clock;
    private final InTransaction transaction;

    Identities(
            JdbcClient sql,
            Persons persons,
            Invitations invitations,
            AuditLog audit,
            Clock clock,
            InTransaction transaction) {
        this.sql = sql;
        this.persons = persons;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What a provider said of somebody, in a token whose signature, issuer, audience and nonce were checked.
     *
     * @param email empty where it named none
     * @param verified whether it said that the address is theirs
     */
    public record Presented(String issuer, String subject, Optional<String> email, boolean verified) {
        @Override
        public String toString() {
            return "Presented[hidden]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The person is who they say. */
        record Known(UUID person) implements Outcome {}

        /** Nobody is let in, and why. */
        record Unknown(Reason reason) implements Outcome {}
    }

    /** Why somebody is not let in. */
    public enum Reason {
        /** The provider does not say that the address is theirs. */
        UNVERIFIED,
        /** The address is of none of the organisation's domains. */
        DOMAIN,
        /** No invitation of the organisation to that address stands. */
        NOT_INVITED,
        /** An account with roles elsewhere has the address: a provider of one organisation does not open those of others. */
        ELSEWHERE,
        /** The person has left, or works for another organisation. */
        GONE
    }

    /** Finds the person whom a provider vouches for, binding them to what it knows them by where that is due. */
    public Outcome find(Settings.Provider provider, Presented presented) {
        return Acting.asServer(
                TASK,
                () -> transaction.of(() -> {
                    Outcome outcome = known(presented)
                            .map(person -> still(provider, person))
                            .orElseGet(() -> bind(provider, presented));
                    if (outcome instanceof Outcome.Unknown unknown) {
                        audit.record(AuditEvent.of(PartiesAudit.SIGN_IN_FAILED)
                                .about("organisation", provider.organisation())
                                .with("reason", unknown.reason().name()));
                    }
                    return outcome;
                }));
    }

    private Optional<UUID> known(Presented presented) {
        return sql.sql("select person from parties.identity where issuer = :issuer and subject = :subject")
                .param("issuer", presented.issuer())
                .param("subject", presented.subject())
                .query(UUID.class)
                .optional();
    }

    private Outcome still(Settings.Provider provider, UUID person) {
        return persons.find(person)
                .filter(found ->
                        found.leftOn().isEmpty() && found.organisation().equals(provider.organisation()))
                .<Outcome>map(found -> new Outcome.Known(found.id()))
                .orElseGet(() -> new Outcome.Unknown(Reason.GONE));
    }

    private Outcome bind(Settings.Provider provider, Presented presented) {
        if (presented.email().isEmpty() || !presented.verified()) {
            return new Outcome.Unknown(Reason.UNVERIFIED);
        }
        String email = presented.email().get().toLowerCase(Locale.ROOT);
        if (provider.domains().stream()
                .noneMatch(domain -> email.substring(email.indexOf('@') + 1).equals(domain))) {
            return new Outcome.Unknown(Reason.DOMAIN);
        }
        List<String> standing = invitations.standing(provider.organisation(), email);
        if (standing.isEmpty()) {
            return new Outcome.Unknown(Reason.NOT_INVITED);
        }
        Optional<Person> account = persons.findByEmail(email);
        if (account.filter(person -> reachesElsewhere(person, provider)).isPresent()) {
            return new Outcome.Unknown(Reason.ELSEWHERE);
        }
        UUID person = invitations.take(standing, account);
        sql.sql(
                        "insert into parties.identity (issuer, subject, person, bound_at) values (:issuer, :subject, :person, :now)")
                .param("issuer", presented.issuer())
                .param("subject", presented.subject())
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(AuditEvent.of(PartiesAudit.IDENTITY_BOUND)
                .about("person", person.toString())
                .concerning(provider.organisation()));
        return new Outcome.Known(person);
    }

    /** Whoever runs a provider could act in all roles of the person. Neither is anybody who left, or has another identity, bound anew. */
    private boolean reachesElsewhere(Person person, Settings.Provider provider) {
        return person.leftOn().isPresent()
                || !person.organisation().equals(provider.organisation())
                || persons.held(person.id()).stream().anyMatch(role -> isElsewhere(role, provider))
                || sql.sql("select exists (select from parties.identity where person = :person)")
                        .param("person", person.id())
                        .query(Boolean.class)
                        .single();
    }

    private static boolean isElsewhere(Assignment role, Settings.Provider provider) {
        return !role.organisation().equals(provider.organisation())
                || role.role() == Role.PARTNERSHIP_ADMINISTRATOR
                || role.role() == Role.AUDITOR;
    }
}
