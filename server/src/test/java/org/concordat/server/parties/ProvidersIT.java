package org.concordat.server.parties;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.concordat.server.browser.Browser;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Invitations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in through the council's identity provider, also one that lies, on the whole server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProvidersIT {

    private static final String GOOD = "seven lamps under wet gravel";
    private static final String COUNCIL = "tideford-council";
    private static final String POLICE = "tideford-police";
    private static final String WITH = "/sign-in/with/" + COUNCIL;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private final LittleProvider provider = LittleProvider.start();
    private PartiesAtWork server;
    private Actor.InRole ada;

    @BeforeAll
    void starts() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), LittleProvider.SECRET + "\n");
        server = new PartiesAtWork(
                folder.resolve("data"),
                "--concordat.providers[0].organisation=" + COUNCIL,
                "--concordat.providers[0].issuer=" + provider.issuer(),
                "--concordat.providers[0].client-id=" + LittleProvider.CLIENT,
                "--concordat.providers[0].secret-file=" + secret,
                "--concordat.providers[0].domains=council.example",
                "--concordat.providers[1].organisation=" + POLICE,
                "--concordat.providers[1].issuer=http://127.0.0.1:9",
                "--concordat.providers[1].client-id=" + LittleProvider.CLIENT,
                "--concordat.providers[1].secret-file=" + secret,
                "--concordat.providers[1].domains=police.example",
                "--concordat.one-time-codes.sha1-too=true");
        Person person = server.setUp(GOOD);
        ada = new Actor.InRole(
                person.id(),
                server.asServer(() -> server.get(Persons.class).roles(person.id()))
                        .getFirst()
                        .id(),
                COUNCIL,
                Optional.empty(),
                Role.ORGANISATION_ADMINISTRATOR,
                false);
    }

    @AfterAll
    void ends() {
        if (server != null) {
            server.close();
        }
        provider.close();
    }

    @Test
    void bindsSomebodyInvitedOnceAndKnowsThemByTheirSubjectFromThenOn() throws Exception {
        invite("olu@council.example", Role.PRACTITIONER);
        provider.expect("subject-olu", "Olu@council.example", true);
        try (Somebody olu = new Somebody()) {
            assertThat(olu.follow(WITH)).isEqualTo("/");
            assertThat(olu.get("/home").body()).contains("Somebody Invited");
        }
        assertThat(identities("subject-olu")).isOne();
        provider.expect("subject-olu", "olu.renamed@council.example", false);
        try (Somebody olu = new Somebody()) {
            assertThat(olu.follow(WITH))
                    .as("the subject counts, whatever the address")
                    .isEqualTo("/");
        }
        provider.expect("subject-other", "olu@council.example", true);
        try (Somebody other = new Somebody()) {
            assertThat(other.follow(WITH))
                    .as("no invitation stands any more")
                    .isEqualTo("/sign-in/problem/not-invited");
        }
        invite("olu@council.example", Role.ANALYST);
        try (Somebody other = new Somebody()) {
            assertThat(other.follow(WITH)).as("bound to another identity").isEqualTo("/sign-in/problem/elsewhere");
        }
    }

    @Test
    void twoHatsAreChosenAsUsualAndASignOutEndsTheSession() throws Exception {
        invite("two@council.example", Role.PRACTITIONER);
        invite("two@council.example", Role.ANALYST);
        provider.expect("subject-two", "two@council.example", true);
        try (Browser browser = Browser.startOrSkip("signing in through one's organisation");
                Walk walk = Walk.begin(browser, server)) {
            walk.open("/sign-in").look("sign-in-providers").press("Sign in through Tideford Council");
            walk.visit().page().waitForURL("**/role");
            assertThat(walk.path()).isEqualTo("/role");
            walk.visit().page().locator("label:has-text('Analyst')").click();
            walk.press("Continue").open("/account").look("account-provider");
            walk.visit().page().locator("header button:has-text('Sign out')").click();
            assertThat(walk.path()).isEqualTo("/sign-in");
            walk.visit().open(server.address("/home"));
            assertThat(walk.path()).isEqualTo("/sign-in");
            provider.expect("subject-nobody", "nobody@council.example", true);
            walk.press("Sign in through Tideford Council");
            walk.visit().page().waitForURL("**/sign-in/problem/*");
            walk.look("sign-in-problem");
            walk.open("/sign-in").press("Sign in through Tideford Police").look("sign-in-away");
            assertThat(walk.main()).contains("does not answer");
        }
    }

    @Test
    void makesNobodyByItself() throws Exception {
        long before = server.owner("select count(*) from parties.person");
        provider.expect("subject-stranger", "stranger@council.example", true);
        assertThat(refused()).isEqualTo("/sign-in/problem/not-invited");
        String withdrawn = invite("withdrawn@council.example", Role.ANALYST);
        Acting.as(
                ada,
                () -> server.get(Invitations.class).waiting(COUNCIL).stream()
                        .filter(each -> each.email().equals("withdrawn@council.example"))
                        .forEach(each -> server.get(Invitations.class).withdraw(each.id())));
        assertThat(server.get(Invitations.class).find(withdrawn)).isEmpty();
        provider.expect("subject-withdrawn", "withdrawn@council.example", true);
        assertThat(refused()).isEqualTo("/sign-in/problem/not-invited");
        assertThat(server.owner("select count(*) from parties.person")).isEqualTo(before);
    }

    @Test
    void refusesAnAddressThatIsNotVerifiedOrOfAnotherDomain() throws Exception {
        invite("unverified@council.example", Role.ANALYST);
        provider.expect("subject-unverified", "unverified@council.example", false);
        assertThat(refused()).isEqualTo("/sign-in/problem/unverified");
        provider.lie(claims -> claims.claim("email_verified", null));
        assertThat(refused()).as("nothing said").isEqualTo("/sign-in/problem/unverified");
        for (String other : new String[] {
            "x@police.example",
            "x@sub.council.example",
            "x@council.example.evil.example",
            "x@evilcouncil.example",
            "x@police.example@council.example"
        }) {
            invite("x@police.example", Role.ANALYST);
            provider.expect("subject-x", other, true);
            assertThat(refused()).as(other).isIn("/sign-in/problem/domain", "/sign-in/problem/not-invited");
        }
        assertThat(identities("subject-x")).isZero();
    }

    @Test
    void opensNoAccountThatReachesBeyondTheOrganisation() throws Exception {
        UUID far = server.person(COUNCIL, "Far Reach", "far@council.example", Role.PRACTITIONER, GOOD)
                .id();
        server.asServer(() -> {
            server.get(Persons.class).give(far, POLICE, Optional.empty(), Role.ANALYST);
            return true;
        });
        invite("far@council.example", Role.ANALYST);
        provider.expect("subject-far", "far@council.example", true);
        assertThat(refused()).isEqualTo("/sign-in/problem/elsewhere");
        invite("sam@council.example", Role.ANALYST);
        provider.expect("subject-sam", "sam@council.example", true);
        assertThat(refused()).as("who runs the partnership").isEqualTo("/sign-in/problem/elsewhere");
        Person near = server.person(COUNCIL, "Near By", "near@council.example", Role.PRACTITIONER, GOOD);
        invite("near@council.example", Role.ANALYST);
        provider.expect("subject-near", "near@council.example", true);
        try (Somebody someone = new Somebody()) {
            assertThat(someone.follow(WITH)).isEqualTo("/role");
        }
        server.asServer(() -> {
            server.get(Persons.class).leave(near, Optional.empty());
            return true;
        });
        assertThat(refused()).as("after leaving").isEqualTo("/sign-in/problem/gone");
    }

    /** What a token may say that is not so. */
    enum Lie {
        ISSUER(claims -> claims.issuer("http://127.0.0.1:1")),
        NONCE(claims -> claims.claim("nonce", "another")),
        NO_NONCE(claims -> claims.claim("nonce", null)),
        AUDIENCE(claims -> claims.audience("another")),
        TOO_LATE(claims -> claims.issueTime(Date.from(Instant.now().minus(Duration.ofHours(2))))
                .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))),
        NO_SUBJECT(claims -> claims.subject(null));

        private final UnaryOperator<JWTClaimsSet.Builder> lie;

        Lie(UnaryOperator<JWTClaimsSet.Builder> lie) {
            this.lie = lie;
        }
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void refusesATokenThatLies(Lie lie) throws Exception {
        String email = "lie-" + lie.name().replace('_', '-') + "@council.example";
        invite(email, Role.ANALYST);
        provider.expect("subject-" + lie, email, true);
        provider.lie(lie.lie);
        assertThat(refused()).isEqualTo("/sign-in/problem/refused");
        assertThat(identities("subject-" + lie)).isZero();
    }

    @Test
    void refusesATokenThatAnotherKeySigned() throws Exception {
        invite("forged@council.example", Role.ANALYST);
        provider.expect("subject-forged", "forged@council.example", true);
        provider.signWithAnotherKey();
        assertThat(refused()).isEqualTo("/sign-in/problem/refused");
    }

    @Test
    void anAnswerCountsOnceAndInTheBrowserThatAsked() throws Exception {
        invite("once@council.example", Role.ANALYST);
        provider.expect("subject-once", "once@council.example", true);
        try (Somebody asker = new Somebody();
                Somebody thief = new Somebody()) {
            String answer = asker.answer();
            assertThat(thief.follow(answer)).as("another browser").isEqualTo("/sign-in/problem/refused");
            assertThat(asker.follow(answer)).isEqualTo("/");
            asker.get("/home");
            assertThat(asker.follow(answer)).as("a second time").isEqualTo("/sign-in/problem/refused");
            String later = thief.answer();
            assertThat(thief.follow(later.replaceAll("state=[^&]+", "state=guessed")))
                    .isEqualTo("/sign-in/problem/refused");
        }
    }

    @Test
    void whoHasNoPasswordIsNotSentToPagesThatNeedOne() throws Exception {
        invite("nopassword@council.example", Role.ANALYST);
        provider.expect("subject-nopassword", "nopassword@council.example", true);
        try (Somebody someone = new Somebody()) {
            someone.follow(WITH);
            assertThat(someone.get("/account").body()).doesNotContain("/account/password", "/account/codes");
            assertThat(someone.get("/account/password").statusCode()).isEqualTo(302);
        }
        assertThat(server.get(Accounts.class).password("nopassword@council.example", "", "192.0.2.1"))
                .isInstanceOf(Accounts.Attempt.Wrong.class);
    }

    @Test
    void anAppThatKnowsSha1OnlyIsTakenWhereTheSettingSaysSo() throws Exception {
        UUID person = server.person(COUNCIL, "Old App", "oldapp@council.example", Role.PRACTITIONER, GOOD)
                .id();
        Accounts accounts = server.get(Accounts.class);
        byte[] secret = accounts.beginCodes(person);
        var app = new TimeBasedOneTimePasswordGenerator();
        var key = new SecretKeySpec(secret, app.getAlgorithm());
        assertThat(accounts.confirmCodes(person, app.generateOneTimePasswordString(key, server.now())))
                .isInstanceOf(Accounts.Confirmation.On.class);
        server.pass(Duration.ofSeconds(30));
        assertThat(accounts.code(person, app.generateOneTimePasswordString(key, server.now())))
                .isEqualTo(new Accounts.Attempt.Proved(person));
    }

    @Test
    void nobodyIsSignedInByALinkAlone() throws Exception {
        invite("linked@council.example", Role.ANALYST);
        provider.expect("subject-linked", "linked@council.example", true);
        try (Somebody someone = new Somebody()) {
            assertThat(someone.get(WITH).headers().firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith("/sign-in"));
            assertThat(someone.follow("/sign-in/provider/" + COUNCIL)).isEqualTo("/sign-in");
            assertThat(someone.postWithoutToken(WITH).statusCode()).isEqualTo(403);
            assertThat(someone.follow("/sign-in/provider/" + COUNCIL)).isEqualTo("/sign-in");
            assertThat(someone.follow(WITH)).isEqualTo("/");
        }
    }

    @Test
    void withoutAProviderThereIsNoSuchDoor() throws Exception {
        try (Somebody someone = new Somebody()) {
            assertThat(someone.post("/sign-in/with/nowhere").statusCode()).isEqualTo(404);
            assertThat(someone.follow("/sign-in/provider/nowhere")).isEqualTo("/sign-in");
            assertThat(someone.follow("/sign-in/provider/" + POLICE)).as("away").isEqualTo("/sign-in");
            assertThat(someone.follow("/sign-in/answer/" + COUNCIL)).isEqualTo("/sign-in/problem/refused");
            assertThat(someone.follow("/sign-in/answer/" + POLICE + "?code=x&state=y"))
                    .isEqualTo("/sign-in/problem/refused");
        }
    }

    private String refused() throws Exception {
        try (Somebody someone = new Somebody()) {
            String at = someone.follow(WITH);
            assertThat(someone.get("/home").statusCode()).as("not signed in").isEqualTo(302);
            return at;
        }
    }

    private long identities(String subject) {
        return server.owner("select count(*) from parties.identity where subject = '" + subject + "'");
    }

    private String invite(String email, Role role) {
        return Acting.as(
                ada,
                () -> server.get(Invitations.class).invite(email, "Somebody Invited", COUNCIL, Optional.empty(), role));
    }

    /** Somebody with a browser of their own, as far as following goes. */
    private final class Somebody implements AutoCloseable {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String address) throws IOException, InterruptedException {
            URI whole = URI.create(address.startsWith("/") ? server.address(address) : address);
            return client.send(HttpRequest.newBuilder(whole).build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Sends the form of the page for signing in that leads there. */
        HttpResponse<String> post(String address) throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get("/sign-in").body());
            assertThat(token.find()).isTrue();
            return send(address, "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        }

        HttpResponse<String> postWithoutToken(String address) throws IOException, InterruptedException {
            return send(address, "");
        }

        private HttpResponse<String> send(String address, String body) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.address(address)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** Where the form leads. */
        private String led(String address) throws IOException, InterruptedException {
            HttpResponse<String> answer = post(address);
            return answer.statusCode() == 302
                    ? answer.headers().firstValue("Location").orElseThrow()
                    : answer.headers().firstValue("Refresh").orElseThrow().replaceFirst("0; url=", "");
        }

        /** Follows where it is sent until it comes to a page of the server; that page's path. */
        String follow(String address) throws IOException, InterruptedException {
            String at = address.startsWith("/sign-in/with/") ? led(address) : address;
            for (HttpResponse<String> answer = get(at); answer.statusCode() == 302; answer = get(at)) {
                at = answer.headers().firstValue("Location").orElseThrow();
            }
            return at.replaceFirst("https?://[^/]+", "");
        }

        /** The provider's answer, not handed over yet. */
        String answer() throws IOException, InterruptedException {
            String at = led(WITH);
            while (!at.contains("code=")) {
                at = get(at).headers().firstValue("Location").orElseThrow();
            }
            return at;
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
