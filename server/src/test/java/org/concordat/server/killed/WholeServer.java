package org.concordat.server.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.server.ConcordatServer;

/** A process that is the whole server with the made-up partnership, on a free port of this computer. */
final class WholeServer implements AutoCloseable {

    private static final Pattern ANSWERS = Pattern.compile("answers at (http://127\\.0\\.0\\.1:\\d+)");
    private static final long MOST_MINUTES_TO_START = 4;

    private final Path folder;
    private final Process process;
    private final URI address;

    private WholeServer(Path folder, Process process, URI address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /** Starts one on this folder, and returns when it answers. */
    static WholeServer start(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ConcordatServer.class.getName(),
                        "demo",
                        "--concordat.port=0",
                        "--concordat.data-folder=" + folder)
                .redirectErrorStream(true)
                .start();
        var address = new CompletableFuture<URI>();
        Thread.ofVirtual().name("reads what the server says").start(() -> listen(process, address));
        try {
            return new WholeServer(folder, process, address.get(MOST_MINUTES_TO_START, TimeUnit.MINUTES));
        } catch (ExecutionException | TimeoutException notStarted) {
            process.destroyForcibly();
            throw new IOException("The server did not start.", notStarted);
        }
    }

    private static void listen(Process process, CompletableFuture<URI> address) {
        var last = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher says = ANSWERS.matcher(line);
                if (says.find()) {
                    address.complete(URI.create(says.group(1)));
                }
                if (!address.isDone()) {
                    last.append(line).append('\n');
                }
            }
        } catch (IOException | UncheckedIOException ended) {
            // Whoever kills it closes what is read here.
        }
        address.completeExceptionally(new IOException("It said:\n" + last));
    }

    URI address(String path) {
        return address.resolve(path);
    }

    /** Ends the server as a loss of power would; its database goes on without it. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Ends its database likewise; the server goes on without it. */
    void killDatabase() throws IOException {
        try (Stream<Path> files = Files.find(folder, 4, (file, _) -> file.endsWith("postmaster.pid"))) {
            long pid = Long.parseLong(
                    Files.readAllLines(files.findFirst().orElseThrow()).getFirst());
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        }
    }

    /** Asks it to end, and waits for that. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("The server did not end when it was asked to.");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
