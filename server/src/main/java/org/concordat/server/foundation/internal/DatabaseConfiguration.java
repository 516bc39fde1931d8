package org.concordat.server.foundation.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.SettingsReader;
import org.concordat.server.foundation.backup.Backup;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.Database;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.postgres.Migrations;
import org.concordat.server.foundation.postgres.PracticeFolder;
import org.concordat.server.foundation.rows.Connections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.ConfigurableEnvironment;

/** Settings, keys, database and connections, each made of the one before. Spring ends them in the opposite order. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 20;
    private static final int CONNECTIONS_APART = 4;
    private static final int IDLE_CONNECTIONS = 2;

    @Bean
    Settings settings(ConfigurableEnvironment environment, ObjectProvider<DatabaseAhead.Begun> ahead) {
        DatabaseAhead.Begun begun = ahead.getIfAvailable();
        return begun == null ? SettingsReader.read(environment) : begun.settings();
    }

    @Bean
    Keys keys(Settings settings, ObjectProvider<DatabaseAhead.Begun> ahead) {
        DatabaseAhead.Begun begun = ahead.getIfAvailable();
        return begun == null ? openKeys(settings) : begun.keys();
    }

    /** Open, and with all tables up to date. */
    @Bean(destroyMethod = "close")
    Database database(Settings settings, Keys keys, ObjectProvider<DatabaseAhead.Begun> ahead) {
        DatabaseAhead.Begun begun = ahead.getIfAvailable();
        return begun == null ? openUpToDate(settings, keys) : begun.database();
    }

    /** The connections with which requests are answered. */
    @Bean(destroyMethod = "close")
    @Primary
    DataSource dataSource(Database database, ObjectProvider<MeterRegistry> figures) {
        DatabaseAddress application = database.application();
        return new Connections(
                pool("concordat", application, CONNECTIONS, figures),
                pool("concordat-apart", application, CONNECTIONS_APART, figures));
    }

    static Keys openKeys(Settings settings) {
        PracticeFolder.check(settings.dataFolder(), settings.demo());
        Keys keys = Keys.open(settings.dataFolder());
        keys.secret(Backup.KEY); // from the first day on, so that it can be put away before the first back-up
        return keys;
    }

    static Database openUpToDate(Settings settings, Keys keys) {
        Database database = Database.open(settings, keys);
        try {
            Migrations.run(database.owner());
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static HikariDataSource pool(
            String name, DatabaseAddress address, int most, ObjectProvider<MeterRegistry> figures) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(most);
        pool.setMinimumIdle(Math.min(most, IDLE_CONNECTIONS));
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        pool.setKeepaliveTime(TimeUnit.MINUTES.toMillis(2));
        figures.ifAvailable(pool::setMetricRegistry);
        return new HikariDataSource(pool);
    }
}
