package org.concordat.server.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans that every area stands on, made by Spring from settings. */
final class DatabaseConfigurationIT {

    @TempDir
    Path folder;

    @Test
    void worksWithADatabaseOfYoursAsTheRoleThatOwnsNothing() {
        TestDatabase yours = TestDatabase.empty();
        try (var context = start(Map.of(
                "concordat.data-folder", folder.toString(),
                "concordat.database.url", yours.owner().url(),
                "concordat.database.owner-password", yours.owner().password(),
                "concordat.database.application-password", yours.application().password()))) {
            assertThat(whoWorks(context)).isEqualTo("concordat_app");
            assertThat(context.getBean(Database.class).own()).isEmpty();
            assertThat(JdbcClient.create(yours.ownerConnections())
                            .sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'foundation'")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
        assertThat(folder.resolve("database")).doesNotExist();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theConnectionsRecoverWhenOurDatabaseIsKilled() {
        try (var context = start(Map.of("concordat.data-folder", folder.toString()))) {
            assertThat(whoWorks(context)).isEqualTo("concordat_app");
            ProcessHandle postgres = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info()
                            .arguments()
                            .filter(arguments -> String.join(" ", arguments).contains(folder.toString()))
                            .isPresent())
                    .findAny()
                    .orElseThrow();
            postgres.destroyForcibly();
            postgres.onExit().join();
            DataSource connections = context.getBean(DataSource.class);
            while (!answers(connections)) {
                Thread.onSpinWait();
            }
            assertThat(whoWorks(context)).isEqualTo("concordat_app");
        }
    }

    @Test
    void doesNotStartOnAMisspeltSetting() {
        assertThatThrownBy(() -> start(Map.of("concordat.data-foldr", folder.toString())))
                .rootCause()
                .hasMessageEndingWith("(SETTING-UNKNOWN)");
    }

    @Test
    void whatWasBegunAheadIsWhatTheBeansGet() {
        try (ConfigurableApplicationContext context = ahead(DatabaseConfiguration.class)) {
            DatabaseAhead.Begun begun = context.getBean(DatabaseAhead.Begun.class);
            assertThat(context.getBean(Settings.class)).isSameAs(begun.settings());
            assertThat(context.getBean(Keys.class)).isSameAs(begun.keys());
            assertThat(context.getBean(Database.class)).isSameAs(begun.database());
            assertThat(whoWorks(context)).isEqualTo("concordat_app");
        }
    }

    @Test
    void aStartThatFailsBeforeTheDatabaseIsAskedForEndsItNevertheless() {
        assertThatThrownBy(() -> ahead(FailsEarly.class)).hasMessage("made to fail");
        try (ConfigurableApplicationContext context = ahead(DatabaseConfiguration.class)) {
            assertThat(whoWorks(context)).isEqualTo("concordat_app");
        }
    }

    @Test
    void aDatabaseThatCannotBeBegunIsToldAsWithoutBeginningAhead() {
        try (ConfigurableApplicationContext first = ahead(DatabaseConfiguration.class)) {
            assertThat(first.isActive()).isTrue();
            assertThatThrownBy(() -> ahead(DatabaseConfiguration.class))
                    .rootCause()
                    .hasMessageEndingWith("(DATA-FOLDER-IN-USE)");
        }
    }

    /** A server whose beans cannot be made. */
    static final class FailsEarly implements BeanFactoryPostProcessor {
        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
            throw new IllegalStateException("made to fail");
        }
    }

    private ConfigurableApplicationContext ahead(Class<?> beans) {
        return new SpringApplicationBuilder(beans)
                .web(WebApplicationType.NONE)
                .initializers(new DatabaseAhead())
                .run("--concordat.data-folder=" + folder);
    }

    private static boolean answers(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private static String whoWorks(ConfigurableApplicationContext context) {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("SELECT current_user")
                .query(String.class)
                .single();
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        String[] commandLine = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(DatabaseConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(commandLine);
    }
}
