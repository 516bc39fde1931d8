package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.SettingsReader;
import org.concordat.server.foundation.access.PageHeaders;
import org.concordat.server.foundation.access.SignInWay;
import org.concordat.server.parties.internal.Identities;
import org.concordat.server.parties.internal.Identities.Outcome;
import org.concordat.server.parties.internal.Identities.Presented;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Sends people to their organisation's identity provider and takes its answer, where a setting names one; without any, neither address
 * is there. Spring Security makes and checks state, nonce, proof key and token; whom the token means is for {@link Identities}. Nothing
 * of the provider is kept but the subject: no token, no session of theirs.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ProviderChain.WhereProvidersAreSet.class)
class ProviderChain {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderChain.class);

    /** Before the chain that takes all pages. */
    private static final int PLACE = 5;

    private final Providers providers;
    private final Identities identities;
    private final SessionStart start;

    ProviderChain(Providers providers, Identities identities, SessionStart start) {
        this.providers = providers;
        this.identities = identities;
        this.start = start;
    }

    @Bean
    @Order(PLACE)
    SecurityFilterChain identityProviders(HttpSecurity http, CsrfTokenRepository tokens) {
        PageHeaders.set(http);
        return http.securityMatcher(providers.addresses())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .oauth2Login(login -> login.loginPage("/sign-in")
                        .clientRegistrationRepository(providers)
                        .authorizedClientRepository(new KeepsNoTokens())
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(new WhereOneAnswers(providers)))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(Providers.ANSWERS + "*"))
                        .successHandler(this::letIn)
                        .failureHandler(ProviderChain::refuse))
                .build();
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Authentication proved)
            throws IOException {
        if (!(proved instanceof OAuth2AuthenticationToken token) || !(token.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("a provider's answer is an OpenID Connect token");
        }
        Settings.Provider provider =
                providers.of(token.getAuthorizedClientRegistrationId()).orElseThrow();
        Outcome outcome = identities.find(
                provider,
                new Presented(
                        Objects.requireNonNull(user.getIssuer()).toString(),
                        Objects.requireNonNull(user.getSubject()),
                        Optional.ofNullable(user.getEmail()),
                        Boolean.TRUE.equals(user.getEmailVerified())));
        response.sendRedirect(request.getContextPath()
                + switch (outcome) {
                    case Outcome.Known(var person) -> start.begin(request, response, person, SignInWay.PROVIDER);
                    case Outcome.Unknown(var reason) -> problem(reason.name());
                });
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        // The message can hold what the provider said of somebody; the code cannot.
        String code = refused instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : refused.getClass().getName();
        LOG.warn("A provider's answer was refused: {}", code.replaceAll("[^A-Za-z0-9._-]", "?"));
        response.sendRedirect(request.getContextPath() + problem("REFUSED"));
    }

    private static String problem(String name) {
        return ProviderPages.PROBLEMS + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Sends nobody to a provider who did not ask for it by a form, and nobody to one that does not answer: the address is closed then, as
     * if there were none.
     */
    private static final class WhereOneAnswers implements OAuth2AuthorizationRequestResolver {

        private final Providers providers;
        private final OAuth2AuthorizationRequestResolver usual;

        WhereOneAnswers(Providers providers) {
            this.providers = providers;
            this.usual = new DefaultOAuth2AuthorizationRequestResolver(
                    providers, ProviderPages.GO.substring(0, ProviderPages.GO.length() - 1));
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (!path.startsWith(ProviderPages.GO)) {
                return null;
            }
            String code = path.substring(ProviderPages.GO.length());
            return providers.findByRegistrationId(code) != null && ProviderPages.takesAsked(request, code)
                    ? usual.resolve(request)
                    : null;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return usual.resolve(request, registration);
        }
    }

    /** The server asks a provider for nothing later on, so it keeps none of its tokens. */
    private static final class KeepsNoTokens implements OAuth2AuthorizedClientRepository {

        // The interface is Spring Security's; nothing is cast here.
        @SuppressWarnings("TypeParameterUnusedInFormals")
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }

    /** Whether there is a provider in the settings. */
    static final class WhereProvidersAreSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment() instanceof ConfigurableEnvironment environment
                    && !SettingsReader.read(environment).providers().isEmpty();
        }
    }
}
