package org.concordat.server.parties.internal;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.access.PersonAuthentication;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.PartiesAudit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: keys in people's own devices, which ask for a finger, face or PIN each time. One is a whole sign-in, and the second proof of
 * whoever began with a password. Spring Security makes and checks what is asked of devices; each question counts for one answer, which
 * those who call see to.
 */
@Service
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;
    private final AuditLog audit;
    private final InTransaction transaction;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final SingletonSupplier<Webauthn4JRelyingPartyOperations> devices;

    Passkeys(
            JdbcClient sql,
            PasskeyStore store,
            AuditLog audit,
            InTransaction transaction,
            Settings settings,
            Environment environment) {
        this.sql = sql;
        this.audit = audit;
        this.transaction = transaction;
        // The port is known once the server listens.
        this.devices = SingletonSupplier.of(() -> devices(store, address(settings, environment)));
    }

    /** One, as its owner sees it. */
    public record Passkey(UUID id, String label, LocalDate madeOn, LocalDate lastUsedOn) {}

    /** Those of a person, the oldest first. */
    public List<Passkey> of(UUID person) {
        return Acting.asServer(
                PasskeyStore.TASK,
                () -> transaction.of(() -> sql.sql(
                                "select * from parties.passkey where person = :person order by made_at")
                        .param("person", person)
                        .query((row, number) -> new Passkey(
                                row.getObject("id", UUID.class),
                                row.getString("label"),
                                day(row.getObject("made_at", OffsetDateTime.class)),
                                day(row.getObject("last_used_at", OffsetDateTime.class))))
                        .list()));
    }

    /** What to ask of the device of somebody who is signed in, for a new passkey. */
    public PublicKeyCredentialCreationOptions questionForNew(UUID person) {
        return devices.obtain()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        new PersonAuthentication(person, Optional.empty())));
    }

    /**
     * Adds a passkey where the device's answer is one to that question.
     *
     * @param answer what the browser made of it, in JSON
     * @return false where it is not
     */
    public boolean add(PublicKeyCredentialCreationOptions question, String label, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.readValue(answer, new TypeReference<>() {});
            devices.obtain()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            question, new RelyingPartyPublicKey(credential, label)));
            return true;
        } catch (JacksonException | IllegalArgumentException unfit) {
            return refused(unfit);
        } catch (RuntimeException notProved) {
            return refusedByChecks(notProved);
        }
    }

    /** What to ask of a device for signing in: of any passkey of this server, or of one of this person's. */
    public PublicKeyCredentialRequestOptions question(Optional<UUID> person) {
        return devices.obtain()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(
                        person.map(id -> new PersonAuthentication(id, Optional.empty()))
                                .orElse(null)));
    }

    /** Who it is whose device answered that question; empty where the answer does not count. */
    public Optional<UUID> proved(PublicKeyCredentialRequestOptions question, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.readValue(answer, new TypeReference<>() {});
            PublicKeyCredentialUserEntity user =
                    devices.obtain().authenticate(new RelyingPartyAuthenticationRequest(question, credential));
            return Optional.ofNullable(user).map(found -> PasskeyStore.person(found.getId()));
        } catch (JacksonException | IllegalArgumentException unfit) {
            refused(unfit);
        } catch (RuntimeException notProved) {
            refusedByChecks(notProved);
        }
        return Optional.empty();
    }

    /** The question in JSON, for the browser. */
    public String text(Object question) {
        return json.writeValueAsString(question);
    }

    /** Removes one of a person's own. */
    public void remove(UUID person, UUID id) {
        removed(person, "delete from parties.passkey where person = :person and id = :id", id);
    }

    /** Removes all of a person's, who lost their devices. */
    public void removeAll(UUID person) {
        removed(person, "delete from parties.passkey where person = :person and :id = :id", person);
    }

    private void removed(UUID person, String statement, UUID id) {
        Acting.asServer(
                PasskeyStore.TASK,
                () -> transaction.of(() -> {
                    int gone = sql.sql(statement)
                            .param("person", person)
                            .param("id", id)
                            .update();
                    if (gone > 0) {
                        audit.record(AuditEvent.of(PartiesAudit.PASSKEY_REMOVED).about("person", person.toString()));
                    }
                    return gone;
                }));
    }

    /** Their messages can hold what the browser sent. */
    private static boolean refused(RuntimeException unfit) {
        LOG.info("The answer of a device was none: {}", unfit.getClass().getName());
        return false;
    }

    /** Webauthn4J says in many kinds of exceptions what does not hold; trouble of the database is not one of them. */
    private static boolean refusedByChecks(RuntimeException notProved) {
        if (notProved.getClass().getName().startsWith("com.webauthn4j.")) {
            return refused(notProved);
        }
        throw notProved;
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment.atZoneSameInstant(HERE).toLocalDate();
    }

    private static URI address(Settings settings, Environment environment) {
        // Passkeys belong to a name; an IP address has none, and a browser on this machine knows this one.
        return settings.publicAddress() != null
                ? settings.publicAddress()
                : URI.create((settings.tls() == null ? "http" : "https") + "://localhost:"
                        + environment.getProperty("local.server.port", String.valueOf(settings.port())));
    }

    private static Webauthn4JRelyingPartyOperations devices(PasskeyStore store, URI address) {
        String origin = address.getScheme() + "://" + address.getAuthority();
        var devices = new Webauthn4JRelyingPartyOperations(
                store,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(address.getHost())
                        .name("Concordat")
                        .build(),
                Set.of(origin));
        devices.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        devices.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return devices;
    }
}
