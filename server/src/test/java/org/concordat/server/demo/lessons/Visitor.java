package org.concordat.server.demo.lessons;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.concordat.server.demo.Tideford;
import org.springframework.web.util.HtmlUtils;

/** Somebody with a browser that keeps cookies and follows redirects, and fills in the forms of pages. */
final class Visitor {

    private static final Pattern MAIN = Pattern.compile("<main.*?</main>", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern ROLE =
            Pattern.compile("value=\"([0-9a-f-]{36})\".*?<label[^>]*>(.*?)</label>", Pattern.DOTALL);

    private final String server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private HttpResponse<String> seen;

    Visitor(String server) throws IOException, InterruptedException {
        this.server = server;
        this.seen = get("/sign-in");
    }

    /** One who is signed in, in the role of that name where there are several. */
    static Visitor signedIn(String server, String email, String role) throws IOException, InterruptedException {
        var visitor = new Visitor(server);
        visitor.send("/sign-in", Map.of("email", email, "password", Tideford.PASSWORD));
        if (visitor.path().equals("/role")) {
            String chosen = ROLE.matcher(visitor.body())
                    .results()
                    .filter(found -> found.group(2).contains(role))
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            visitor.send("/role", Map.of("role", chosen));
        }
        return visitor;
    }

    /** Opens a page, whatever comes. */
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        seen = client.send(
                HttpRequest.newBuilder(URI.create(server + address)).GET().build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
        return seen;
    }

    /** Opens a page, which must be there. */
    Visitor open(String address) throws IOException, InterruptedException {
        assertThat(get(address).statusCode()).as(address).isEqualTo(200);
        assertThat(body()).as("every message of %s is there", address).doesNotContain("??");
        return this;
    }

    /** Sends a form that stands on its own address. */
    Visitor send(String address, Map<String, String> fields) throws IOException, InterruptedException {
        return send(address, address, fields);
    }

    /**
     * Opens a page and sends one of its forms; it must be taken.
     *
     * @param fields several values of one stand with | between
     */
    Visitor send(String page, String action, Map<String, String> fields) throws IOException, InterruptedException {
        assertThat(post(page, action, fields).statusCode())
                .as("%s: %s", action, text())
                .isEqualTo(200);
        return this;
    }

    /** The same, whatever comes. */
    HttpResponse<String> post(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        open(page);
        var all = new ArrayList<String>();
        all.add("_csrf=" + encoded(first(TOKEN).getFirst()));
        first(VERSION).forEach(version -> all.add("version=" + version));
        fields.forEach((name, values) -> {
            for (String value : values.split("\\|")) {
                all.add(name + "=" + encoded(value));
            }
        });
        seen = client.send(
                HttpRequest.newBuilder(URI.create(server + action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", all)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
        return seen;
    }

    /** What the page shows, without its tags. */
    String text() {
        String main = MAIN.matcher(body())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(body());
        return HtmlUtils.htmlUnescape(main.replaceAll("<[^>]+>", " ")).replaceAll("\\s+", " ");
    }

    String body() {
        return seen.body();
    }

    /** Where the page that is seen lies. */
    String path() {
        return seen.uri().getPath();
    }

    /** Names of the cookies that were given. */
    List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    /** The first group of what is found on the page, in order. */
    List<String> found(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(body())
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
    }

    private List<String> first(Pattern pattern) {
        return pattern.matcher(body())
                .results()
                .map(found -> found.group(1))
                .limit(1)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
