package org.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.concordat.server.foundation.postgres.Migrations;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases for tests do not see each other, and migrations can be run again. */
final class TestDatabaseIT {

    @Test
    void givesEachItsOwnDatabase() {
        TestDatabase one = TestDatabase.migrated();
        TestDatabase other = TestDatabase.migrated();
        JdbcClient.create(one.ownerConnections()).sql("CREATE SCHEMA mine").update();
        assertThat(schemas(one)).contains("mine");
        assertThat(schemas(other)).doesNotContain("mine");
        assertThatThrownBy(() -> JdbcClient.create(one.applicationConnections())
                        .sql("CREATE SCHEMA mine_too")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void takesEachStepOnce() {
        TestDatabase empty = TestDatabase.empty();
        Migrations.run(empty.owner());
        Migrations.run(empty.owner());
        assertThat(schemas(empty)).isEqualTo(schemas(TestDatabase.migrated()));
    }

    private static Set<String> schemas(TestDatabase database) {
        return JdbcClient.create(database.ownerConnections())
                .sql("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'")
                .query(String.class)
                .set();
    }
}
