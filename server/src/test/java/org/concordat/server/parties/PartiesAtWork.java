package org.concordat.server.parties;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.SetUp;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole server on a database of its own, not set up yet, with a clock that stands until a test moves it. */
final class PartiesAtWork implements AutoCloseable {

    private final StandingClock clock =
            new StandingClock(new AtomicReference<>(Instant.parse("2026-11-30T09:00:00Z")), ZoneOffset.UTC);
    private final TestDatabase database = TestDatabase.migrated();
    private final ConfigurableApplicationContext context;
    private final String console;

    PartiesAtWork(Path folder, String... settings) {
        var printed = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            this.context = new SpringApplicationBuilder(ConcordatServer.class)
                    .initializers((GenericApplicationContext beans) -> beans.registerBean(
                            "standingClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
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
        } finally {
            System.setOut(usual);
        }
        this.console = printed.toString(UTF_8);
    }

    /** What was printed while it started. */
    String console() {
        return console;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Moves the clock on. */
    void pass(Duration time) {
        clock.pass(time);
    }

    Instant now() {
        return clock.instant();
    }

    <T> T asServer(Supplier<T> work) {
        return Acting.asServer("test", work);
    }

    /** Sets the server up with the made-up council and police, and lets Ada Keeper, with that password, run the council. */
    Person setUp(String password) {
        get(SetUp.class)
                .run(new SetUp.First(
                        "Tideford Council",
                        EnumSet.of(OrganisationKind.COUNCIL, OrganisationKind.SOCIAL_SERVICES),
                        Nation.ENGLAND,
                        "Sam Setter",
                        "sam@council.example",
                        password));
        asServer(() -> get(Organisations.class)
                .add(
                        "Tideford Police",
                        EnumSet.of(OrganisationKind.POLICE),
                        Nation.ENGLAND,
                        Organisation.Controller.unknown(),
                        false));
        return person(
                "tideford-council", "Ada Keeper", "ada@council.example", Role.ORGANISATION_ADMINISTRATOR, password);
    }

    /** Adds a person with a role and a password. */
    Person person(String organisation, String name, String email, Role role, String password) {
        Person person = asServer(() -> {
            Person added = get(Persons.class).add(organisation, name, email);
            get(Persons.class).give(added.id(), organisation, Optional.empty(), role);
            return added;
        });
        get(Accounts.class).setPassword(person.id(), password);
        return person;
    }

    /** A number that raw SQL yields on behalf of somebody: the first wall is not there. */
    long count(Actor actor, String query) {
        return Acting.as(
                actor,
                () -> inTransaction(() -> sql().sql(query).query(Long.class).single()));
    }

    /** Tries a change by raw SQL on behalf of somebody, and says how many rows it changed. */
    int change(Actor actor, String statement) {
        return Acting.as(actor, () -> inTransaction(() -> sql().sql(statement).update()));
    }

    /** As the owner of the tables, whom row-level security does not hold. */
    long owner(String query) {
        return JdbcClient.create(database.ownerConnections())
                .sql(query)
                .query(Long.class)
                .single();
    }

    private JdbcClient sql() {
        return get(JdbcClient.class);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(
                new TransactionTemplate(get(PlatformTransactionManager.class)).execute(_ -> work.get()));
    }

    /** Address of a page. */
    String address(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    @Override
    public void close() {
        context.close();
    }

    /** A clock that stands until it is moved. */
    private static final class StandingClock extends Clock {

        private final AtomicReference<Instant> now;
        private final ZoneId zone;

        StandingClock(AtomicReference<Instant> now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        void pass(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new StandingClock(now, other);
        }

        @Override
        public Instant instant() {
            return java.util.Objects.requireNonNull(now.get());
        }
    }
}
