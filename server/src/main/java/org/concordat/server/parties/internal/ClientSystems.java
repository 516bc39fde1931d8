package org.concordat.server.parties.internal;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.PartiesAudit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other computer systems of an organisation, which prove themselves by OAuth 2.0 client credentials (RFC 6749, 4.4). */
@Service
@Transactional
public class ClientSystems {

    /** How long a token counts. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;

    ClientSystems(JdbcClient sql, AuditLog audit, Clock clock, SecureRandom random) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * One.
     *
     * @param expiresOn its last day
     */
    public record ClientSystem(
            UUID id, String organisation, Optional<String> team, Role role, String name, LocalDate expiresOn) {}

    /** A new one with its secret, which is shown once and kept as a hash. */
    public record Made(ClientSystem client, String secret) {
        @Override
        public String toString() {
            return "Made[" + client.id() + ", secret=hidden]";
        }
    }

    /** Those of an organisation that have not been ended. */
    @Transactional(readOnly = true)
    public List<ClientSystem> of(String organisation) {
        return sql.sql(
                        "select * from parties.client where organisation = :organisation and ended_at is null order by lower(name)")
                .param("organisation", organisation)
                .query(ClientSystems::client)
                .list();
    }

    /** Makes one that acts in a role for an organisation. */
    public Made make(String organisation, Optional<String> team, Role role, String name, LocalDate expiresOn) {
        String secret = Secrets.fresh(random);
        var client = new ClientSystem(UUID.randomUUID(), organisation, team, role, name, expiresOn);
        sql.sql("""
                        insert into parties.client (id, organisation, team, role, name, secret_hash, made_by, made_at, expires_on)
                        values (:id, :organisation, :team, :role, :name, :hash, :by, :at, :expires)
                        """)
                .param("id", client.id())
                .param("organisation", organisation)
                .param("team", team.orElse(null))
                .param("role", role.word())
                .param("name", name)
                .param("hash", Secrets.hash(secret))
                .param("by", Acting.current().who().orElseThrow())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("expires", expiresOn)
                .update();
        audit.record(AuditEvent.of(PartiesAudit.CLIENT_MADE)
                .about("client", client.id().toString())
                .concerning(organisation)
                .with("role", role.word()));
        return new Made(client, secret);
    }

    /** Ends one: its secret and its tokens open nothing any more. */
    public void end(UUID id) {
        sql.sql("update parties.client set ended_at = :at where id = :id and ended_at is null returning organisation")
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .ifPresent(organisation -> audit.record(AuditEvent.of(PartiesAudit.CLIENT_ENDED)
                        .about("client", id.toString())
                        .concerning(organisation)));
    }

    /** A token for a client that proves itself with its secret; empty for any other. Called as the server. */
    public Optional<String> token(UUID id, String secret) {
        Optional<byte[]> hash = sql.sql(
                        "select secret_hash from parties.client where id = :id and ended_at is null and expires_on >= :today")
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query(byte[].class)
                .optional();
        if (!MessageDigest.isEqual(Secrets.hash(secret), hash.orElseGet(() -> new byte[0]))) {
            return Optional.empty();
        }
        String token = Secrets.fresh(random);
        sql.sql("delete from parties.client_token where expires_at < :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("insert into parties.client_token (hash, client, expires_at) values (:hash, :client, :expires)")
                .param("hash", Secrets.hash(token))
                .param("client", id)
                .param("expires", clock.instant().plus(TOKEN_LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(token);
    }

    /** The client whose token this is, while both count. Called as the server. */
    @Transactional(readOnly = true)
    public Optional<Actor.Client> holding(String token) {
        return sql.sql("""
                        select c.* from parties.client_token t join parties.client c on c.id = t.client
                        join parties.organisation o on o.code = c.organisation
                        where t.hash = :hash and t.expires_at > :now and c.ended_at is null and c.expires_on >= :today
                            and o.left_on is null
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.now(clock))
                .query(ClientSystems::client)
                .optional()
                .map(client -> new Actor.Client(client.id(), client.organisation(), client.team(), client.role()));
    }

    private static ClientSystem client(ResultSet row, int number) throws SQLException {
        return new ClientSystem(
                row.getObject("id", UUID.class),
                row.getString("organisation"),
                Optional.ofNullable(row.getString("team")),
                Word.of(Role.class, row.getString("role")).orElseThrow(),
                row.getString("name"),
                row.getObject("expires_on", LocalDate.class));
    }
}
