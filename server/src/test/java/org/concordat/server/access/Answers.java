package org.concordat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser that shows each answer as it came, follows nothing, and comes by HTTPS through the proxy in front. */
final class Answers {

    static final String COOKIE = "__Host-concordat";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Optional<String> session = Optional.empty();

    Answers(String address) {
        this.address = address;
    }

    /** The number that the last answer gave this browser to be known by. */
    String session() {
        return session.orElseThrow();
    }

    /** Comes with this number from now on, whoever it belongs to. */
    void session(String number) {
        session = Optional.of(number);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, "GET", Map.of(), Optional.empty());
    }

    HttpResponse<String> send(String path, String method, Map<String, String> headers, Optional<String> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("X-Forwarded-For", "192.0.2.7")
                .header("X-Forwarded-Proto", "https")
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        headers.forEach(request::header);
        session.ifPresent(number -> request.header("Cookie", COOKIE + "=" + number));
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers()
                .firstValue("Set-Cookie")
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .ifPresent(cookie -> session = Optional.of(cookie.substring(COOKIE.length() + 1, cookie.indexOf(';'))));
        return answer;
    }

    /** Sends a form with the token of the page that this browser saw. */
    HttpResponse<String> post(String path, String seenAt, Map<String, String> fields)
            throws IOException, InterruptedException {
        return post(path, seenAt, fields, Map.of());
    }

    /** The same with more headers. */
    HttpResponse<String> post(String path, String seenAt, Map<String, String> fields, Map<String, String> headers)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(seenAt).body());
        assertThat(token.find()).as("a token at %s", seenAt).isTrue();
        return send(path, "POST", form(headers), body(Map.of("_csrf", token.group(1)), fields));
    }

    /** Sends a form with nothing but these fields. */
    HttpResponse<String> postWithout(String path, Map<String, String> more, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(path, "POST", form(Map.of()), body(more, fields));
    }

    private static Map<String, String> form(Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return all;
    }

    private static Optional<String> body(Map<String, String> more, Map<String, String> fields) {
        return Optional.of(Stream.concat(more.entrySet().stream(), fields.entrySet().stream())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }
}
