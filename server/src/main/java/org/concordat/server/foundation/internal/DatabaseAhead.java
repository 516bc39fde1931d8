package org.concordat.server.foundation.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.SettingsReader;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.Database;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the database and brings its tables up to date while Spring still reads which beans there are: both take about a second,
 * and neither needs the other. Without it {@link DatabaseConfiguration} does the same when the first bean asks for it.
 */
public final class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Settings settings = SettingsReader.read(context.getEnvironment());
        Keys keys = DatabaseConfiguration.openKeys(settings);
        Begun begun =
                new Begun(settings, keys, new FutureTask<>(() -> DatabaseConfiguration.openUpToDate(settings, keys)));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton(Begun.class.getName(), begun);
        // Registered first, so it ends last; and also where the start fails before any bean was made.
        beans.registerDisposableBean(Begun.class.getName(), begun::end);
        Thread.ofPlatform().name("database-ahead").start(begun.opening);
    }

    /** What was read and begun before there were beans. */
    record Begun(Settings settings, Keys keys, FutureTask<Database> opening) {

        /** Waits for it. What went wrong goes on as it was thrown. */
        Database database() {
            try {
                return opening.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException ours) {
                    throw ours;
                }
                throw new IllegalStateException("The database could not be opened", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The start was interrupted", e);
            }
        }

        private void end() {
            Database opened;
            try {
                opened = database();
            } catch (RuntimeException _) {
                return; // it was never open, and whoever asked for it has been told
            }
            opened.close();
        }
    }
}
