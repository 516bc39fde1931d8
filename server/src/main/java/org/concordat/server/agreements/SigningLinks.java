package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.agreements.internal.Signatories.Signatory;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.mail.Letter;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.foundation.rows.Apart;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a signatory signs without signing in: each for one person, organisation and version, once, for a fortnight. Kept
 * as hashes. Except for making them, called by the server itself on behalf of whoever holds the link.
 */
@Service
public class SigningLinks {

    /** How long a link can be used. */
    public static final Duration LIFE = Duration.ofDays(14);

    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final Agreements agreements;
    private final SignOffs signOffs;
    private final AuditLog audit;
    private final Apart apart;
    private final Persons persons;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;

    SigningLinks(
            JdbcClient sql,
            Agreements agreements,
            SignOffs signOffs,
            AuditLog audit,
            Apart apart,
            Persons persons,
            Outbox outbox,
            SecureRandom random,
            Clock clock) {
        this.sql = sql;
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.audit = audit;
        this.apart = apart;
        this.persons = persons;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    /** What an open link is for. */
    public record Link(AgreementVersion version, String organisation, UUID person) {}

    /** Makes a link for a signatory, which replaces any that was made for the same before. Shown once, never again. */
    public String make(AgreementVersion version, Signatory signatory) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID maker = Acting.inRole().person();
        apart.asServer("make-signing-link", () -> {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            sql.sql("""
                            update agreements.signing_link set expires_at = :now where document = :code and number = :number
                                and organisation = :organisation and person = :person and expires_at > :now
                            """)
                    .param("now", now)
                    .param("code", version.code())
                    .param("number", version.number())
                    .param("organisation", signatory.organisation())
                    .param("person", signatory.person())
                    .update();
            return sql.sql("""
                            insert into agreements.signing_link (token_hash, document, number, organisation, person, made_by, expires_at)
                            values (:hash, :code, :number, :organisation, :person, :maker, :expires)
                            """)
                    .param("hash", hash(secret))
                    .param("code", version.code())
                    .param("number", version.number())
                    .param("organisation", signatory.organisation())
                    .param("person", signatory.person())
                    .param("maker", maker)
                    .param("expires", now.plus(LIFE))
                    .update();
        });
        return secret;
    }

    /** Records that a link was made, and writes to the signatory where e-mail is on; in the maker's own transaction, so that the log says who. */
    @Transactional
    public String makeAndRecord(AgreementVersion version, Signatory signatory) {
        String secret = make(version, signatory);
        // Somebody of another organisation, whom the maker does not see.
        Optional<Person> addressee = apart.asServer("make-signing-link", () -> persons.find(signatory.person()));
        addressee.ifPresent(person -> outbox.post(Letter.of(
                "agreements.mail.sign",
                person.email(),
                person.name(),
                "/sign/" + secret,
                Optional.of(signatory.organisation()))));
        audit.record(AuditEvent.of(AgreementsAudit.LINK_MADE)
                .about("agreement", version.code())
                .with("version", version.number())
                .concerning(signatory.organisation()));
        return secret;
    }

    /** What the link is for, while it can be used. */
    @Transactional(readOnly = true)
    public Optional<Link> open(String secret) {
        return find(secret, "");
    }

    /** Signs by the link, and uses it up. */
    @Transactional
    public Optional<SignOffs.Signed> sign(String secret, String fingerprint) {
        return find(secret, " for update").map(link -> {
            SignOffs.Signed signed =
                    signOffs.sign(link.version(), link.organisation(), link.person(), fingerprint, true);
            if (signed instanceof SignOffs.Signed.Done) {
                use(secret);
            }
            return signed;
        });
    }

    /** Declines by the link, with a reason, and uses it up. */
    @Transactional
    public boolean decline(String secret, String reason) {
        Optional<Link> link = find(secret, " for update");
        boolean declined = link.isPresent()
                && signOffs.decline(
                        link.get().version(),
                        link.get().organisation(),
                        link.get().person(),
                        "",
                        reason);
        if (declined) {
            use(secret);
        }
        return declined;
    }

    private void use(String secret) {
        sql.sql("update agreements.signing_link set used_at = :now where token_hash = :hash")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hash", hash(secret))
                .update();
    }

    private Optional<Link> find(String secret, String lock) {
        record Kept(String code, int number, String organisation, UUID person) {}
        return sql.sql("""
                        select document, number, organisation, person from agreements.signing_link
                        where token_hash = :hash and used_at is null and expires_at > :now""" + lock)
                .param("hash", hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Kept(
                        row.getString("document"),
                        row.getInt("number"),
                        row.getString("organisation"),
                        row.getObject("person", UUID.class)))
                .optional()
                .flatMap(kept -> agreements
                        .version(kept.code(), kept.number())
                        .map(version -> new Link(version, kept.organisation(), kept.person())));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
