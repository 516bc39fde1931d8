package org.concordat.server.foundation.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Keys;
import org.postgresql.ds.PGSimpleDataSource;

/** Signs in to our PostgreSQL as the one who may do all, to look whether it is as it must be, and to set it up. */
record SignIn(Keys keys) {
    private static final int SECONDS_TO_ANSWER = 10;

    /**
     * The driver's errors quote values, which may be personal, unless told not to. And whoever else listens on the port while
     * PostgreSQL is away gets no password, only a proof that is of no use to him.
     */
    DatabaseAddress address(int port, String database, String role) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                        + "?logServerErrorDetail=false&requireAuth=scram-sha-256",
                role,
                keys.existing(Roles.keyOf(role)).text());
    }

    Connection root(int port) throws SQLException {
        DatabaseAddress address = address(port, "postgres", Roles.ROOT);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setConnectTimeout(SECONDS_TO_ANSWER);
        source.setSocketTimeout(0);
        return source.getConnection();
    }

    /** Whether it lets us in, uses our folder, and is the version we ship, set as we set it. */
    boolean isOurs(Postmaster postmaster) throws IOException {
        try (Connection root = root(postmaster.port())) {
            return Path.of(show(root, "data_directory")).toRealPath().equals(postmaster.database())
                    && show(root, "server_version").equals(Binaries.VERSION)
                    && notDurable(root).isEmpty();
        } catch (SQLException _) {
            return false;
        }
    }

    /** Refuses a PostgreSQL that could lose what it acknowledged; makes the roles and the database where they are not. */
    void setUp(Postmaster postmaster, String database) throws SQLException {
        try (Connection root = root(postmaster.port())) {
            List<String> off = notDurable(root);
            if (!off.isEmpty()) {
                throw new ServerException(
                        "POSTGRES-NOT-DURABLE",
                        "PostgreSQL runs without " + String.join(", ", off)
                                + ", so that a power cut could lose what was"
                                + " acknowledged, and is not used. See what sets it in " + postmaster.database() + ".");
            }
            if (!Roles.databaseExists(root, database)) {
                Roles.create(root, keys);
                Roles.createDatabase(root, database, "template1");
            }
            Roles.letOwnerRestore(root);
        }
    }

    private static List<String> notDurable(Connection root) throws SQLException {
        var off = new ArrayList<String>();
        for (String setting : Configuration.DURABLE) {
            if (!show(root, setting).equals("on")) {
                off.add(setting);
            }
        }
        return off;
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            if (!row.next()) {
                throw new SQLException("SHOW gave no row");
            }
            return row.getString(1);
        }
    }
}
