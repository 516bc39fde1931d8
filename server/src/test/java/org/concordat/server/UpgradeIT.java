package org.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.concordat.server.foundation.backup.Backup;
import org.concordat.server.foundation.backup.Restore;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.postgres.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that an older Concordat left, and what {@code upgrade} makes of it. */
final class UpgradeIT {

    /** Some steps back in several areas, as an older version would have been. */
    private static final Map<String, String> OLDER =
            Map.of("foundation", "3", "auditlog", "4", "decisions", "3", "parties", "6", "requests", "4");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.empty();
    private final StringWriter said = new StringWriter();

    @Test
    void savesWhatTheOlderOneLeftAndThenTakesEachStepOnce() {
        Migrations.runTo(database.owner(), OLDER);
        JdbcClient tables = tables(database.owner());
        tables.sql("insert into foundation.change (topic, number) values ('older', 7)")
                .update();
        Path saved = folder.resolve("before");

        assertThat(upgrade(saved)).isZero();
        assertThat(said.toString())
                .contains("decisions: from step 3 to 5", "agreements: from step 0 to ")
                .contains("The database is of this version now.");
        assertThat(Migrations.steps(database.owner()).values()).noneMatch(Migrations.Steps::outstanding);
        assertThat(numbers(tables)).containsExactly(7L);

        TestDatabase older = TestDatabase.empty();
        Restore.read(saved, Keys.open(folder).existing(Backup.KEY), older.owner());
        assertThat(Migrations.steps(older.owner()))
                .hasEntrySatisfying(
                        "decisions", steps -> assertThat(steps.taken()).isEqualTo(3));
        assertThat(numbers(tables(older.owner()))).containsExactly(7L);

        assertThat(upgrade(folder.resolve("again"))).isZero();
        assertThat(said.toString()).contains("of this version already");
        assertThat(folder.resolve("again")).doesNotExist();
    }

    @Test
    void refusesADatabaseThatANewerConcordatUsed() {
        Migrations.runTo(database.owner(), OLDER);
        tables(database.owner()).sql("""
                        insert into foundation.migrations (installed_rank, version, description, type, script, checksum,
                            installed_by, execution_time, success)
                        values (99, '99', 'of the future', 'SQL', 'V99__of_the_future.sql', 1, 'somebody', 1, true)
                        """).update();
        assertThat(upgrade(folder.resolve("before"))).isEqualTo(3);
        assertThat(said.toString()).contains("(DATABASE-MIGRATION)");
        assertThat(Migrations.steps(database.owner()))
                .hasEntrySatisfying(
                        "decisions", steps -> assertThat(steps.taken()).isEqualTo(3));
        assertThat(Files.exists(folder.resolve("before"))).isTrue();
    }

    private int upgrade(Path saved) {
        Keys.open(folder).secret(Backup.KEY);
        var out = new PrintWriter(said, true);
        return ServerCommands.commandLine()
                .setOut(out)
                .setErr(out)
                .execute(
                        "upgrade",
                        "--out=" + saved,
                        "--concordat.data-folder=" + folder,
                        "--concordat.database.url=" + database.owner().url(),
                        "--concordat.database.owner-password="
                                + database.owner().password(),
                        "--concordat.database.application-password="
                                + database.application().password());
    }

    private static List<Long> numbers(JdbcClient tables) {
        return tables.sql("select number from foundation.change where topic = 'older'")
                .query(Long.class)
                .list();
    }

    private static JdbcClient tables(DatabaseAddress owner) {
        var source = new PGSimpleDataSource();
        source.setUrl(owner.url());
        source.setUser(owner.user());
        source.setPassword(owner.password());
        return JdbcClient.create(source);
    }
}
