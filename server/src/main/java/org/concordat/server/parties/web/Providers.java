package org.concordat.server.parties.web;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * The identity providers of organisations, by the organisation's code. What a provider can do is asked of it when somebody first wants
 * to sign in by it, so that one that is away stops nobody else.
 */
@Component
class Providers implements ClientRegistrationRepository {

    /** Below it a provider's answer comes back, at the organisation's code. */
    static final String ANSWERS = "/sign-in/answer/";

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final Settings settings;
    private final Organisations organisations;
    private final Map<String, ClientRegistration> asked = new ConcurrentHashMap<>();

    Providers(Settings settings, Organisations organisations) {
        this.settings = settings;
        this.organisations = organisations;
    }

    /** Names of the organisations that have one, by their codes. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Settings.Provider each : settings.providers()) {
            Acting.asServer("sign-in", () -> organisations.find(each.organisation()))
                    .filter(organisation -> organisation.leftOn().isEmpty())
                    .map(Organisation::name)
                    .ifPresent(name -> names.put(each.organisation(), name));
        }
        return names;
    }

    /** The addresses that lead to a provider or take its answer. */
    String[] addresses() {
        return settings.providers().stream()
                .flatMap(each -> Stream.of(ProviderPages.GO + each.organisation(), ANSWERS + each.organisation()))
                .toArray(String[]::new);
    }

    /** The one of an organisation that takes part. */
    Optional<Settings.Provider> of(String organisation) {
        return settings.providers().stream()
                .filter(each -> each.organisation().equals(organisation))
                .filter(each -> names().containsKey(organisation))
                .findFirst();
    }

    /** What Spring Security must know of it; null where the organisation has none, or it does not answer. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String organisation) {
        ClientRegistration known = asked.get(organisation);
        return known != null ? known : of(organisation).flatMap(this::ask).orElse(null);
    }

    private Optional<ClientRegistration> ask(Settings.Provider provider) {
        try {
            ClientRegistration answer = ClientRegistrations.fromOidcIssuerLocation(
                            provider.issuer().toString())
                    .registrationId(provider.organisation())
                    .clientId(provider.clientId())
                    .clientSecret(Files.readString(provider.secretFile()).strip())
                    .redirectUri(start() + ANSWERS + "{registrationId}")
                    .scope("openid", "email")
                    .build();
            asked.put(provider.organisation(), answer);
            return Optional.of(answer);
        } catch (IOException unreadable) {
            throw new ServerException(
                    "SETTING-UNUSABLE",
                    "The file that concordat.providers.secret-file names for " + provider.organisation()
                            + " cannot be read. See that the server's user may read it.",
                    unreadable);
        } catch (RuntimeException away) {
            LOG.warn(
                    "The identity provider of {} does not answer as one: {}",
                    provider.organisation(),
                    away.getClass().getName());
            return Optional.empty();
        }
    }

    private String start() {
        return settings.publicAddress() == null
                ? "{baseUrl}"
                : settings.publicAddress().toString().replaceAll("/$", "");
    }
}
