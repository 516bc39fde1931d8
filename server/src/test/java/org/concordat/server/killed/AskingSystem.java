package org.concordat.server.killed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.server.demo.Tideford;
import tools.jackson.databind.json.JsonMapper;

/** A system of the police that asks whether something may be shared, with a key to each call so that it can ask again. */
final class AskingSystem {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("id=\"client-id\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"client-secret\">([^<]+)<");
    private static final String QUESTION = """
            {"questions": [{"from": {"organisation": "council"}, "to": {"organisation": "police"}, "role": "investigator",
             "dataset": "tenancy-records", "fields": ["name", "address"], "purpose": "crime-enquiry",
             "form": "identified", "subjects": "one", "significant-decision": false, "identifying-again": false,
             "rests-on": "single-disclosure",
             "law": {"row": "localism-2011-s1", "basis": "public-task", "confidentiality": "not-confidential",
                     "exemption": "dpa-2018-sch2-2"},
             "subject": "T-1042"}]}
            """;

    private final String credentials;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private AskingSystem(String credentials) {
        this.credentials = credentials;
    }

    /** Makes the system known, as an administrator of the police does on the page. */
    static AskingSystem madeKnown(WholeServer server) throws IOException, InterruptedException {
        try (HttpClient person = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            send(
                    person,
                    server,
                    "/sign-in",
                    Map.of("email", "martin.sole@police.example", "password", Tideford.PASSWORD));
            LocalDate ends = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(6);
            String made = send(
                    person,
                    server,
                    "/systems/new",
                    Map.of(
                            "name", "Custody records",
                            "role", "analyst",
                            "expires-day", String.valueOf(ends.getDayOfMonth()),
                            "expires-month", String.valueOf(ends.getMonthValue()),
                            "expires-year", String.valueOf(ends.getYear())));
            return new AskingSystem(found(ID, made) + ":" + found(SECRET, made));
        }
    }

    private static String send(HttpClient person, WholeServer server, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = person.send(HttpRequest.newBuilder(server.address(path)).build(), BodyHandlers.ofString())
                .body();
        String body = "_csrf=" + encoded(found(TOKEN, form)) + "&"
                + fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpResponse<String> answer = person.send(
                HttpRequest.newBuilder(server.address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String found(Pattern pattern, String page) {
        Matcher match = pattern.matcher(page);
        assertThat(match.find()).as("%s in %s", pattern, page).isTrue();
        return match.group(1);
    }

    /** A token to ask with; nothing while the server cannot answer. */
    Optional<String> token(WholeServer server) {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        return answer(HttpRequest.newBuilder(server.address("/api/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                .map(body ->
                        JsonMapper.shared().readTree(body).path("access_token").asString());
    }

    /** The decision upon the question that has this key; nothing where no answer came, whatever became of the question. */
    Optional<UUID> decision(WholeServer server, String token, String key) {
        return answer(HttpRequest.newBuilder(server.address("/api/decisions"))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(QUESTION)))
                .map(body -> UUID.fromString(JsonMapper.shared()
                        .readTree(body)
                        .path("decisions")
                        .get(0)
                        .path("id")
                        .asString()));
    }

    private Optional<String> answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException notAnswered) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
