package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a signatory joins without signing in: each for one person and one joining, once, for as long as a signing link.
 * A link dies when what is signed changes, when a newer one is made, and when its sign-up is stopped. Kept as hashes. Called by
 * the server itself, on behalf of whoever holds the link or makes it.
 */
@Service
@Transactional
public class AdmissionLinks {

    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final Admissions admissions;
    private final AdmissionSignatures signatures;
    private final SignUps signUps;
    private final SecureRandom random;
    private final Clock clock;

    AdmissionLinks(
            JdbcClient sql,
            Admissions admissions,
            AdmissionSignatures signatures,
            SignUps signUps,
            SecureRandom random,
            Clock clock) {
        this.sql = sql;
        this.admissions = admissions;
        this.signatures = signatures;
        this.signUps = signUps;
        this.random = random;
        this.clock = clock;
    }

    /** What an open link is for. */
    public record Link(Admission admission, UUID person, String seen) {}

    /** Makes a link over what is signed as it stands, which replaces any that was made for the same before. */
    String make(Admission admission, UUID person, UUID maker, String seen) {
        close(admission);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                        insert into agreements.admission_link (token_hash, admission, person, seen, made_by, expires_at)
                        values (:hash, :admission, :person, :seen, :maker, :expires)
                        """)
                .param("hash", hash(secret))
                .param("admission", admission.id())
                .param("person", person)
                .param("seen", seen)
                .param("maker", maker)
                .param("expires", now().plus(SigningLinks.LIFE))
                .update();
        return secret;
    }

    /** Lets no link to a joining be used any more. */
    void close(Admission admission) {
        sql.sql("update agreements.admission_link set expires_at = :now where admission = :id and expires_at > :now")
                .param("id", admission.id())
                .param("now", now())
                .update();
    }

    /** Whether a link was ever made. */
    boolean wasMade(Admission admission) {
        return sql.sql("select exists (select from agreements.admission_link where admission = :id)")
                .param("id", admission.id())
                .query(Boolean.class)
                .single();
    }

    /** What the link is for, while it can be used. */
    @Transactional(readOnly = true)
    public Optional<Link> open(String secret) {
        return find(secret, "");
    }

    /** Signs by the link, and uses it up. */
    public Optional<AdmissionSignatures.Signed> sign(String secret, String seen) {
        return find(secret, " for update").map(link -> {
            AdmissionSignatures.Signed signed = signatures.sign(link.admission(), link.person(), seen, true);
            if (signed instanceof AdmissionSignatures.Signed.Done) {
                use(secret);
            }
            return signed;
        });
    }

    /** Declines by the link, with a reason, and uses it up. */
    public boolean decline(String secret, String reason) {
        Optional<Link> link = find(secret, " for update");
        boolean declined = link.isPresent() && signatures.decline(link.get().admission(), reason);
        if (declined) {
            use(secret);
        }
        return declined;
    }

    private void use(String secret) {
        sql.sql("update agreements.admission_link set used_at = :now where token_hash = :hash")
                .param("now", now())
                .param("hash", hash(secret))
                .update();
    }

    private Optional<Link> find(String secret, String lock) {
        record Kept(UUID admission, UUID person, String seen) {}
        return sql.sql("""
                        select admission, person, seen from agreements.admission_link
                        where token_hash = :hash and used_at is null and expires_at > :now""" + lock)
                .param("hash", hash(secret))
                .param("now", now())
                .query((row, number) -> new Kept(
                        row.getObject("admission", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getString("seen")))
                .optional()
                .flatMap(kept -> admissions
                        .find(kept.admission())
                        .filter(Admission::waitsForSignature)
                        // Since the link was made somebody may have come who signs for it signed in.
                        .filter(admission -> !signUps.lookAfterThemselves().contains(admission.organisation()))
                        .filter(admission -> signatures.seen(admission).equals(Optional.of(kept.seen())))
                        .map(admission -> new Link(admission, kept.person(), kept.seen())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
