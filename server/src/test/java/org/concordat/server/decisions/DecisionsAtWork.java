package org.concordat.server.decisions;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.TestDatabase;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.concordat.server.auditlog.internal.KindsOfEvents;
import org.concordat.server.auditlog.internal.Registers;
import org.concordat.server.decisions.facts.Asked;
import org.concordat.server.decisions.facts.FactSource;
import org.concordat.server.decisions.facts.FolderSource;
import org.concordat.server.decisions.facts.Said;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.rows.RowSecurityTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The area at work on a real database, without pages: with the audit log, a clock that tests set, a folder that tests exchange, and
 * facts that tests know as another area would.
 */
final class DecisionsAtWork implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    final TestDatabase database = TestDatabase.migrated();
    final SetClock clock = new SetClock();
    final Known known = new Known();
    final Folders folders;
    private final HikariDataSource connections;
    private final AnnotationConfigApplicationContext context;

    DecisionsAtWork(AgreementFolder folder, Path keyFolder) {
        this.folders = new Folders(folder);
        this.connections = pool(database.application());
        this.context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> connections);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(connections));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
        context.registerBean(PlatformTransactionManager.class, () -> new RowSecurityTransactions(connections));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(Keys.class, () -> Keys.open(keyFolder));
        context.registerBean(FolderSource.class, () -> folders);
        context.registerBean("known", FactSource.class, () -> known);
        context.register(Areas.class);
        context.refresh();
    }

    /** A part of the area. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Past row-level security. */
    JdbcClient owner() {
        return JdbcClient.create(database.ownerConnections());
    }

    /** What raw SQL sees on behalf of an actor: the first wall is not there. */
    <T> T seenBy(Actor actor, Supplier<T> question) {
        return Acting.as(
                actor,
                () -> java.util.Objects.requireNonNull(
                        new TransactionTemplate(get(PlatformTransactionManager.class)).execute(_ -> question.get())));
    }

    /** How many rows of a table an actor sees. */
    long rowsSeen(Actor actor, String table) {
        return seenBy(
                actor,
                () -> get(JdbcClient.class)
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    @Override
    public void close() {
        context.close();
        connections.close();
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(address.url());
        settings.setUsername(address.user());
        settings.setPassword(address.password());
        settings.setMaximumPoolSize(4);
        return new HikariDataSource(settings);
    }

    @ComponentScan(
            basePackages = "org.concordat.server.decisions",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.concordat\\.server\\.decisions\\.(web\\..*|AtTheDoors.*)"))
    @ComponentScan(
            basePackages = "org.concordat.server.auditlog.internal",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(PostgresAuditLog|KindsOfEvents|Waking)"))
    static class Areas {
        @Bean
        Registers registers(ObjectProvider<KnownCodes> sources, KindsOfEvents kinds) {
            return new Registers(() -> sources.orderedStream().toList(), kinds);
        }
    }

    /** A clock that stands still until a test moves it. */
    static final class SetClock extends Clock {
        private Instant now = NOON;

        void set(Instant to) {
            now = to;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            SetClock moving = this;
            return new Clock() {
                @Override
                public Instant instant() {
                    return moving.instant();
                }

                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return moving.withZone(other);
                }
            };
        }
    }

    /** Facts as other areas would know them. */
    static final class Known implements FactSource {
        private Map<FactName, Answer> answers = Map.of();
        private @Nullable RuntimeException failure;
        final List<Asked> asked = java.util.Collections.synchronizedList(new ArrayList<>());

        void set(Map<FactName, Answer> known) {
            answers = Map.copyOf(known);
        }

        void fail(RuntimeException with) {
            failure = with;
        }

        void forgetWhatWasAsked() {
            asked.clear();
        }

        void recover() {
            failure = null;
        }

        @Override
        public Set<FactName> facts() {
            return EnumSet.allOf(FactName.class);
        }

        @Override
        public List<Said> answers(Asked about) {
            asked.add(about);
            if (failure != null) {
                throw failure;
            }
            return answers.entrySet().stream()
                    .map(each -> Said.now(each.getKey(), each.getValue(), "tests"))
                    .toList();
        }
    }

    /** A folder that tests exchange. */
    static final class Folders implements FolderSource {
        private AgreementFolder folder;

        Folders(AgreementFolder folder) {
            this.folder = folder;
        }

        void exchange(AgreementFolder other) {
            folder = other;
        }

        @Override
        public String version() {
            return folder.fingerprint();
        }

        @Override
        public AgreementFolder folder() {
            return folder;
        }
    }
}
