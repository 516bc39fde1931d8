package org.concordat.server.foundation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Keys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL set up in an empty folder, and what becomes of it when things go wrong. */
final class OwnPostgresIT {

    @TempDir
    Path folder;

    /** Unpacking takes longest, so it is done once; only what is about unpacking does it again. */
    @BeforeEach
    void linkUnpackedPrograms(TestInfo test) throws IOException {
        if (!test.getTags().contains("unpacks")) {
            Path shared =
                    Files.createDirectories(Path.of("target", "test-database")).toRealPath();
            Files.createSymbolicLink(
                    folder.resolve("postgres-" + Binaries.VERSION),
                    Binaries.in(shared).folder());
        }
    }

    @Test
    void setsUpADatabaseThatOutlivesAStop() throws SQLException {
        try (OwnPostgres postgres = start()) {
            run(postgres.owner(), "CREATE SCHEMA s", "CREATE TABLE s.kept (n int)", "INSERT INTO s.kept VALUES (7)");
        }
        int port;
        try (OwnPostgres postgres = start()) {
            port = postgres.port();
            assertThat(ask(postgres.owner(), "SELECT n FROM s.kept")).isEqualTo("7");
        }
        try (OwnPostgres postgres = start()) {
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void losesNothingThatItAcknowledgedAndListensToThisMachineAlone() throws SQLException {
        try (OwnPostgres postgres = start()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(ask(postgres.owner(), "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(ask(postgres.owner(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            var root = new SignIn(Keys.open(folder)).address(postgres.port(), "postgres", Roles.ROOT);
            assertThat(ask(root, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(postgres.owner(), "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(postgres.owner(), "SELECT upper('łódź')")).isEqualTo("ŁÓDŹ");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (OwnPostgres postgres = start()) {
            for (String role : List.of(Roles.ROOT, Roles.OWNER, Roles.APPLICATION)) {
                var guessed = new DatabaseAddress(postgres.owner().url(), role, "guessed");
                assertThatThrownBy(() -> ask(guessed, "SELECT 1")).hasMessageContaining("password");
            }
        }
    }

    @Test
    void theServerAtWorkOwnsNothingAndMakesNothing() throws SQLException {
        try (OwnPostgres postgres = start()) {
            DatabaseAddress application = postgres.application();
            assertThat(ask(application, "SELECT current_user")).isEqualTo(Roles.APPLICATION);
            assertThat(ask(
                            application,
                            "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls OR rolreplication"
                                    + " FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            for (String refused : List.of(
                    "CREATE TABLE t (n int)",
                    "CREATE TABLE public.t (n int)",
                    "CREATE SCHEMA s",
                    "CREATE TEMPORARY TABLE t (n int)",
                    "CREATE ROLE r",
                    "SET ROLE " + Roles.OWNER,
                    "ALTER DATABASE concordat SET fsync = off",
                    "SELECT pg_read_file('postgresql.conf')")) {
                assertThatThrownBy(() -> run(application, refused)).as(refused).isInstanceOf(SQLException.class);
            }
            var elsewhere = new DatabaseAddress(
                    application.url().replace("/concordat", "/postgres"), application.user(), application.password());
            assertThatThrownBy(() -> run(elsewhere, "CREATE TABLE public.t (n int)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void startsAgainOnTheSamePortWhenItIsKilled() throws SQLException {
        try (OwnPostgres postgres = start()) {
            run(postgres.owner(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
            long killed = postgres.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            assertThat(Waiting.until(() -> postgres.pid() != killed, 30)).isTrue();
            assertThat(ask(postgres.owner(), "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void takesOverOneThatAKilledServerLeftRunning() throws Exception {
        Process server = ServerToKill.start(folder);
        Postmaster left =
                Postmaster.leftOver(folder.toRealPath().resolve("database")).orElseThrow();
        server.destroyForcibly().waitFor();
        assertThat(left.isAlive()).isTrue();
        try (OwnPostgres postgres = start()) {
            assertThat(postgres.pid()).isEqualTo(left.process().pid());
            assertThat(ask(postgres.owner(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void stopsOneLeftRunningThatDoesNotFit() throws Exception {
        Process server = ServerToKill.start(folder);
        Postmaster left =
                Postmaster.leftOver(folder.toRealPath().resolve("database")).orElseThrow();
        server.destroyForcibly().waitFor();
        var root = new SignIn(Keys.open(folder)).address(left.port(), "postgres", Roles.ROOT);
        run(root, "ALTER ROLE " + Roles.ROOT + " SET synchronous_commit = off");
        assertThatThrownBy(this::start)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("synchronous_commit")
                .hasMessageEndingWith("(POSTGRES-NOT-DURABLE)");
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void isStoppedWhenTheServerIsAskedToEnd() throws Exception {
        Process server = ServerToKill.start(folder);
        Postmaster postmaster =
                Postmaster.leftOver(folder.toRealPath().resolve("database")).orElseThrow();
        server.destroy();
        server.waitFor();
        assertThat(postmaster.isAlive()).isFalse();
    }

    @Test
    void passesOverTheProcessNumberOfOneLongGone() throws Exception {
        start().close();
        Path database = folder.resolve("database");
        String own = Long.toString(ProcessHandle.current().pid());
        Files.writeString(PidFile.in(database), own + "\n" + database + "\n1\n5432\n\n127.0.0.1\n\nready\n");
        try (OwnPostgres postgres = start()) {
            assertThat(ask(postgres.owner(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesASecondServerOnOneFolder() throws Exception {
        try (OwnPostgres _ = start()) {
            assertThatThrownBy(this::start).hasMessageEndingWith("(DATA-FOLDER-IN-USE)");
        }
        Process other = ServerToKill.start(folder);
        assertThatThrownBy(this::start).hasMessageEndingWith("(DATA-FOLDER-IN-USE)");
        other.destroy();
        other.waitFor();
    }

    @Test
    void refusesADatabaseWhoseKeysAreLost() throws IOException {
        start().close();
        Files.delete(folder.resolve("keys/database-root.key"));
        assertThatThrownBy(this::start).hasMessageEndingWith("(KEY-LOST)");
        Files.delete(folder.resolve("keys-made.txt"));
        assertThatThrownBy(this::start).hasMessageEndingWith("(KEY-LOST)");
        assertThat(folder.resolve("keys/database-root.key")).doesNotExist();
    }

    @Test
    @Tag("unpacks")
    void finishesASetUpThatWasCutShort() throws Exception {
        Files.createDirectories(folder.resolve("database.new/base"));
        Files.createDirectories(folder.resolve("postgres-18.6.new/bin"));
        try (OwnPostgres postgres = start()) {
            assertThat(ask(postgres.owner(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void itsLogHoldsNothingOfWhatWasTyped() throws Exception {
        try (OwnPostgres postgres = start()) {
            run(postgres.owner(), "CREATE TABLE t (n int PRIMARY KEY, name text UNIQUE)");
            run(postgres.owner(), "INSERT INTO t VALUES (1, 'Bronwen Private')");
            assertThatThrownBy(() -> run(postgres.owner(), "INSERT INTO t VALUES (2, 'Bronwen Private')"))
                    .hasMessageNotContaining("Bronwen");
            assertThatThrownBy(() -> run(postgres.owner(), "SELECT 'Bronwen Private'::int"))
                    .isInstanceOf(SQLException.class);
        }
        try (Stream<Path> files = Files.list(folder.resolve("postgres-log"))) {
            List<Path> logs = files.toList();
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                assertThat(log).content().doesNotContain("Bronwen").contains("database system is ready");
            }
        }
    }

    @Test
    void nobodyElseReadsTheFolder() throws IOException {
        Path data = folder.resolve("data");
        OwnPostgres.start(data, Keys.open(data)).close();
        for (String name : List.of("keys", "database", "postgres-log")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name))))
                    .as(name)
                    .isEqualTo("rwx------");
        }
    }

    private OwnPostgres start() {
        return OwnPostgres.start(folder, Keys.open(folder));
    }

    private static String ask(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void run(DatabaseAddress address, String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
