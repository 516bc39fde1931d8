package org.concordat.server.parties.internal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * Where Spring Security finds passkeys and whose they are. Devices know a person by their id, which tells nobody who they are; what a
 * device shows when it asks is their address and name.
 */
@Component
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    static final String TASK = "own-account";

    private static final int UUID_BYTES = 16;

    private final JdbcClient sql;
    private final Persons persons;
    private final AuditLog audit;
    private final Clock clock;
    private final InTransaction transaction;

    PasskeyStore(JdbcClient sql, Persons persons, AuditLog audit, Clock clock, InTransaction transaction) {
        this.sql = sql;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Keeps a new one, or what changed of one that was used. */
    @Override
    public void save(CredentialRecord record) {
        Acting.asServer(TASK, () -> transaction.of(() -> uses(record) || adds(record)));
    }

    private boolean uses(CredentialRecord record) {
        return sql.sql("""
                        update parties.passkey set signature_count = :count, uv_initialised = :verified,
                            backup_state = :backedUp, last_used_at = :now
                        where credential = :credential
                        """)
                        .param("credential", record.getCredentialId().getBytes())
                        .param("count", record.getSignatureCount())
                        .param("verified", record.isUvInitialized())
                        .param("backedUp", record.isBackupState())
                        .param("now", now())
                        .update()
                == 1;
    }

    private boolean adds(CredentialRecord record) {
        UUID person = person(record.getUserEntityUserId());
        sql.sql("""
                        insert into parties.passkey (id, credential, person, label, public_key, signature_count, uv_initialised,
                            transports, backup_eligible, backup_state, attestation, made_at, last_used_at)
                        values (:id, :credential, :person, :label, :key, :count, :verified, string_to_array(:transports, ','),
                            :eligible, :backedUp, :attestation, :now, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("credential", record.getCredentialId().getBytes())
                .param("person", person)
                .param("label", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("eligible", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param(
                        "attestation",
                        Optional.ofNullable(record.getAttestationObject())
                                .map(Bytes::getBytes)
                                .orElse(null))
                .param("now", now())
                .update();
        audit.record(AuditEvent.of(PartiesAudit.PASSKEY_ADDED).about("person", person.toString()));
        return true;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return Acting.asServer(
                        TASK,
                        () -> transaction.of(
                                () -> sql.sql("select * from parties.passkey where credential = :credential")
                                        .param("credential", credential.getBytes())
                                        .query(PasskeyStore::record)
                                        .optional()))
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return Acting.asServer(
                TASK,
                () -> transaction.of(
                        () -> sql.sql("select * from parties.passkey where person = :person order by made_at")
                                .param("person", person(user))
                                .query(PasskeyStore::record)
                                .list()));
    }

    /** Whose handle that is; null for somebody who left. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes user) {
        return entity(person(user));
    }

    /** @param name a person's id, by which their authentication goes */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return entity(UUID.fromString(name));
    }

    private @Nullable PublicKeyCredentialUserEntity entity(UUID id) {
        return Acting.asServer(TASK, () -> persons.find(id))
                .filter(person -> person.leftOn().isEmpty())
                .map(PasskeyStore::entity)
                .orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(Person person) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(person.id()))
                .name(person.email())
                .displayName(person.name())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("people are not made by their devices");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("passkeys are removed by Passkeys, by their own ids");
    }

    private static Bytes handle(UUID person) {
        return new Bytes(ByteBuffer.allocate(UUID_BYTES)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array());
    }

    static UUID person(Bytes handle) {
        byte[] bytes = handle.getBytes();
        if (bytes.length != UUID_BYTES) {
            throw new IllegalArgumentException(
                    "a person's handle must have " + UUID_BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer halves = ByteBuffer.wrap(bytes);
        return new UUID(halves.getLong(), halves.getLong());
    }

    private static CredentialRecord record(ResultSet row, int number) throws SQLException {
        byte[] attestation = row.getBytes("attestation");
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        (String[]) row.getArray("transports").getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        var record = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(handle(row.getObject("person", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialised"))
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .created(row.getObject("made_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("last_used_at", OffsetDateTime.class).toInstant())
                .label(row.getString("label"));
        return (attestation == null ? record : record.attestationObject(new Bytes(attestation))).build();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
