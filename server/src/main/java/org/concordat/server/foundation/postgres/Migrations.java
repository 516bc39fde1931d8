package org.concordat.server.foundation.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.concordat.server.foundation.ServerException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings each area's tables to the version that this program needs, lower areas first. An area has a schema of its name, its
 * steps in {@code db/migration/<area>}, and the history of them in its schema's table {@code migrations}.
 *
 * <p>A step names the role {@code concordat_app} where it grants something to the server at work; nothing is granted by
 * itself, not even the use of the schema.
 */
public final class Migrations {
    /** The areas with tables, in the order in which they are brought up to date. */
    public static final List<String> AREAS =
            List.of("foundation", "auditlog", "decisions", "parties", "catalogue", "agreements", "requests", "lessons");

    private Migrations() {}

    /** Takes all steps that have not been taken. Areas without any are passed over. */
    public static void run(DatabaseAddress owner) {
        Map<String, String> newest = new HashMap<>();
        AREAS.forEach(area -> newest.put(area, "latest"));
        runTo(owner, newest);
    }

    /**
     * Takes the steps up to a version, to make tables as a back-up knew them.
     *
     * @param versions by area; areas that are not named get no tables
     */
    public static void runTo(DatabaseAddress owner, Map<String, String> versions) {
        // Flyway opens connections at every turn, and each costs a sign-in; so they are lent.
        HikariConfig few = new HikariConfig();
        few.setPoolName("migrations");
        few.setJdbcUrl(owner.url());
        few.setUsername(owner.user());
        few.setPassword(owner.password());
        few.setMaximumPoolSize(3);
        few.setMinimumIdle(0);
        try (HikariDataSource connections = new HikariDataSource(few)) {
            for (String area : AREAS) {
                String version = versions.get(area);
                if (version != null) {
                    run(connections, area, version);
                }
            }
        }
    }

    /** How far the tables of an area are, and how far this program takes them; 0 where there are none. */
    public record Steps(int taken, int newest) {
        /** Whether there are steps to take. */
        public boolean outstanding() {
            return taken < newest;
        }
    }

    /** By area, in their order, how far its tables are; nothing is changed. */
    public static Map<String, Steps> steps(DatabaseAddress owner) {
        PGSimpleDataSource connections = new PGSimpleDataSource();
        connections.setUrl(owner.url());
        connections.setUser(owner.user());
        connections.setPassword(owner.password());
        Map<String, Steps> steps = new LinkedHashMap<>();
        for (String area : AREAS) {
            MigrationInfoService known = flyway(connections, area, "latest").info();
            MigrationInfo current = known.current();
            MigrationInfo[] all = known.all();
            steps.put(
                    area,
                    new Steps(
                            current == null ? 0 : number(current), all.length == 0 ? 0 : number(all[all.length - 1])));
        }
        return steps;
    }

    private static int number(MigrationInfo step) {
        MigrationVersion version = step.getVersion();
        return version == null ? 0 : Integer.parseInt(version.getVersion());
    }

    private static void run(DataSource connections, String area, String version) {
        Flyway flyway = flyway(connections, area, version);
        try {
            if (flyway.info().all().length > 0) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw new ServerException(
                    "DATABASE-MIGRATION",
                    "The tables of " + area + " cannot be brought to the version that this program needs. The step that"
                            + " failed was undone. If the database was used by a newer Concordat, start that one; else"
                            + " report what follows.",
                    e);
        }
    }

    private static Flyway flyway(DataSource connections, String area, String version) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:db/migration/" + area)
                .failOnMissingLocations(false)
                .validateMigrationNaming(true)
                .schemas(area)
                .table("migrations")
                // Steps of a newer Concordat are a reason to stop; Flyway by itself would pass over them.
                .ignoreMigrationPatterns(new String[0])
                .target(version)
                .load();
    }
}
