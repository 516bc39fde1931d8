package org.concordat.server.auditlog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.merkle.Frontier;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed at any moment loses no event that it said was kept, and doubles none. */
final class KilledLogIT {
    private static final int KILLS = 5;
    private static final long SEED = 20261130;
    private static final Actor SERVER = new Actor.Server("test");

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void everyEventThatWasKeptIsInTheLedgerOnce(@TempDir Path folder) throws Exception {
        DatabaseAddress database = TestDatabase.migrated().application();
        SigningKey key = SigningKey.of(
                "ledger.tideford.example",
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Path keyFile = Files.writeString(folder.resolve("key"), key.file());
        Set<String> kept = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            kept.addAll(acknowledgedBeforeAKill(database, keyFile));
        }
        try (TestLog log = new TestLog(database, 2, key)) {
            log.drain();
            List<String> recorded =
                    log.asked(SERVER, "select event::text from auditlog.event_place order by place", String.class);
            assertThat(recorded).as("seed %d", SEED).containsAll(kept).doesNotHaveDuplicates();
            assertThat(log.asked(SERVER, "select id::text from auditlog.event", String.class))
                    .as("events, each with its entry")
                    .containsExactlyInAnyOrderElementsOf(recorded);
            assertThat(log.waiting()).isZero();
            assertEntriesAreTheEvents(log, recorded);
        }
    }

    private Set<String> acknowledgedBeforeAKill(DatabaseAddress database, Path keyFile) throws IOException {
        ProcessBuilder building = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LogToKill.class.getName(),
                database.url(),
                database.user(),
                keyFile.toString());
        building.environment().put("PASSWORD", database.password());
        building.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = building.start();
        Set<String> kept = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            int until = random.nextInt(20, 600);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == 36 && !line.contains(" ")) {
                    kept.add(UUID.fromString(line).toString());
                }
                if (kept.size() == until) {
                    process.toHandle().destroyForcibly(); // that of Process would close what we read
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(kept).hasSizeGreaterThanOrEqualTo(20);
        return kept;
    }

    private static void assertEntriesAreTheEvents(TestLog log, List<String> recorded) {
        log.ledger.reading(open -> {
            assertThat(open.size()).isEqualTo(recorded.size());
            Frontier tree = new Frontier();
            TreeHasher hasher = new TreeHasher();
            for (int place = 0; place < recorded.size(); place++) {
                Entry entry = open.entry(place);
                assertThat(entry.field("record")).contains(recorded.get(place));
                tree.add(hasher.leaf(entry.canonical()), (_, _, _) -> {});
            }
            assertThat(open.root(recorded.size())).isEqualTo(tree.root());
            return Ledger.class;
        });
    }
}
