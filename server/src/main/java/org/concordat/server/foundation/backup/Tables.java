package org.concordat.server.foundation.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.server.foundation.postgres.Migrations;

/** What our areas' schemas hold: tables, sequences, and the steps by which they came to be. */
final class Tables {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final String IN_OUR_SCHEMAS =
            Migrations.AREAS.stream().map(area -> "'" + area + "'").collect(Collectors.joining(", ", "(", ")"));

    private Tables() {}

    /**
     * A table with the columns that are stored.
     *
     * @param name with its schema
     * @param columns as {@code COPY} takes them
     */
    record Table(String name, String columns) {
        Table {
            for (String part : (name + "." + columns.replace(", ", ".")).split("\\.", -1)) {
                checkName(part);
            }
        }

        String copy(String direction) {
            return "COPY " + name + " (" + columns + ") " + direction;
        }
    }

    /** Of all our tables but the histories of steps, which taking the steps writes. Ordered by name. */
    static List<Table> all(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT n.nspname || '.' || c.relname, string_agg(a.attname, ', ' ORDER BY a.attnum)
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE c.relkind = 'r' AND c.relname <> 'migrations'
                        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                        AND n.nspname IN %s
                        GROUP BY 1
                        """.formatted(IN_OUR_SCHEMAS))) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        tables.sort(Comparator.comparing(Table::name)); // here, since databases differ in how they order letters
        return tables;
    }

    /** Our sequences with what they gave last; empty text where they gave nothing yet. */
    static SequencedMap<String, String> sequences(Connection connection) throws SQLException {
        SequencedMap<String, String> sequences = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT schemaname || '.' || sequencename, coalesce(last_value::text, '') FROM pg_sequences"
                                + " WHERE schemaname IN " + IN_OUR_SCHEMAS)) {
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getString(2));
            }
        }
        return sequences;
    }

    /** By area, its steps in their order: {@code version checksum} lines; areas without tables are left out. */
    static SequencedMap<String, String> steps(Connection connection) throws SQLException {
        SequencedMap<String, String> steps = new TreeMap<>();
        for (String area : Migrations.AREAS) {
            try (Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery("SELECT to_regclass('" + area + ".migrations') IS NULL")) {
                    if (rows.next() && rows.getBoolean(1)) {
                        continue;
                    }
                }
                StringBuilder lines = new StringBuilder();
                try (ResultSet rows = statement.executeQuery("SELECT version || ' ' || checksum FROM " + area
                        + ".migrations WHERE version IS NOT NULL AND success ORDER BY installed_rank")) {
                    while (rows.next()) {
                        lines.append(rows.getString(1)).append('\n');
                    }
                }
                steps.put(area, lines.toString());
            }
        }
        return steps;
    }

    static String checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name in our tables must be small letters, digits and underscores");
        }
        return name;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes on and hashes what goes by. */
    static final class Hashed extends FilterOutputStream {
        private final MessageDigest digest;

        Hashed(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int oneByte) throws IOException {
            out.write(oneByte);
            digest.update((byte) oneByte);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            out.write(content, offset, length);
            digest.update(content, offset, length);
        }
    }
}
