package org.concordat.server.agreements;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.Said;
import org.concordat.server.foundation.access.PersonAuthentication;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** The whole server on a database of its own, at noon of a day in 2026. */
final class AgreementsAtWork implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-06-01T11:00:00Z");

    final TestDatabase database = TestDatabase.migrated();
    final Known known;
    private final ConfigurableApplicationContext context;

    AgreementsAtWork(Path folder, String... settings) {
        this.context = new SpringApplicationBuilder(ConcordatServer.class, Doorway.class)
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--server.address=127.0.0.1",
                                        "--concordat.data-folder=" + folder,
                                        "--concordat.database.url="
                                                + database.owner().url(),
                                        "--concordat.database.owner-password="
                                                + database.owner().password(),
                                        "--concordat.database.application-password="
                                                + database.application().password()),
                                Stream.of(settings))
                        .toArray(String[]::new));
        this.known = get(Known.class);
    }

    /** A part of the server. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Past row-level security. */
    JdbcClient owner() {
        return JdbcClient.create(database.ownerConnections());
    }

    /** Somebody new in that role. */
    static Actor.InRole actor(String organisation, Role role) {
        return actor(organisation, role, UUID.randomUUID());
    }

    /** That person in that role. */
    static Actor.InRole actor(String organisation, Role role, UUID person) {
        return new Actor.InRole(person, UUID.randomUUID(), organisation, Optional.empty(), role, false);
    }

    /** Address of a page. */
    String address(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** Address that signs somebody in without their password. */
    String signIn(Actor.InRole actor) {
        return address("/test-sign-in?person=" + actor.person() + "&assignment=" + actor.assignment());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Lets a test in without a password, and stops the clock. Handed over by name: it must not be found by other tests. */
    static class Doorway {

        @Bean
        @Primary
        Clock stoppedClock() {
            return Clock.fixed(NOON, ZoneOffset.UTC);
        }

        @Bean
        Known known() {
            return new Known();
        }

        @Bean
        FilterRegistrationBean<Filter> signInToAgreements() {
            var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
                var http = (HttpServletRequest) request;
                if (!http.getRequestURI().equals("/test-sign-in")) {
                    chain.doFilter(request, response);
                    return;
                }
                var signedIn = new PersonAuthentication(
                        UUID.fromString(http.getParameter("person")),
                        Optional.of(UUID.fromString(http.getParameter("assignment"))));
                http.getSession()
                        .setAttribute(
                                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                                new SecurityContextImpl(signedIn));
                // As signing in does: else the first two answers, a page and its icon, would each make a token of their
                // own.
                var tokens = new HttpSessionCsrfTokenRepository();
                tokens.saveToken(tokens.generateToken(http), http, (HttpServletResponse) response);
                ((HttpServletResponse) response).getWriter().write("signed in");
            });
            // After the filter that keeps sessions in the database, before those of Spring Security.
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
            return registration;
        }
    }

    /** Facts as areas that are not under test would know them. */
    static final class Known implements FactSource {
        private Map<FactName, Answer> answers = Map.of();

        void set(Map<FactName, Answer> known) {
            answers = Map.copyOf(known);
        }

        @Override
        public Set<FactName> facts() {
            return EnumSet.allOf(FactName.class);
        }

        @Override
        public List<Said> answers(Asked about) {
            return answers.entrySet().stream()
                    .map(each -> Said.now(each.getKey(), each.getValue(), "tests"))
                    .toList();
        }
    }
}
