package org.concordat.server.foundation.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Secret;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.postgresql.PGConnection;

/**
 * Writes all our tables as they are at one moment into one encrypted file. The server may go on working meanwhile.
 *
 * <p>Within the encryption, compressed: by area the steps that made its tables; then each table with its columns, its rows as
 * {@code COPY} writes them, their number and SHA-256; then the sequences.
 *
 * @param tables how many were written
 * @param rows how many, in all of them
 */
public record Backup(int tables, long rows) {
    /** The name of the key, among the server's, that back-ups are encrypted with. */
    public static final String KEY = "back-up";

    /**
     * @param out a file that is not there yet; it is there when it is complete
     * @throws ServerException with {@code BACKUP-EXISTS} where it is, and {@code BACKUP-FAILED}
     */
    public static Backup write(DatabaseAddress owner, Secret key, Path out) {
        if (Files.exists(out)) {
            throw new ServerException(
                    "BACKUP-EXISTS", "The file " + out + " is there already and is not overwritten. Name another.");
        }
        Path unfinished = out.resolveSibling(out.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            Backup done;
            try (FileChannel file = FileChannel.open(
                            unfinished,
                            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                    Connection connection = connect(owner)) {
                OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(file));
                try (DataOutputStream content =
                        new DataOutputStream(new GZIPOutputStream(new SealedOutput(buffered, key)))) {
                    done = write(connection, content);
                }
                buffered.flush();
                file.force(true);
            }
            Files.move(unfinished, out, StandardCopyOption.ATOMIC_MOVE);
            return done;
        } catch (IOException | SQLException | GeneralSecurityException e) {
            throw new ServerException(
                    "BACKUP-FAILED",
                    "No back-up was written to " + out
                            + ". See that the disk has space, the database runs and its owner may"
                            + " read all rows (BYPASSRLS); then take it again.",
                    e);
        }
    }

    /** One moment for all tables; and an error where row-level security would leave rows out. */
    private static Connection connect(DatabaseAddress owner) throws SQLException {
        Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET row_security = off");
        }
        return connection;
    }

    private static Backup write(Connection connection, DataOutputStream content) throws IOException, SQLException {
        write(content, Tables.steps(connection));
        List<Tables.Table> tables = Tables.all(connection);
        content.writeInt(tables.size());
        long rows = 0;
        for (Tables.Table table : tables) {
            content.writeUTF(table.name());
            content.writeUTF(table.columns());
            MessageDigest digest = Tables.sha256();
            try (Parts parts = new Parts(content)) {
                long count = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(table.copy("TO STDOUT"), new Tables.Hashed(parts, digest));
                parts.end();
                content.writeLong(count);
                rows += count;
            }
            content.write(digest.digest());
        }
        write(content, Tables.sequences(connection));
        return new Backup(tables.size(), rows);
    }

    private static void write(DataOutputStream content, Map<String, String> texts) throws IOException {
        content.writeInt(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            content.writeUTF(text.getKey());
            content.writeUTF(text.getValue());
        }
    }
}
