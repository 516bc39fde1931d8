package org.concordat.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.postgres.Migrations;
import org.concordat.server.foundation.postgres.OwnPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real database for a test class: fresh, with all tables and nothing in them. Ask for it with {@link #migrated()} and keep
 * it in a static final field.
 *
 * <p>One PostgreSQL serves all tests of a run. It lies in {@code target/test-database} and stays there between runs, so that
 * only the first sets it up; databases of earlier runs are dropped.
 */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;

    private TestDatabase(String template) {
        this.name = "test_" + NUMBER.incrementAndGet();
        Running.POSTGRES.createDatabase(name, template);
    }

    /** With the tables of all areas. */
    public static TestDatabase migrated() {
        return new TestDatabase(Running.MIGRATED);
    }

    /** Without any table, for tests of migrations. */
    public static TestDatabase empty() {
        return new TestDatabase("template1");
    }

    /** As the server at work: owns nothing, held by row-level security. */
    public DatabaseAddress application() {
        return Running.POSTGRES.application(name);
    }

    /** As the owner of the tables, past row-level security: to prepare and to look. */
    public DatabaseAddress owner() {
        return Running.POSTGRES.owner(name);
    }

    /** Connections as {@link #application()}, each a new one. */
    public DataSource applicationConnections() {
        return connections(application());
    }

    /** Connections as {@link #owner()}, each a new one. */
    public DataSource ownerConnections() {
        return connections(owner());
    }

    /** Lets a Spring context of a test use this database; from a static method with {@code @DynamicPropertySource}. */
    public void register(DynamicPropertyRegistry settings) {
        settings.add("concordat.database.url", () -> owner().url());
        settings.add("concordat.database.owner-password", () -> owner().password());
        settings.add(
                "concordat.database.application-password", () -> application().password());
    }

    private static DataSource connections(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** Started when the first test asks. */
    private static final class Running {
        static final String MIGRATED = "test_template";
        static final OwnPostgres POSTGRES = start();

        private static OwnPostgres start() {
            Path folder = Path.of("target", "test-database").toAbsolutePath();
            OwnPostgres postgres = OwnPostgres.start(folder, Keys.open(folder));
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stops PostgreSQL"));
            dropDatabasesOfEarlierRuns(postgres.owner());
            postgres.createDatabase(MIGRATED, "template1");
            Migrations.run(postgres.owner(MIGRATED));
            return postgres;
        }

        private static void dropDatabasesOfEarlierRuns(DatabaseAddress owner) {
            try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                    Statement statement = connection.createStatement()) {
                List<String> names = new ArrayList<>();
                try (ResultSet rows =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                for (String name : names) {
                    statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException("databases of earlier runs could not be dropped", e);
            }
        }
    }
}
