package org.concordat.benchmarks.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many people at once, each signed in to the made-up partnership, each looking at one page after another with time to think.
 *
 * <p>Arguments: the port, how many sessions (200), for how many seconds (120), how many seconds each thinks (5). Prints the median,
 * 95th and 99th percentile of the time to the last byte, what failed, and the share of the processors that this tool took.
 */
public final class ServerLoadBenchmark {

    private static final int MOST_SESSIONS = 500;
    private static final int MOST_SECONDS = 600;

    private static final List<String> PEOPLE = List.of(
            "tomasz.lis@council.example",
            "joan.pritchard@council.example",
            "ruth.adeyemi@council.example",
            "priya.nair@council.example",
            "owen.price@council.example",
            "leo.hart@police.example",
            "sunita.rao@police.example",
            "colin.baird@hospital.example",
            "dr.helena.voss@hospital.example",
            "kate.finn@care-board.example");

    private static final List<String> JOURNEY = List.of(
            "/",
            "/agreements",
            "/agreements?page=2",
            "/organisations",
            "/organisations/council",
            "/people",
            "/decisions",
            "/requests",
            "/can-we-share",
            "/questions",
            "/datasets",
            "/account");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI server;
    private final String password;
    private final ConcurrentLinkedQueue<Long> nanoseconds = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger signedIn = new AtomicInteger();

    private ServerLoadBenchmark(URI server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = number(arguments, 0, 8080, 65_535);
        int sessions = number(arguments, 1, 200, MOST_SESSIONS);
        int seconds = number(arguments, 2, 120, MOST_SECONDS);
        int think = number(arguments, 3, 5, 60);
        // On this computer alone, whatever is asked.
        URI server = URI.create("http://127.0.0.1:" + port);
        new ServerLoadBenchmark(server, "tideford-harbour-lights").run(sessions, seconds, think);
    }

    private void run(int sessions, int seconds, int think) throws InterruptedException {
        long processorBefore = processorNanoseconds();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < sessions; i++) {
                int number = i;
                people.execute(() -> session(number, end, think));
                // People do not all arrive at one moment.
                Thread.sleep(TimeUnit.SECONDS.toMillis(seconds) / (4L * sessions));
            }
        }
        double wall = System.nanoTime() - begun;
        double ours = processorNanoseconds() - processorBefore;
        report(sessions, ours / wall / Runtime.getRuntime().availableProcessors());
    }

    private void session(int number, long end, int think) {
        var random = new Random(number);
        try (HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            signIn(client, PEOPLE.get(number % PEOPLE.size()));
            signedIn.incrementAndGet();
            while (System.nanoTime() < end) {
                String page = JOURNEY.get(random.nextInt(JOURNEY.size()));
                long before = System.nanoTime();
                HttpResponse<String> answer = client.send(get(page), BodyHandlers.ofString());
                nanoseconds.add(System.nanoTime() - before);
                if (answer.statusCode() != 200) {
                    failures.add(page + " " + answer.statusCode());
                }
                Thread.sleep((long) (think * 1000 * (0.5 + random.nextDouble())));
            }
        } catch (IOException broken) {
            failures.add(broken.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void signIn(HttpClient client, String email) throws IOException, InterruptedException {
        String form = client.send(get("/sign-in"), BodyHandlers.ofString()).body();
        Matcher token = TOKEN.matcher(form);
        if (!token.find()) {
            throw new IOException("the page to sign in has no token");
        }
        String body =
                "_csrf=" + encoded(token.group(1)) + "&email=" + encoded(email) + "&password=" + encoded(password);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("nobody was signed in");
        }
    }

    private HttpRequest get(String page) {
        return HttpRequest.newBuilder(server.resolve(page))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private void report(int sessions, double share) {
        List<Long> sorted = new ArrayList<>(nanoseconds);
        Collections.sort(sorted);
        System.out.printf(
                "%d sessions of %d signed in, %d pages: median %.0f ms, 95th percentile %.0f ms, 99th %.0f ms; %d failed;"
                        + " the tool took %.0f %% of the processors%n",
                signedIn.get(),
                sessions,
                sorted.size(),
                milliseconds(sorted, 0.5),
                milliseconds(sorted, 0.95),
                milliseconds(sorted, 0.99),
                failures.size(),
                100 * share);
        failures.stream().distinct().limit(10).forEach(failure -> System.out.println("  failed: " + failure));
    }

    private static double milliseconds(List<Long> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int number(String[] arguments, int place, int usual, int most) {
        if (arguments.length <= place) {
            return usual;
        }
        int given = Integer.parseInt(arguments[place]);
        if (given < 1 || given > most) {
            throw new IllegalArgumentException(
                    "argument " + (place + 1) + " must be from 1 to " + most + ", was " + given);
        }
        return given;
    }
}
