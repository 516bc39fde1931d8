package org.concordat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who sees and ends which sessions, and what a change of what somebody signs in with asks for and ends, over the wire. */
@SpringBootTest(classes = ConcordatServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionsIT {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String PASSWORD = "seven lamps under wet gravel";
    private static final String OTHER = "nine kettles beside dry heather";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
    private static final Pattern MARK = Pattern.compile("value=\"([0-9a-f]{32})\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");

    private final Organisations organisations;
    private final Persons persons;
    private final Accounts accounts;
    private final Environment environment;

    @Autowired
    SessionsIT(Organisations organisations, Persons persons, Accounts accounts, Environment environment) {
        this.organisations = organisations;
        this.persons = persons;
        this.accounts = accounts;
        this.environment = environment;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        DATABASE.register(settings);
        settings.add(
                "concordat.data-folder",
                () -> Path.of("target", "sessions-data").toString());
        settings.add("concordat.trusted-proxy", () -> "127.0.0.1");
    }

    @BeforeAll
    void twoOrganisations() {
        Acting.asServer("test", () -> {
            for (String name : List.of("Council", "Police")) {
                organisations.add(
                        name,
                        EnumSet.of(OrganisationKind.COUNCIL),
                        Nation.ENGLAND,
                        Organisation.Controller.unknown(),
                        false);
            }
            return true;
        });
    }

    private UUID person(String name, String organisation, Role role) {
        UUID person = Acting.asServer("test", () -> {
            UUID added =
                    persons.add(organisation, name, name + "@council.example").id();
            persons.give(added, organisation, Optional.empty(), role);
            return added;
        });
        accounts.setPassword(person, PASSWORD);
        return person;
    }

    private Answers signedIn(String name) throws Exception {
        Answers browser = new Answers("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
        assertThat(browser.post(
                                "/sign-in",
                                "/sign-in",
                                Map.of("email", name + "@council.example", "password", PASSWORD),
                                Map.of("User-Agent", FIREFOX))
                        .statusCode())
                .isEqualTo(302);
        return browser;
    }

    private static boolean isSignedIn(Answers browser) throws Exception {
        return browser.get("/account").statusCode() == 200;
    }

    private static List<String> marks(Answers browser) throws Exception {
        return MARK.matcher(browser.get("/account/sessions").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static long events(String why) {
        return JdbcClient.create(DATABASE.ownerConnections())
                .sql(
                        "select count(*) from auditlog.event where kind = 'parties.sessions-ended' and details ->> 'why' = :why")
                .param("why", why)
                .query(Long.class)
                .single();
    }

    @Test
    void peopleSeeWhereTheyAreSignedInAndEndOneSessionOrAllOthers() throws Exception {
        person("ada", "council", Role.PRACTITIONER);
        person("eve", "council", Role.PRACTITIONER);
        Answers eve = signedIn("eve");
        Answers here = signedIn("ada");
        Answers one = signedIn("ada");
        Answers another = signedIn("ada");
        String page = here.get("/account/sessions").body();
        assertThat(page).contains("Firefox, Linux", "Password", "This one").doesNotContain(here.session());
        assertThat(page).as("no number by which somebody could come in").doesNotContain(one.session());
        List<String> marks = marks(here);
        assertThat(marks).hasSize(2);
        assertThat(marks(one)).as("the two others are others").hasSize(2).isNotEqualTo(marks);

        String end = "/account/sessions/end";
        assertThat(here.post(end, "/account", Map.of("session", marks.getFirst()))
                        .statusCode())
                .as("without the password")
                .isEqualTo(422);
        assertThat(here.post(end, "/account", Map.of("session", marks.getFirst(), "present", OTHER))
                        .statusCode())
                .isEqualTo(422);
        assertThat(marks(here)).hasSize(2);
        assertThat(here.post(end, "/account", Map.of("session", marks.getFirst(), "present", PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        assertThat(marks(here)).containsExactly(marks.getLast());
        assertThat(List.of(isSignedIn(one), isSignedIn(another))).containsExactlyInAnyOrder(true, false);

        assertThat(eve.post(end, "/account", Map.of("session", marks.getLast(), "present", PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        assertThat(marks(here)).as("it is not Eve's to end").hasSize(1);
        long before = events("wish");
        here.post(end, "/account", Map.of("session", "others", "present", PASSWORD));
        assertThat(isSignedIn(here)).isTrue();
        assertThat(isSignedIn(one) || isSignedIn(another)).isFalse();
        assertThat(isSignedIn(eve)).isTrue();
        assertThat(marks(here)).isEmpty();
        assertThat(events("wish")).isEqualTo(before + 1);
    }

    @Test
    void anAdministratorOfTheirOrganisationEndsSomebodysSessionsAndNoOtherDoes() throws Exception {
        UUID bob = person("bob", "council", Role.PRACTITIONER);
        person("ann", "council", Role.ORGANISATION_ADMINISTRATOR);
        person("pat", "police", Role.ORGANISATION_ADMINISTRATOR);
        person("sam", "police", Role.PARTNERSHIP_ADMINISTRATOR);
        String sessions = "/people/" + bob + "/sessions";
        Answers lost = signedIn("bob");
        Answers pat = signedIn("pat");
        assertThat(pat.get(sessions).statusCode())
                .as("nobody of the police sees Bob")
                .isEqualTo(404);
        assertThat(pat.post(sessions + "/end", "/account", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(isSignedIn(lost)).isTrue();
        Answers ann = signedIn("ann");
        assertThat(ann.get("/people/" + bob).body()).contains(sessions);
        assertThat(ann.get(sessions).body()).contains("They are signed in in one browser");
        assertThat(ann.post(sessions + "/end", sessions, Map.of()).statusCode()).isEqualTo(302);
        assertThat(isSignedIn(lost)).isFalse();
        assertThat(isSignedIn(ann)).isTrue();
        assertThat(events("administrator")).isEqualTo(1);
        Answers again = signedIn("bob");
        Answers sam = signedIn("sam");
        assertThat(sam.post(sessions + "/end", sessions, Map.of()).statusCode()).isEqualTo(302);
        assertThat(isSignedIn(again)).isFalse();
    }

    @Test
    void turningCodesOnOrOffAsksForThePasswordAndEndsTheOtherSessions() throws Exception {
        person("cat", "council", Role.PRACTITIONER);
        Answers elsewhere = signedIn("cat");
        Answers here = signedIn("cat");
        String page = "/account/codes";
        assertThat(here.post(page + "/begin", page, Map.of()).statusCode()).isEqualTo(422);
        HttpResponse<String> wrong = here.post(page + "/begin", page, Map.of("present", OTHER));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).doesNotContain("id=\"secret\"");
        String shown =
                here.post(page + "/begin", page, Map.of("present", PASSWORD)).body();
        assertThat(isSignedIn(elsewhere)).as("nothing has changed yet").isTrue();
        assertThat(here.post(page + "/confirm", page, Map.of("code", code(shown, "HmacSHA256")))
                        .body())
                .contains("recovery-codes");
        assertThat(isSignedIn(here)).isTrue();
        assertThat(isSignedIn(elsewhere)).isFalse();

        assertThat(isSignedIn(signedIn("cat"))).as("without a code").isFalse();
        assertThat(here.post(page + "/end", page, Map.of("present", OTHER)).statusCode())
                .isEqualTo(422);
        age(here);
        HttpResponse<String> late = here.post(page + "/end", page, Map.of("present", PASSWORD));
        assertThat(late.statusCode())
                .as("whose password is not all signs in as a whole again")
                .isEqualTo(422);
        assertThat(late.body()).contains("more than ten minutes ago");
        assertThat(events("factor")).isPositive();
    }

    @Test
    void anAppThatKnowsSha1OnlyIsToldSoAndNotTaken() throws Exception {
        UUID old = person("old", "council", Role.PRACTITIONER);
        Answers browser = signedIn("old");
        String page = "/account/codes";
        String shown =
                browser.post(page + "/begin", page, Map.of("present", PASSWORD)).body();
        HttpResponse<String> told = browser.post(page + "/confirm", page, Map.of("code", code(shown, "HmacSHA1")));
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("does not know SHA-256", "/account/passkeys");
        assertThat(accounts.usesCodes(old)).isFalse();
        assertThat(browser.post(page + "/confirm", page, Map.of("code", "000000"))
                        .body())
                .doesNotContain("SHA-256,");
    }

    @Test
    void whoHasNoPasswordSignsInAgainBeforeTheyAddAPasskey() throws Exception {
        UUID dan = person("dan", "council", Role.PRACTITIONER);
        Answers browser = signedIn("dan");
        JdbcClient.create(DATABASE.ownerConnections())
                .sql("delete from parties.account where person = :person")
                .param("person", dan)
                .update();
        String page = "/account/passkeys";
        assertThat(browser.post(page + "/begin", page, Map.of("label", "Key")).statusCode())
                .isEqualTo(200);
        age(browser);
        HttpResponse<String> late = browser.post(page + "/begin", page, Map.of("label", "Key"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("more than ten minutes ago").doesNotContain("data-passkey-question");
    }

    /** Lets a session have begun eleven minutes earlier. */
    private static void age(Answers browser) {
        JdbcClient.create(DATABASE.ownerConnections())
                .sql(
                        "update foundation.spring_session set creation_time = creation_time - :by where session_id = :number")
                .param("by", Duration.ofMinutes(11).toMillis())
                .param("number", browser.session())
                .update();
    }

    /** The code that an app shows now which has read that page, and knows that hash. */
    private static String code(String page, String hmac) throws InvalidKeyException {
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        var generator =
                new TimeBasedOneTimePasswordGenerator(TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP, 6, hmac);
        return generator.generateOneTimePasswordString(
                new SecretKeySpec(new Base32().decode(secret.group(1).replace(" ", "")), hmac), Instant.now());
    }
}
