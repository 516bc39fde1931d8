package org.concordat.server.requests;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.access.PersonAuthentication;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole server on a database of its own, with four organisations, their datasets, and people in their roles. */
final class RequestsAtWork implements AutoCloseable {

    static final String COUNCIL = "tideford-council";
    static final String CHARITY = "tideford-advice";
    static final String POLICE = "tideford-police";

    private final TestDatabase database = TestDatabase.migrated();
    private final ConfigurableApplicationContext context;
    private final Map<String, Actor.InRole> actors = new LinkedHashMap<>();

    RequestsAtWork(Path folder) {
        this.context = new SpringApplicationBuilder(ConcordatServer.class, Doorway.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--concordat.practice.address=https://practice.tideford.example/lessons",
                        "--concordat.data-folder=" + folder,
                        "--concordat.database.url=" + database.owner().url(),
                        "--concordat.database.owner-password="
                                + database.owner().password(),
                        "--concordat.database.application-password="
                                + database.application().password());
        asServer(() -> {
            fill();
            return true;
        });
    }

    private void fill() {
        organisation(COUNCIL, "Tideford Council", OrganisationKind.COUNCIL, OrganisationKind.HOUSING_AUTHORITY);
        organisation(CHARITY, "Tideford Advice", OrganisationKind.CHARITY);
        organisation(POLICE, "Tideford Police", OrganisationKind.POLICE);
        person("council-sharing", COUNCIL, Role.INFORMATION_SHARING_OFFICER);
        person("council-governance", COUNCIL, Role.INFORMATION_GOVERNANCE_OFFICER);
        person("council-signatory", COUNCIL, Role.EXECUTIVE_SIGNATORY);
        person("council-practitioner", COUNCIL, Role.PRACTITIONER);
        person("council-lay", COUNCIL, Role.LAY_ASSESSOR);
        person("charity-governance", CHARITY, Role.INFORMATION_GOVERNANCE_OFFICER);
        person("charity-sharing", CHARITY, Role.INFORMATION_SHARING_OFFICER);
        person("police-governance", POLICE, Role.INFORMATION_GOVERNANCE_OFFICER);
        person("police-practitioner", POLICE, Role.PRACTITIONER);
        person("auditor", COUNCIL, Role.AUDITOR);
        entry(EntryKind.PURPOSE, """
                purpose: housing-advice
                name: Advice on housing
                kinds: [homelessness]
                about: Helping people who may lose their home to keep it, or to find another.
                """);
        entry(EntryKind.ROLE, """
                role: housing-adviser
                name: Housing adviser
                """);
        entry(EntryKind.DATASET, """
                dataset: referrals
                name: People sent on to the housing service
                holder: tideford-advice
                origin: ordinary
                collected-for: [housing-advice]
                fields:
                  - {field: name, about: Name, class: identifier, written-as: fact, detail: name}
                  - {field: telephone, about: Telephone number, class: identifier, written-as: fact, detail: contact-number}
                  - {field: need, about: What help is needed, class: attribute, written-as: opinion}
                """);
    }

    private void organisation(String code, String name, OrganisationKind... kinds) {
        Organisation added = get(Organisations.class)
                .add(name, Set.of(kinds), Nation.ENGLAND, Organisation.Controller.unknown(), false);
        if (!added.code().equals(code)) {
            throw new IllegalStateException("the code of " + name + " is " + added.code());
        }
    }

    private void person(String name, String organisation, Role role) {
        UUID person = get(Persons.class)
                .add(organisation, name, name + "@example.org")
                .id();
        get(Persons.class).give(person, organisation, Optional.empty(), role);
        UUID assignment = get(Persons.class).roles(person).getFirst().id();
        actors.put(name, new Actor.InRole(person, assignment, organisation, Optional.empty(), role, false));
    }

    private void entry(EntryKind kind, String text) {
        if (!(get(Catalogue.class).put(kind, text, false) instanceof Catalogue.Putting.Put)) {
            throw new IllegalStateException("an entry of the test has problems: " + text);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Actor.InRole actor(String name) {
        return Objects.requireNonNull(actors.get(name), name);
    }

    /** Does something on behalf of somebody. */
    <T> T as(String name, Supplier<T> work) {
        return Acting.as(actor(name), work);
    }

    <T> T asServer(Supplier<T> work) {
        return Acting.asServer("test", work);
    }

    /** Does something as the server within one transaction, as a decision asks for facts. */
    <T> T inTransaction(Supplier<T> work) {
        return asServer(() -> Objects.requireNonNull(
                new TransactionTemplate(get(PlatformTransactionManager.class)).execute(_ -> work.get())));
    }

    /** How many rows of a table raw SQL sees on behalf of somebody: the first wall is not there. */
    long rowsSeen(Actor actor, String table) {
        return Acting.as(
                actor,
                () -> Objects.requireNonNull(new TransactionTemplate(get(PlatformTransactionManager.class))
                        .execute(_ -> get(JdbcClient.class)
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())));
    }

    /** Tries a change by raw SQL on behalf of somebody. */
    int changed(Actor actor, String statement) {
        return Acting.as(
                actor,
                () -> Objects.requireNonNull(new TransactionTemplate(get(PlatformTransactionManager.class))
                        .execute(_ -> get(JdbcClient.class).sql(statement).update())));
    }

    /** Address of a page. */
    String address(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** Address that signs somebody in without their password, on the way to a page. */
    String signIn(String name) {
        Actor.InRole actor = actor(name);
        return address("/test-sign-in?person=" + actor.person() + "&assignment=" + actor.assignment());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Lets a test in without a password. It stands before all other filters, in tests alone. */
    @Configuration(proxyBeanMethods = false)
    static class Doorway {

        @Bean
        FilterRegistrationBean<Filter> testSignIn() {
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
}
