package org.concordat.ledger.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.notes.SigningKey;

/**
 * A program that appends to a ledger without end and says after each batch how much is acknowledged, to be killed at some
 * moment by whoever started it.
 */
public final class CrashedWriter {
    private CrashedWriter() {}

    /** @param words folder, seed, and the two lines of the signing key */
    public static void main(String[] words) {
        SplittableRandom random = new SplittableRandom(Long.parseLong(words[1]));
        SigningKey key = SigningKey.parse(words[2] + "\n" + words[3] + "\n");
        Ledger ledger = Ledger.open(FileStore.open(FolderDisk.of(Path.of(words[0]))));
        while (true) {
            long size = ledger.size();
            int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 3000 : 20);
            ledger.append(entries(size, size + length));
            System.out.println(ledger.size());
            if (random.nextInt(5) == 0) {
                ledger.sign(key, Examples.AT);
            }
        }
    }

    /** What every place of the ledger holds, so that whoever looks at it later knows. */
    static List<Entry> entries(long from, long to) {
        return LongStream.range(from, to).mapToObj(Examples::decision).toList();
    }

    /**
     * Starts the program, kills it after it said something and some milliseconds have passed, and returns the last size that
     * it acknowledged.
     */
    static long killAfter(int milliseconds, Path folder, long seed, SigningKey key)
            throws IOException, InterruptedException {
        List<String> keyLines = key.file().lines().toList();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashedWriter.class.getName(),
                        folder.toString(),
                        Long.toString(seed),
                        keyLines.getFirst(),
                        keyLines.getLast())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (var said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String first = said.readLine();
            if (first == null) {
                throw new IllegalStateException("the writer ended by itself");
            }
            acknowledged = Long.parseLong(first);
            Thread killer = Thread.ofPlatform().start(() -> {
                try {
                    Thread.sleep(milliseconds);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                process.toHandle().destroyForcibly(); // the process's own method would close what it said
            });
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                // The last line may have been cut off by the kill itself.
                if (line.matches("\\d+") && Long.parseLong(line) > acknowledged) {
                    acknowledged = Long.parseLong(line);
                }
            }
            killer.join();
        }
        process.waitFor();
        return acknowledged;
    }
}
