package org.concordat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.ConcordatServer;
import org.concordat.server.TestDatabase;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.internal.Accounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What every answer tells the browser, and how a session begins and ends, over the wire and behind a proxy that speaks HTTPS.
 * Many lines of docs/security/asvs.csv rest on it.
 */
@SpringBootTest(classes = ConcordatServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswersIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String EMAIL = "ada@council.example";
    private static final String PASSWORD = "seven lamps under wet gravel";
    private static final String OTHER = "nine kettles beside dry heather";
    private static final Pattern STYLE = Pattern.compile("\"(/assets/[0-9a-f]{16}/concordat\\.css)\"");

    private final RequestMappingHandlerMapping handlers;
    private final Organisations organisations;
    private final Persons persons;
    private final Accounts accounts;
    private final Environment environment;

    @Autowired
    AnswersIT(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            Organisations organisations,
            Persons persons,
            Accounts accounts,
            Environment environment) {
        this.handlers = handlers;
        this.organisations = organisations;
        this.persons = persons;
        this.accounts = accounts;
        this.environment = environment;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        DATABASE.register(settings);
        settings.add(
                "concordat.data-folder", () -> Path.of("target", "answers-data").toString());
        settings.add("concordat.trusted-proxy", () -> "127.0.0.1");
    }

    @BeforeAll
    void somebodyWithAnAccount() {
        UUID person = Acting.asServer("test", () -> {
            Organisation council = organisations.add(
                    "Council",
                    EnumSet.of(OrganisationKind.COUNCIL),
                    Nation.ENGLAND,
                    Organisation.Controller.unknown(),
                    false);
            UUID ada = persons.add(council.code(), "Ada", EMAIL).id();
            persons.give(ada, council.code(), Optional.empty(), Role.ORGANISATION_ADMINISTRATOR);
            return ada;
        });
        accounts.setPassword(person, PASSWORD);
    }

    private Answers stranger() {
        return new Answers("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    private Answers signedIn() throws Exception {
        Answers browser = stranger();
        HttpResponse<String> answer = signIn(browser, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        return browser;
    }

    private static HttpResponse<String> signIn(Answers browser, String password) throws Exception {
        return browser.post("/sign-in", "/sign-in", Map.of("email", EMAIL, "password", password));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/record",
                "/about",
                "/account",
                "/no-such-page",
                "/actuator/health",
                "/api/description",
                "/api/decisions",
                "/api/nowhere",
                "/set-up;x=1",
                "/error"
            })
    void everyAnswerSaysWhatItIsAndKeepsTheBrowserFromAnythingElse(String path) throws Exception {
        HttpResponse<String> answer =
                stranger().send(path, "GET", Map.of("Origin", "https://elsewhere.example"), Optional.empty());
        guarded(answer);
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        if (!answer.body().isEmpty()) {
            assertThat(header(answer, "Content-Type"))
                    .matches("text/html;charset=UTF-8|application/(problem\\+)?json(;charset=UTF-8)?");
        }
    }

    @Test
    void theStylesAreGuardedTooThoughTheyMayBeKept() throws Exception {
        Answers browser = stranger();
        Matcher style = STYLE.matcher(browser.get("/sign-in").body());
        assertThat(style.find()).isTrue();
        HttpResponse<String> answer = browser.get(style.group(1));
        guarded(answer);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/css;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).contains("immutable");
    }

    private static void guarded(HttpResponse<String> answer) {
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.headers().map().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .as("no other origin is answered, and nothing is told of what runs here")
                .noneMatch(name -> name.startsWith("access-control"))
                .doesNotContain("server", "x-powered-by");
    }

    @Test
    void theCookieIsForThisHostAloneAndForHttpsAlone() throws Exception {
        HttpResponse<String> answer = stranger().get("/sign-in");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(Answers.COOKIE + "=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain=", "Max-Age", "Expires");
    }

    @Test
    void aSessionsNumberIsDrawnAnewAndLongEnough() throws Exception {
        var numbers = new TreeSet<String>();
        for (int i = 0; i < 20; i++) {
            Answers browser = stranger();
            browser.get("/sign-in");
            numbers.add(browser.session());
        }
        assertThat(numbers).hasSize(20);
        assertThat(numbers).allMatch(number -> Base64.getUrlDecoder().decode(number).length == 27);
    }

    @Test
    void aNumberThatTheServerNeverGaveIsNotTakenOn() throws Exception {
        Answers browser = stranger();
        String made = "A".repeat(36);
        browser.session(made);
        browser.get("/sign-in");
        assertThat(browser.session()).isNotEqualTo(made);
    }

    @Test
    void signingInBeginsAnotherSessionAndSigningOutEndsIt() throws Exception {
        Answers browser = stranger();
        browser.get("/sign-in");
        String before = browser.session();
        signIn(browser, PASSWORD);
        String signedIn = browser.session();
        assertThat(signedIn).isNotEqualTo(before);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        Answers left = stranger();
        left.session(before);
        assertThat(left.get("/account").statusCode())
                .as("the session from before is nobody's")
                .isEqualTo(302);

        HttpResponse<String> out = browser.post("/sign-out", "/account", Map.of());
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(header(out, "Clear-Site-Data")).contains("\"cache\"", "\"storage\"");
        browser.session(signedIn);
        assertThat(header(browser.get("/account"), "Location")).endsWith("/sign-in");
    }

    @Test
    void aSessionEndsAfterTwelveHoursAndAnotherRoleDoesNotProlongIt() throws Exception {
        Answers browser = signedIn();
        age(browser, Duration.ofHours(11));
        HttpResponse<String> page = browser.get("/role");
        Matcher role = Pattern.compile("name=\"role\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(role.find()).isTrue();
        String before = browser.session();
        browser.post("/role", "/role", Map.of("role", role.group(1)));
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        assertThat(JdbcClient.create(DATABASE.ownerConnections())
                        .sql("""
                                select count(*) from foundation.spring_session_attributes a
                                join foundation.spring_session s on s.primary_id = a.session_primary_id
                                where s.session_id = :number and a.attribute_name = 'concordat.session-began'
                                """)
                        .param("number", browser.session())
                        .query(Long.class)
                        .single())
                .as("it knows when the first began")
                .isOne();
        Answers busy = signedIn();
        age(busy, Duration.ofHours(12));
        assertThat(header(busy.get("/account"), "Location")).endsWith("/sign-in");
    }

    /** Lets a session have begun so much earlier. */
    private static void age(Answers browser, Duration by) {
        JdbcClient.create(DATABASE.ownerConnections())
                .sql(
                        "update foundation.spring_session set creation_time = creation_time - :by where session_id = :number")
                .param("by", by.toMillis())
                .param("number", browser.session())
                .update();
    }

    @Test
    void whoeverChangesTheirPasswordSaysThePresentOneAndEndsTheirOtherSessions() throws Exception {
        Answers elsewhere = signedIn();
        Answers browser = signedIn();
        String page = "/account/password";
        assertThat(browser.post(page, page, Map.of("present", OTHER, "fresh", OTHER))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(page, page, Map.of("fresh", OTHER)).statusCode())
                .isEqualTo(422);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.post(page, page, Map.of("present", PASSWORD, "fresh", OTHER))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(signIn(stranger(), OTHER.toUpperCase(Locale.ROOT)).statusCode())
                .isEqualTo(422);
        assertThat(browser.post(page, page, Map.of("present", OTHER, "fresh", PASSWORD))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aFormThatNoneOfOurPagesMadeIsRefused() throws Exception {
        Answers browser = signedIn();
        assertThat(browser.postWithout("/sign-out", Map.of(), Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(browser.postWithout("/sign-out", Map.of("_csrf", "guessed"), Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/account").statusCode()).as("still signed in").isEqualTo(200);
        assertThat(stranger()
                        .postWithout("/sign-in", Map.of("email", EMAIL), Map.of("password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theInterfaceForSystemsTakesNobodysCookie() throws Exception {
        Answers browser = signedIn();
        HttpResponse<String> answer = browser.send(
                "/api/decisions",
                "POST",
                Map.of("Content-Type", "application/json"),
                Optional.of("{\"questions\":[]}"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aTokenIsGivenForClientCredentialsAlone() throws Exception {
        for (String grant : List.of("password", "refresh_token", "authorization_code", "client_credentials", "")) {
            HttpResponse<String> answer = stranger()
                    .postWithout(
                            "/api/token",
                            Map.of("grant_type", grant),
                            Map.of("username", EMAIL, "password", PASSWORD, "client_id", "x", "client_secret", "x"));
            assertThat(answer.statusCode()).as(grant).isIn(400, 401);
            assertThat(answer.body()).contains("error").doesNotContain("access_token");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.git/HEAD",
                "/application.yaml",
                "/assets/",
                "/webjars/",
                "/keys/backup.key",
                "/actuator",
                "/actuator/env",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/account/x.css"
            })
    void nothingThatLiesOnTheDiskIsServed(String path) throws Exception {
        assertThat(signedIn().get(path).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void whatOnlyAFormMayDoIsNotDoneByAnAddress() throws Exception {
        Answers browser = signedIn();
        var asked = new TreeSet<String>();
        var read = new TreeSet<String>();
        for (RequestMappingInfo info : handlers.getHandlerMethods().keySet()) {
            boolean reads = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            info.getPatternValues().forEach((reads ? read : asked)::add);
        }
        asked.removeAll(read);
        asked.removeIf(path -> path.startsWith("/error") || path.startsWith("/api/") || path.contains("{"));
        assertThat(asked).contains("/sign-out", "/account/away", "/account/codes/end");
        for (String path : asked) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(400, 403, 404, 405);
        }
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})
    void methodsThatNoPageNeedsAreRefused(String method) throws Exception {
        HttpResponse<String> answer = signedIn()
                .send(
                        "/account",
                        method,
                        Map.of("Origin", "https://elsewhere.example", "Access-Control-Request-Method", "POST"),
                        Optional.empty());
        assertThat(answer.statusCode()).isIn(400, 403, 404, 405);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void whatPeopleTypedIsShownAsTextAndNeverAsMarkup() throws Exception {
        HttpResponse<String> answer = stranger()
                .post("/sign-in", "/sign-in", Map.of("email", "\"><script>alert(1)</script>", "password", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    @Test
    void passwordsArePastedHiddenAndOfferedToPasswordManagers() throws Exception {
        List<String> inputs = Pattern.compile("<input[^>]*type=\"password\"[^>]*>")
                .matcher(stranger().get("/sign-in").body())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(inputs)
                .singleElement()
                .asString()
                .contains("autocomplete=\"current-password\"")
                .doesNotContain("onpaste", "readonly", "maxlength", "pattern=");
    }
}
