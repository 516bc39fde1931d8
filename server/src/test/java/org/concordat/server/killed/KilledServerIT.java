package org.concordat.server.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.postgres.OwnPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Server or database are killed at any moment while systems ask: no decision that was told is lost, none is made twice for one
 * key, and none is without its event and its entry in the ledger. Says how long each took until it decided again.
 */
final class KilledServerIT {

    private static final int KILLS = Integer.getInteger("concordat.kills", 5);
    private static final long SEED = Long.getLong("concordat.seed", 20261130);
    private static final int CALLERS = 4;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** What was told upon each key; a question that was asked and not answered yet holds nothing. */
    private final Map<String, Optional<UUID>> asked = new ConcurrentHashMap<>();

    @Test
    void keepsEachDecisionThatItToldOnceAndWithItsEntry(@TempDir Path folder) throws Exception {
        var ready = new ArrayList<String>();
        boolean database = random.nextBoolean();
        WholeServer server = WholeServer.start(folder);
        try {
            AskingSystem system = AskingSystem.madeKnown(server);
            for (int kill = 0; kill < KILLS; kill++) {
                long since = killedWhileAsked(server, system, database);
                if (!database) {
                    server = WholeServer.start(folder);
                }
                long took =
                        Duration.ofNanos(decidesAgain(server, system) - since).toMillis();
                ready.add((database ? "database " : "server ") + took);
                database = !database;
            }
            askAgainWhatWasNotAnswered(server, system);
        } finally {
            server.close();
        }
        System.out.printf("Deciding again after each kill, milliseconds: %s (seed %d)%n", ready, SEED);
        // Started once more, it first hands to the ledger what was on its way.
        WholeServer.start(folder).close();
        assertThatAllWasKept(folder);
    }

    /** Kills one of them in the midst of some decisions; answers when. */
    private long killedWhileAsked(WholeServer server, AskingSystem system, boolean database)
            throws IOException, InterruptedException {
        String token = system.token(server).orElseThrow();
        int round = asked.size();
        var enough = new CountDownLatch(random.nextInt(5, 60));
        var over = new AtomicBoolean();
        var callers = new ArrayList<Thread>();
        for (int caller = 0; caller < CALLERS; caller++) {
            String prefix = "round-" + round + "-caller-" + caller + "-";
            callers.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; !over.get(); i++) {
                    String key = prefix + i;
                    asked.put(key, Optional.empty());
                    asked.put(key, system.decision(server, token, key));
                    enough.countDown();
                }
            }));
        }
        enough.await();
        if (database) {
            server.killDatabase();
        } else {
            server.kill();
        }
        long since = System.nanoTime();
        over.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        return since;
    }

    /** Asks until it decides; answers when it did. */
    private long decidesAgain(WholeServer server, AskingSystem system) {
        String key = "again-" + asked.size();
        asked.put(key, Optional.empty());
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Optional<UUID> decision = Optional.empty();
        while (decision.isEmpty() && System.nanoTime() < end) {
            decision = system.token(server).flatMap(token -> system.decision(server, token, key));
        }
        assertThat(decision).as("a decision within two minutes of a kill").isPresent();
        asked.put(key, decision);
        return System.nanoTime();
    }

    /** A key is decided once, whether or not the first answer came back. */
    private void askAgainWhatWasNotAnswered(WholeServer server, AskingSystem system) {
        String token = system.token(server).orElseThrow();
        new HashMap<>(asked).forEach((key, told) -> {
            Optional<UUID> now = system.decision(server, token, key);
            assertThat(now).as("an answer upon %s", key).isPresent();
            told.ifPresent(
                    before -> assertThat(now).as("the same answer upon %s", key).contains(before));
            asked.put(key, now);
        });
    }

    private void assertThatAllWasKept(Path folder) {
        try (OwnPostgres postgres = OwnPostgres.start(folder, Keys.open(folder))) {
            JdbcClient owner = JdbcClient.create(connections(postgres.owner()));
            List<UUID> told = asked.values().stream().map(Optional::orElseThrow).toList();
            assertThat(column(owner, "select id from decisions.decision where by_client is not null"))
                    .as("decisions, seed %d", SEED)
                    .containsExactlyInAnyOrderElementsOf(told);
            assertThat(column(owner, """
                            select d.id from decisions.decision d
                            where not exists (select 1 from auditlog.event e where e.id = d.event)
                               or (select count(*) from auditlog.event_place p where p.event = d.event) <> 2
                            """))
                    .as(
                            "decisions without their event, or without its entry and that of the decision, once each, seed %d",
                            SEED)
                    .isEmpty();
            assertThat(column(owner, "select event from auditlog.awaiting_entry"))
                    .as("entries still on their way")
                    .isEmpty();
        }
    }

    private static List<UUID> column(JdbcClient owner, String question) {
        return owner.sql(question).query(UUID.class).list();
    }

    private static PGSimpleDataSource connections(DatabaseAddress address) {
        var source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }
}
