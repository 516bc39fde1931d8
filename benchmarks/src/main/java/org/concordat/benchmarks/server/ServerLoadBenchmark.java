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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "/agreements?words=care",
            "/organisations",
            "/organisations/council",
            "/people",
            "/decisions",
            "/requests",
            "/can-we-share?sender=council&recipient=police&kinds=where&origin=ordinary&purpose=crime-and-disorder"
                    + "&form=identified",
            "/questions?words=consent",
            "/datasets",
            "/account");

    /** One page in so many is a question of its own, decided and kept for good. */
    private static final int PAGES_A_DECISION = 10;

    private static final Pattern CHOICE = Pattern.compile(
            "<select[^>]*name=\"([^\"]+)\".*?<option[^>]*value=\"([^\"]+)\""
                    + "|<input[^>]*type=\"(?:radio|checkbox)\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]+)\"",
            Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI server;
    private final String password;
    private final ConcurrentLinkedQueue<Long> nanoseconds = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger decisions = new AtomicInteger();
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
            String email = PEOPLE.get(number % PEOPLE.size());
            signIn(client, email);
            signedIn.incrementAndGet();
            while (System.nanoTime() < end) {
                if (random.nextInt(PAGES_A_DECISION) == 0) {
                    decide(client, organisation(email));
                } else {
                    timed(client, get(JOURNEY.get(random.nextInt(JOURNEY.size()))));
                }
                Thread.sleep((long) (think * 1000 * (0.5 + random.nextDouble())));
            }
        } catch (IOException broken) {
            failures.add(broken.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String timed(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        long before = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        nanoseconds.add(System.nanoTime() - before);
        if (answer.statusCode() != 200) {
            failures.add(request.method() + " " + request.uri().getPath() + " " + answer.statusCode());
        }
        return answer.body();
    }

    /** Asks whether something may be shared, as the form offers it, and reads the answer. */
    private void decide(HttpClient client, String recipient) throws IOException, InterruptedException {
        String datasets = timed(client, get("/decisions/new"));
        Matcher dataset = CHOICE.matcher(datasets);
        if (!dataset.find()) {
            failures.add("/decisions/new offers no dataset");
            return;
        }
        String path = "/decisions/new?dataset=" + encoded(choice(dataset, 2));
        String form = timed(client, get(path));
        Map<String, String> answers = new LinkedHashMap<>();
        for (Matcher each = CHOICE.matcher(form); each.find(); ) {
            answers.putIfAbsent(choice(each, 1), choice(each, 2));
        }
        answers.put("recipient", recipient); // nobody asks for what concerns others alone
        String answer = timed(client, post(path, form, answers));
        if (answer.contains("govuk-error-summary")) {
            failures.add("/decisions/new did not take its own choices");
        } else {
            decisions.incrementAndGet();
        }
    }

    private static String organisation(String email) {
        return email.substring(email.indexOf('@') + 1).replace(".example", "");
    }

    private static String choice(Matcher found, int part) {
        return found.group(1) == null ? found.group(part + 2) : found.group(part);
    }

    private HttpRequest post(String path, String form, Map<String, String> answers) throws IOException {
        Matcher token = TOKEN.matcher(form);
        if (!token.find()) {
            throw new IOException("the page " + path + " has no token");
        }
        var body = new StringBuilder("_csrf=" + encoded(token.group(1)));
        answers.forEach((name, value) ->
                body.append('&').append(encoded(name)).append('=').append(encoded(value)));
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private void signIn(HttpClient client, String email) throws IOException, InterruptedException {
        String form = client.send(get("/sign-in"), BodyHandlers.ofString()).body();
        HttpResponse<String> answer = client.send(
                post("/sign-in", form, Map.of("email", email, "password", password)), BodyHandlers.ofString());
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
                "%d sessions of %d signed in, %d pages and %d decisions: median %.0f ms, 95th percentile %.0f ms, 99th %.0f ms; %d failed;"
                        + " the tool took %.0f %% of the processors%n",
                signedIn.get(),
                sessions,
                sorted.size(),
                decisions.get(),
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
