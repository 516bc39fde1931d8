package org.concordat.benchmarks.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Codes;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;

/**
 * Durable appends a second, in batches and by many threads at once, and milliseconds for a proof, for opening and for
 * verifying all.
 *
 * <p>Run it after {@code ./mvnw -pl benchmarks -am test-compile} with
 *
 * <pre>{@code
 * java -Xmx512m -cp "$(cat benchmarks/target/classpath.txt):benchmarks/target/classes" \
 *     org.concordat.benchmarks.ledger.LedgerBenchmark FOLDER [ENTRIES [A_BATCH]]
 * }</pre>
 *
 * <p>The folder must be empty and on the disk that is to be measured; ten million entries take 5 GB. The small heap shows
 * that memory does not grow with entries. Making the entries is not counted.
 */
public final class LedgerBenchmark {
    private static final int PROOFS = 2_000;
    private static final int THREADS = 64;
    private static final int SINGLE_ENTRIES = 20_000;

    private static final Path SCHEDULER = Path.of("/proc/thread-self/schedstat");
    private static final Instant AT = Instant.parse("2026-11-21T00:00:00Z");
    private static final Codes CODES = Codes.parse("""
            organisation tideford-council
            organisation tideford-police
            purpose prevent-harm
            agreement SA-2031
            """.getBytes(StandardCharsets.US_ASCII));
    private static final String DIGITS = "0123456789abcdef".repeat(4);
    private static final Map<String, Object> WHAT_MOST_SAY = Map.ofEntries(
            Map.entry("outcome", "PERMITTED"),
            Map.entry("day", "2026-11-21"),
            Map.entry("rules", List.of()),
            Map.entry("sender", "tideford-council"),
            Map.entry("recipient", "tideford-police"),
            Map.entry("purpose", "prevent-harm"),
            Map.entry("packFingerprint", "sha256:" + DIGITS),
            Map.entry("folderFingerprint", "sha256:" + DIGITS),
            Map.entry("agreements", Map.of("SA-2031", "sha256:" + DIGITS)),
            Map.entry("request", "salted:" + DIGITS),
            Map.entry("reasons", "salted:" + DIGITS),
            Map.entry("staff", "staff:" + DIGITS.substring(32)),
            Map.entry("subject", "subject:" + DIGITS));

    private LedgerBenchmark() {}

    /** Runs all and prints a line for each figure. */
    public static void main(String[] words) throws IOException, NoSuchAlgorithmException {
        Path folder = Files.createDirectories(Path.of(words[0]));
        long entries = words.length > 1 ? Long.parseLong(words[1]) : 1_000_000;
        int aBatch = words.length > 2 ? Integer.parseInt(words[2]) : 1_000;
        SigningKey key = SigningKey.of(
                "ledger.example", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        try (Ledger ledger = Ledger.create(FileStore.open(FolderDisk.of(folder)), key.verifier())) {
            say(String.format(
                    Locale.ROOT,
                    "%d entries, batches of %d: %.0f durable appends a second",
                    entries,
                    aBatch,
                    batches(ledger, entries, aBatch)));
            say(String.format(
                    Locale.ROOT,
                    "%d threads with single entries: %.0f durable appends a second",
                    THREADS,
                    singles(ledger)));
            ledger.sign(key, Instant.EPOCH);
            proofs(ledger);
        }
        long start = System.nanoTime();
        Ledger.open(FileStore.open(FolderDisk.of(folder))).close();
        say(String.format(Locale.ROOT, "opened in %.0f ms", (System.nanoTime() - start) / 1e6));
        start = System.nanoTime();
        boolean sound = LedgerVerifier.folder(folder, new Trust("", List.of(), new byte[0]))
                .sound();
        say(String.format(
                Locale.ROOT,
                "%s, every entry verified in %.1f s",
                sound ? "sound" : "NOT SOUND",
                (System.nanoTime() - start) / 1e9));
    }

    private static double batches(Ledger ledger, long entries, int aBatch) {
        long nanos = 0;
        for (long from = 0; from < entries; from += aBatch) {
            List<Entry> batch = new ArrayList<>();
            for (long number = from; number < Math.min(entries, from + aBatch); number++) {
                batch.add(entry(number));
            }
            long start = System.nanoTime();
            ledger.append(batch);
            nanos += System.nanoTime() - start;
        }
        return entries / (nanos / 1e9);
    }

    private static double singles(Ledger ledger) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < SINGLE_ENTRIES; i++) {
            entries.add(entry(-1 - i));
        }
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Entry entry : entries) {
                threads.execute(() -> {
                    ledger.append(entry);
                    done.increment();
                });
            }
        }
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }

    /**
     * By the wall clock, and less the time in which the thread was ready and had no processor, since on a machine that others
     * use it waits longer for its turn than it takes. Waiting for the disk counts in both.
     */
    private static void proofs(Ledger ledger) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        long size = ledger.size();
        double[] elapsed = new double[PROOFS];
        double[] own = new double[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long index = random.nextLong(size);
            long startWaiting = nanosWithoutAProcessor();
            long start = System.nanoTime();
            ledger.inclusion(index, size);
            elapsed[i] = (System.nanoTime() - start) / 1e6;
            own[i] = Math.max(0, elapsed[i] - (nanosWithoutAProcessor() - startWaiting) / 1e6);
        }
        say("inclusion proof at " + size + " entries: " + spread(elapsed) + "; less waiting for a processor: "
                + spread(own));
    }

    /** As Linux counts it for this thread; 0 elsewhere. */
    private static long nanosWithoutAProcessor() throws IOException {
        return Files.isReadable(SCHEDULER)
                ? Long.parseLong(Files.readString(SCHEDULER).split(" ")[1])
                : 0;
    }

    private static String spread(double[] milliseconds) {
        double[] sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %.2f ms, p99 %.2f ms, longest %.2f ms",
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1]);
    }

    private static Entry entry(long number) {
        Map<String, Object> fields = new TreeMap<>(WHAT_MOST_SAY);
        fields.put("decision", new UUID(0x4000L, (number & Long.MAX_VALUE >> 1) | Long.MIN_VALUE).toString());
        return Entry.of(EntryKind.DECISION, AT.plusSeconds(Math.abs(number) % 86_400), fields, CODES);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
