package org.concordat.server.foundation.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.keys.Secret;
import org.concordat.server.foundation.postgres.NewDatabase;
import org.concordat.server.foundation.postgres.OwnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Back-ups of a real database, restored into another. */
final class BackupIT {

    @TempDir
    Path folder;

    private final TestDatabase from = TestDatabase.migrated();
    private final JdbcClient tables = JdbcClient.create(from.ownerConnections());
    private Path file;
    private Secret key;

    @BeforeEach
    void fillSomeTables() {
        file = folder.resolve("saved");
        key = Keys.open(folder).secret(Backup.KEY);
        // A table of its own, with all that makes a restore hard, beside those of the areas.
        tables.sql("""
                        CREATE TABLE foundation.hard (
                            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            parent bigint REFERENCES foundation.hard,
                            name text NOT NULL,
                            loud text GENERATED ALWAYS AS (upper(name)) STORED,
                            bytes bytea, at timestamptz, amount numeric, kinds text[], told jsonb)
                        """).update();
        tables.sql("ALTER TABLE foundation.hard ENABLE ROW LEVEL SECURITY").update();
        tables.sql("ALTER TABLE foundation.hard FORCE ROW LEVEL SECURITY").update();
        tables.sql("""
                        INSERT INTO foundation.hard (parent, name, bytes, at, amount, kinds, told)
                        SELECT nullif(5000 - n, 0), E'Zoë\\t\\n\\\\ ' || n, decode(md5(n::text), 'hex'),
                               timestamptz '2026-01-01 00:00:00.123456+00' + n * interval '1 hour', n / 7.0,
                               ARRAY['a,b', NULL], jsonb_build_object('n', n)
                        FROM generate_series(1, 4999) n
                        """).update();
    }

    @Test
    void savesEveryTableAndNothingReadable() throws IOException {
        Backup saved = Backup.write(from.owner(), key, file);
        assertThat(saved.rows()).isGreaterThanOrEqualTo(4999);
        assertThat(saved.tables())
                .isEqualTo(tables.sql("""
                                SELECT count(*) FROM pg_tables
                                WHERE schemaname !~ '^pg_|information_schema' AND tablename <> 'migrations'
                                """).query(Integer.class).single());
        assertThat(Files.readString(file, ISO_8859_1))
                .startsWith("CONCORDAT-BACKUP 1\n")
                .doesNotContain("foundation", "parties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Backup.write(from.owner(), key, file)).hasMessageEndingWith("(BACKUP-EXISTS)");
    }

    @Test
    void restoresEveryTableOfTheAreasIntoADataFolderWithoutADatabase() {
        tables.sql("DROP TABLE foundation.hard").update();
        Backup saved = Backup.write(from.owner(), key, file);
        Keys keys = Keys.open(folder);
        Restore restored = NewDatabase.fill(folder, keys, postgres -> Restore.read(file, key, postgres.owner()));
        assertThat(restored).isEqualTo(new Restore(saved.tables(), saved.rows()));
        assertThat(folder.resolve("restoring")).doesNotExist();
        try (OwnPostgres postgres = OwnPostgres.start(folder, keys)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.owner().url());
            source.setUser(postgres.owner().user());
            source.setPassword(postgres.owner().password());
            String steps = "SELECT version, checksum FROM foundation.migrations WHERE version IS NOT NULL ORDER BY 1";
            assertThat(rows(JdbcClient.create(source), steps)).isEqualTo(rows(tables, steps));
        }
        assertThatThrownBy(() -> NewDatabase.fill(folder, keys, _ -> 1)).hasMessageEndingWith("(DATABASE-EXISTS)");
    }

    @Test
    void bringsBackEveryRowAndGoesOnCountingWhereItStopped() {
        Backup.write(from.owner(), key, file);
        String all = "SELECT h::text FROM foundation.hard h ORDER BY id";
        List<Map<String, Object>> before = rows(tables, all);
        tables.sql("UPDATE foundation.hard SET name = 'changed', parent = NULL").update();
        tables.sql("DELETE FROM foundation.hard WHERE id > 3").update();
        tables.sql("ALTER SEQUENCE foundation.hard_id_seq RESTART").update();

        Restore.read(file, key, from.owner());

        assertThat(rows(tables, all)).isEqualTo(before).hasSize(4999);
        assertThat(tables.sql("INSERT INTO foundation.hard (name) VALUES ('next') RETURNING id")
                        .query(Long.class)
                        .single())
                .isEqualTo(5000);
    }

    @Test
    void changesNothingWhenTheFileIsDamaged() throws IOException {
        Backup.write(from.owner(), key, file);
        byte[] content = Files.readAllBytes(file);
        content[content.length - 1] ^= 1;
        Files.write(file, content);
        long before = tables.sql("SELECT count(*) FROM foundation.hard")
                .query(Long.class)
                .single();
        assertThatThrownBy(() -> Restore.read(file, key, from.owner())).hasMessageEndingWith("(BACKUP-DAMAGED)");
        assertThat(tables.sql("SELECT count(*) FROM foundation.hard")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);

        Keys keys = Keys.open(folder);
        assertThatThrownBy(() -> NewDatabase.fill(folder, keys, postgres -> Restore.read(file, key, postgres.owner())))
                .hasMessageEndingWith("(BACKUP-DAMAGED)");
        assertThat(folder.resolve("database")).doesNotExist();
        assertThat(folder.resolve("restoring")).doesNotExist();
    }

    @Test
    void refusesABackUpOfTablesItDoesNotKnow() {
        tables.sql("CREATE TABLE foundation.unknown (n int)").update();
        Backup.write(from.owner(), key, file);
        tables.sql("DROP TABLE foundation.unknown").update();
        assertThatThrownBy(() -> Restore.read(file, key, from.owner()))
                .hasMessageContaining("(BACKUP-OF-OTHER-TABLES)");
        assertThat(tables.sql("SELECT count(*) FROM foundation.hard")
                        .query(Long.class)
                        .single())
                .isEqualTo(4999);
    }

    private static List<Map<String, Object>> rows(JdbcClient client, String query) {
        return client.sql(query).query().listOfRows();
    }
}
