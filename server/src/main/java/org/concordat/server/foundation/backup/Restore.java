package org.concordat.server.foundation.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Secret;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.postgres.Migrations;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Reads a back-up into a database without our tables: makes them as they were when it was written, then fills them all in one
 * transaction, and compares what they then hold with what was saved.
 *
 * @param tables how many were filled
 * @param rows how many, in all of them
 */
public record Restore(int tables, long rows) {

    /**
     * @param owner of an empty database; where this fails, its tables are empty or missing
     * @throws ServerException with {@code BACKUP-UNREADABLE}, {@code BACKUP-DAMAGED}, {@code BACKUP-OF-OTHER-TABLES} or
     *     {@code RESTORE-FAILED}
     */
    public static Restore read(Path file, Secret key, DatabaseAddress owner) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream content =
                        new DataInputStream(new BufferedInputStream(new GZIPInputStream(new SealedInput(in, key))))) {
            SequencedMap<String, String> steps = readTexts(content);
            Migrations.runTo(owner, lastVersions(steps));
            try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
                connection.setAutoCommit(false);
                if (!Tables.steps(connection).equals(steps)) {
                    throw otherTables();
                }
                Restore done = fill(connection, content);
                connection.commit();
                return done;
            }
        } catch (IOException | SQLException | GeneralSecurityException e) {
            throw new ServerException(
                    "RESTORE-FAILED",
                    "Nothing was restored from " + file + ". See that the file can be read, the disk has space and the"
                            + " database runs; then try again.",
                    e);
        }
    }

    private static Map<String, String> lastVersions(Map<String, String> steps) {
        Map<String, String> versions = new TreeMap<>();
        steps.forEach((area, lines) -> {
            if (!lines.isEmpty()) {
                versions.put(
                        Tables.checkName(area), lines.lines().toList().getLast().split(" ", -1)[0]);
            }
        });
        return versions;
    }

    private static Restore fill(Connection connection, DataInputStream content) throws IOException, SQLException {
        List<Tables.Table> expected = Tables.all(connection);
        try (Statement statement = connection.createStatement()) {
            // No trigger fires and no foreign key is checked for each row: all tables come from one moment, and some
            // triggers forbid what a restore does.
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute("SET LOCAL row_security = off");
            statement.execute("SET LOCAL synchronize_seqscans = off");
            if (!expected.isEmpty()) {
                statement.execute(
                        "TRUNCATE " + expected.stream().map(Tables.Table::name).collect(Collectors.joining(", ")));
            }
        }
        if (content.readInt() != expected.size()) {
            throw otherTables();
        }
        long rows = 0;
        for (Tables.Table table : expected) {
            if (!new Tables.Table(content.readUTF(), content.readUTF()).equals(table)) {
                throw otherTables();
            }
            rows += fill(connection, table, content);
        }
        for (Map.Entry<String, String> sequence : readTexts(content).entrySet()) {
            if (!sequence.getValue().isEmpty()) {
                try (PreparedStatement statement =
                        connection.prepareStatement("SELECT setval(?::regclass, ?::bigint, true)")) {
                    statement.setString(1, sequence.getKey());
                    statement.setString(2, sequence.getValue());
                    statement.execute();
                }
            }
        }
        if (content.read() >= 0) {
            throw otherTables();
        }
        return new Restore(expected.size(), rows);
    }

    /** Fills one table, then reads it back and compares. */
    private static long fill(Connection connection, Tables.Table table, DataInputStream content)
            throws IOException, SQLException {
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        MessageDigest read = Tables.sha256();
        InputStream parts = new DigestInputStream(new Parts.Reader(content), read);
        long written = copying.copyIn(table.copy("FROM STDIN"), parts);
        long saved = content.readLong();
        byte[] savedHash = content.readNBytes(read.getDigestLength());
        MessageDigest stored = Tables.sha256();
        long there =
                copying.copyOut(table.copy("TO STDOUT"), new Tables.Hashed(OutputStream.nullOutputStream(), stored));
        boolean same = written == saved
                && there == saved
                && MessageDigest.isEqual(read.digest(), savedHash)
                && MessageDigest.isEqual(stored.digest(), savedHash);
        if (!same) {
            throw new ServerException(
                    "RESTORE-FAILED",
                    "The table " + table.name() + " would not hold what was saved, so nothing was restored. Try another"
                            + " back-up, and report this.");
        }
        return there;
    }

    private static SequencedMap<String, String> readTexts(DataInputStream content) throws IOException {
        SequencedMap<String, String> texts = new TreeMap<>();
        int count = content.readInt();
        for (int i = 0; i < count; i++) {
            texts.put(content.readUTF(), content.readUTF());
        }
        return texts;
    }

    private static ServerException otherTables() {
        return new ServerException(
                "BACKUP-OF-OTHER-TABLES",
                "The back-up was written by a Concordat whose tables this one does not know, so nothing was restored."
                        + " Restore it with the version that wrote it, or a newer one.");
    }
}
