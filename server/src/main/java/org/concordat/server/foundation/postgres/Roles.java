package org.concordat.server.foundation.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.concordat.server.foundation.keys.Keys;

/**
 * Who may sign in to our PostgreSQL. {@code concordat_root} makes databases and roles; {@code concordat_owner} owns the
 * tables, changes them and takes back-ups, past row-level security; {@code concordat_app}, with which the server works, owns
 * nothing and is held by row-level security.
 */
final class Roles {
    static final String ROOT = "concordat_root";
    static final String OWNER = "concordat_owner";
    static final String APPLICATION = "concordat_app";

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private Roles() {}

    static String keyOf(String role) {
        return "database-" + role.substring("concordat_".length());
    }

    /** Makes the roles that are not there yet. */
    static void create(Connection root, Keys keys) throws SQLException {
        if (!exists(root, "SELECT FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
            createRole(root, OWNER, "BYPASSRLS", keys);
        }
        if (!exists(root, "SELECT FROM pg_roles WHERE rolname = '" + APPLICATION + "'")) {
            createRole(root, APPLICATION, "NOBYPASSRLS", keys);
        }
    }

    /** Lets the owner fill tables from a back-up without firing triggers; nobody else may. */
    static void letOwnerRestore(Connection root) throws SQLException {
        String parameter = "session_replication_role";
        if (!exists(root, "SELECT WHERE has_parameter_privilege('" + OWNER + "', '" + parameter + "', 'SET')")) {
            run(root, "GRANT SET ON PARAMETER " + parameter + " TO " + OWNER);
        }
    }

    private static void createRole(Connection root, String role, String rowSecurity, Keys keys) throws SQLException {
        // The password is letters, digits, hyphens and underscores, which need no escape.
        run(
                root,
                "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION " + rowSecurity
                        + " PASSWORD '" + keys.secret(keyOf(role)).text() + "'");
    }

    static boolean databaseExists(Connection root, String name) throws SQLException {
        return exists(root, "SELECT FROM pg_database WHERE datname = '" + checked(name) + "'");
    }

    /** @param template the database it begins as a copy of */
    static void createDatabase(Connection root, String name, String template) throws SQLException {
        run(
                root,
                "CREATE DATABASE " + checked(name) + " OWNER " + OWNER + " TEMPLATE " + checked(template)
                        + " STRATEGY FILE_COPY");
        run(root, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        run(root, "GRANT CONNECT ON DATABASE " + name + " TO " + APPLICATION);
    }

    static String checked(String databaseName) {
        if (!DATABASE_NAME.matcher(databaseName).matches()) {
            throw new IllegalArgumentException("a database's name must match " + DATABASE_NAME);
        }
        return databaseName;
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
