package org.concordat.server.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.concordat.server.ConcordatServer;
import org.concordat.server.auditlog.internal.Sequencer;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.postgres.PracticeFolder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Practice mode, started once for all tests of a run, with a database of its own; it ends with the run. */
public final class TownAtWork {

    /** Where it keeps what is done in it. */
    public static final Path FOLDER = Path.of("target", "practice-town");

    private TownAtWork() {}

    /** Time goes on by itself here, and a minute faster whenever a test wants a checkpoint. */
    static final class Time {

        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        @Bean
        @Primary
        Clock clockOfTheTown() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.offset(Clock.system(zone), ahead.get());
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(ahead.get());
                }
            };
        }
    }

    private static final class Running {
        static final ConfigurableApplicationContext CONTEXT = start();

        private static ConfigurableApplicationContext start() {
            PracticeFolder.clear(FOLDER);
            return new SpringApplicationBuilder(ConcordatServer.class, Time.class)
                    .run("--concordat.demo=true", "--concordat.port=0", "--concordat.data-folder=" + FOLDER);
        }
    }

    /** One of its parts. */
    public static <T> T get(Class<T> type) {
        return Running.CONTEXT.getBean(type);
    }

    /** Sees to it that all that happened so far is in the ledger, under a checkpoint. */
    public static void settle() {
        for (int round = 0; round < 2; round++) {
            get(Time.class).ahead.updateAndGet(ahead -> ahead.plusMinutes(1));
            Acting.asServer("test", () -> {
                get(Sequencer.class).round();
                return true;
            });
        }
    }

    /** The address of a page. */
    public static String address(String path) {
        return "http://127.0.0.1:" + Running.CONTEXT.getEnvironment().getProperty("local.server.port") + path;
    }
}
