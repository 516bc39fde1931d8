package org.concordat.server.parties;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.concordat.server.browser.Axe;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the console's token to a partnership at work, in a real browser: each page is looked at wide and narrow, by axe too, and
 * kept as a picture.
 *
 * <p>Long because the journey is one: what comes later stands on what was set up before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PartiesJourneyIT {

    private static final String GOOD = "seven lamps under wet gravel";
    private static final String OTHER = "nine kettles beside dry heather";
    private static final double PATIENCE_MILLISECONDS = 120_000;
    private static final String OFFICER = "olu@police.example";

    @TempDir
    private static Path folder;

    private Browser browser;
    private PartiesAtWork server;
    private Visit ada;
    private Visit pat;
    private Visit olu;

    @BeforeAll
    void starts() {
        browser = Browser.startOrSkip("the pages of parties");
        server = new PartiesAtWork(folder);
    }

    @BeforeEach
    void peopleCome() {
        ada = browser.visit(Browser.WIDE);
        pat = browser.visit(Browser.WIDE);
        olu = browser.visit(Browser.WIDE);
        for (Visit each : List.of(ada, pat, olu)) {
            // A busy machine is no fault of the pages.
            each.page().setDefaultTimeout(PATIENCE_MILLISECONDS);
        }
    }

    @AfterEach
    void peopleGo() {
        ada.close();
        pat.close();
        olu.close();
    }

    @AfterAll
    void ends() {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aPartnershipComesToLife() throws Exception {
        adaSetsUp();
        adaAddsThePoliceAndTheirAdministrator();
        patInvitesOlu();
        patGivesASystemAccess();
        oluWearsTwoHatsAndNothingCarriesOver();
        patStandsInWhileOluIsAway();
        patRecordsTraining();
        twoPeopleEditOneOrganisation();
        oluTurnsCodesOnAndLosesTheTelephone();
        oluLeavesAndPatTakesOver();
        anyoneReadsTheFooter();
    }

    private void adaSetsUp() {
        assertThat(ada.open(server.address("/"))).isEqualTo(200);
        assertThat(ada.page().url()).endsWith("/set-up");
        look(ada, "set-up");
        press(ada, "Set up");
        look(ada, "set-up-errors");
        Matcher token = Pattern.compile("token: ([\\w-]{43})").matcher(server.console());
        assertThat(token.find()).isTrue();
        type(ada, "token", token.group(1));
        type(ada, "organisation", "Tideford Council");
        choose(ada, "kinds", "COUNCIL");
        choose(ada, "kinds", "HOUSING_AUTHORITY");
        choose(ada, "nation", "ENGLAND");
        type(ada, "name", "Ada First");
        type(ada, "email", "ada@council.example");
        type(ada, "password", GOOD);
        press(ada, "Set up");
        assertThat(ada.page().url()).endsWith("/role");
        look(ada, "role");
        wear(ada, "Partnership administrator");
        look(ada, "home");
        assertThat(main(ada))
                .contains("Add the organisations that take part", "Add the course that everybody takes first");
        ada.walk();
    }

    private void adaAddsThePoliceAndTheirAdministrator() {
        open(ada, "/organisations");
        look(ada, "organisations");
        open(ada, "/organisations/new");
        press(ada, "Add");
        look(ada, "organisation-new-errors");
        type(ada, "name", "Tideford Police");
        choose(ada, "kinds", "POLICE");
        choose(ada, "nation", "ENGLAND");
        press(ada, "Add");
        look(ada, "organisation-added");
        open(ada, "/training");
        look(ada, "training-none");
        open(ada, "/training/new");
        look(ada, "course-new");
        type(ada, "name", "Basics of sharing");
        choose(ada, "roles", "practitioner");
        press(ada, "Add the course");
        look(ada, "training");
        open(ada, "/organisations/tideford-police");
        ada.page().locator("main a:has-text('Invite somebody')").click();
        assertThat(ada.page().locator("#organisation").inputValue()).isEqualTo("tideford-police");
        type(ada, "name", "Pat Keeper");
        type(ada, "email", "pat@police.example");
        look(ada, "invite");
        choose(ada, "role", "organisation-administrator");
        press(ada, "Make the invitation");
        look(ada, "invited");
        accept(pat, link(ada), "invitation");
        assertThat(pat.page().url())
                .as("with one role there is nothing to choose")
                .endsWith("/");
    }

    private void patInvitesOlu() {
        open(pat, "/organisations/tideford-police/teams/new");
        look(pat, "team-new");
        type(pat, "name", "Neighbourhood policing");
        type(pat, "function", "Keeps neighbourhoods safe.");
        press(pat, "Add the team");
        look(pat, "organisation-own");
        open(pat, "/people/invite");
        look(pat, "invite-own");
        type(pat, "name", "Olu Beat");
        type(pat, "email", OFFICER);
        choose(pat, "role", "practitioner");
        press(pat, "Make the invitation");
        String link = link(pat);
        open(pat, "/people");
        look(pat, "people");
        accept(olu, link, "invitation-officer");
        assertThat(main(olu)).contains("Take the training “Basics of sharing”");
        look(olu, "home-waiting");
        assertThat(olu.open(link)).as("it works once").isEqualTo(404);
        look(olu, "invitation-not-open");
        assertThat(olu.open(server.address("/people/invite"))).isEqualTo(403);
        assertThat(pat.open(server.address("/organisations/tideford-council/change")))
                .isEqualTo(403);
    }

    private void patGivesASystemAccess() throws IOException, InterruptedException {
        open(pat, "/systems");
        look(pat, "systems-none");
        open(pat, "/systems/new");
        type(pat, "name", "Records system");
        choose(pat, "role", "analyst");
        look(pat, "system-new");
        press(pat, "Add the system");
        look(pat, "system-made");
        String id = pat.page().locator("#client-id").innerText();
        String secret = pat.page().locator("#client-secret").innerText();
        assertThat(token(id, secret).body()).contains("access_token", "\"Bearer\"");
        assertThat(token(id, "wrong").statusCode()).isEqualTo(401);
        open(pat, "/systems");
        look(pat, "systems");
        pat.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End Records system"))
                .click();
        assertThat(token(id, secret).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> token(String id, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.address("/api/token")))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Row G18: a police officer who also works in the council's team. */
    private void oluWearsTwoHatsAndNothingCarriesOver() {
        open(ada, "/role");
        wear(ada, "Organisation administrator");
        open(ada, "/organisations/tideford-council/teams/new");
        type(ada, "name", "Community safety");
        press(ada, "Add the team");
        open(ada, "/people/invite");
        type(ada, "name", "Olu Beat");
        type(ada, "email", OFFICER);
        choose(ada, "role", "practitioner");
        ada.page().selectOption("#team", "tideford-council-community-safety");
        press(ada, "Make the invitation");
        accept(olu, link(ada), "invitation-known");
        look(olu, "sign-in");
        type(olu, "email", OFFICER);
        type(olu, "password", "not the password");
        press(olu, "Sign in");
        look(olu, "sign-in-wrong");
        signIn(olu, GOOD);
        assertThat(olu.page().url()).endsWith("/role");
        look(olu, "role-two-hats");
        wear(olu, "Practitioner, Tideford Police");
        String before = session(olu);
        open(olu, "/people");
        assertThat(main(olu)).contains("Pat Keeper").doesNotContain("Ada First");
        olu.page().locator("main a:has-text('Pat Keeper')").click();
        String pats = olu.page().url();
        open(olu, "/role");
        wear(olu, "Practitioner, Community safety, Tideford Council");
        assertThat(session(olu)).isNotEqualTo(before);
        assertThat(server.owner("select count(*) from foundation.spring_session s join parties.person p"
                        + " on p.id::text = s.principal_name where p.email = '" + OFFICER + "'"))
                .as("sessions of one person with one browser")
                .isOne();
        open(olu, "/people");
        assertThat(main(olu)).contains("Ada First").doesNotContain("Pat Keeper");
        assertThat(olu.open(pats)).isEqualTo(404);
        open(olu, "/role");
        wear(olu, "Practitioner, Tideford Police");
    }

    private void patStandsInWhileOluIsAway() {
        openPerson(pat, "Olu Beat");
        look(pat, "person");
        pat.page().locator("main a:has-text('Change')").first().click();
        look(pat, "role-change");
        pat.page().selectOption("#deputy", new com.microsoft.playwright.options.SelectOption().setLabel("Pat Keeper"));
        press(pat, "Save the deputy");
        open(pat, "/role");
        assertThat(pat.page().locator("input[name=role]").count()).isOne();
        olu.page().locator("header a:has-text('Your account')").click();
        press(olu, "Save");
        look(olu, "account-errors");
        LocalDate today = LocalDate.ofInstant(server.now(), java.time.ZoneOffset.UTC);
        date(olu, "first", today);
        date(olu, "last", today);
        press(olu, "Save");
        look(olu, "account-away");
        open(pat, "/role");
        assertThat(pat.page().locator("input[name=role]").count()).isEqualTo(2);
        look(pat, "role-deputy");
        server.pass(Duration.ofDays(1));
        open(pat, "/role");
        assertThat(pat.page().locator("input[name=role]").count()).isOne();
    }

    private void patRecordsTraining() {
        openPerson(pat, "Olu Beat");
        pat.page().locator("main a:has-text('Record training')").click();
        look(pat, "training-record");
        pat.page().selectOption("#course", "basics-of-sharing");
        date(pat, "passed", LocalDate.ofInstant(server.now(), java.time.ZoneOffset.UTC));
        press(pat, "Record it");
        assertThat(main(pat)).contains("1 December 2027");
        look(pat, "person-trained");
        open(olu, "/home");
        assertThat(main(olu)).contains("Nothing waits for you");
    }

    private void twoPeopleEditOneOrganisation() {
        open(ada, "/organisations/tideford-council/change");
        look(ada, "organisation-change");
        try (Visit second = browser.visit(Browser.WIDE)) {
            second.open(server.address("/sign-in"));
            type(second, "email", "ada@council.example");
            type(second, "password", GOOD);
            press(second, "Sign in");
            wear(second, "Partnership administrator");
            open(second, "/organisations/tideford-council/change");
            type(second, "address", "1 Quay Street");
            type(second, "registrationNumber", "Z1234567");
            press(second, "Save");
        }
        type(ada, "address", "2 Mill Lane");
        press(ada, "Save");
        look(ada, "organisation-conflict");
        assertThat(main(ada)).contains("1 Quay Street", "2 Mill Lane").doesNotContain("What kind of body");
        choose(ada, "keep.address", "mine");
        press(ada, "Save my choices");
        assertThat(main(ada)).contains("2 Mill Lane", "Z1234567");
        look(ada, "organisation-whole");
    }

    private void oluTurnsCodesOnAndLosesTheTelephone() throws InvalidKeyException {
        open(olu, "/account/codes");
        look(olu, "codes-begin");
        type(olu, "present", GOOD);
        press(olu, "Continue");
        look(olu, "codes");
        byte[] secret =
                new Base32().decode(olu.page().locator("#secret").innerText().replace(" ", ""));
        var generator = new TimeBasedOneTimePasswordGenerator(
                TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP,
                6,
                TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256);
        type(
                olu,
                "code",
                generator.generateOneTimePasswordString(
                        new SecretKeySpec(secret, generator.getAlgorithm()), server.now()));
        press(olu, "Confirm");
        look(olu, "recovery-codes");
        String recovery = olu.page().locator("#recovery-codes li").first().innerText();
        signOut(olu);
        signIn(olu, GOOD);
        look(olu, "sign-in-code");
        type(olu, "code", recovery.replace(" ", "").toUpperCase(java.util.Locale.ROOT));
        press(olu, "Sign in");
        wear(olu, "Practitioner, Tideford Police");
        open(olu, "/account");
        look(olu, "account-codes");
        open(olu, "/account/codes");
        look(olu, "codes-end");
        open(olu, "/account/sessions");
        look(olu, "sessions");
        signOut(olu);
        openPerson(pat, "Olu Beat");
        assertThat(main(pat))
                .as("Olu also works for the council, so that Pat could let themselves in there")
                .doesNotContain("Help with a lost password");
        open(ada, "/role");
        wear(ada, "Partnership administrator");
        openPerson(ada, "Olu Beat");
        ada.page().locator("main a:has-text('End their sessions')").click();
        look(ada, "person-sessions-none");
        openPerson(ada, "Olu Beat");
        ada.page().locator("main a:has-text('Help with a lost password')").click();
        look(ada, "person-help");
        choose(ada, "what", "BOTH");
        press(ada, "Make the link");
        look(ada, "person-helped");
        String link = link(ada);
        olu.open(link);
        look(olu, "help");
        type(olu, "fresh", OTHER);
        press(olu, "Set the password");
        signIn(olu, OTHER);
        assertThat(olu.page().url()).endsWith("/role");
        wear(olu, "Practitioner, Tideford Police");
        open(olu, "/account/password");
        type(olu, "present", GOOD);
        type(olu, "fresh", "too short");
        press(olu, "Change it");
        look(olu, "password-errors");
        type(olu, "present", OTHER);
        type(olu, "fresh", GOOD);
        press(olu, "Change it");
        assertThat(olu.page().url()).endsWith("/account");
    }

    private void oluLeavesAndPatTakesOver() {
        openPerson(pat, "Olu Beat");
        pat.page().locator("main a:has-text('End their sessions')").click();
        look(pat, "person-sessions");
        openPerson(pat, "Olu Beat");
        pat.page().locator("main a:has-text('leaves')").click();
        pat.page()
                .selectOption("#successor", new com.microsoft.playwright.options.SelectOption().setLabel("Pat Keeper"));
        look(pat, "leave");
        press(pat, "Let them leave");
        look(pat, "people-left");
        open(pat, "/role");
        assertThat(pat.page().locator("main").innerText()).contains("Practitioner, Tideford Police");
        open(olu, "/people");
        assertThat(olu.page().url()).endsWith("/sign-in");
        assertThat(server.owner("select count(*) from parties.assignment a join parties.person p on p.id = a.person"
                        + " where p.email = '" + OFFICER + "' and a.ended_at is null"))
                .isZero();
        open(ada, "/people");
        look(ada, "people-everywhere");
    }

    private void anyoneReadsTheFooter() {
        try (Visit stranger = browser.visitWithoutScripts(Browser.NARROW)) {
            for (String page : new String[] {"accessibility", "privacy", "about"}) {
                assertThat(stranger.open(server.address("/" + page))).isEqualTo(200);
                stranger.picture("parties-" + page);
            }
        }
        for (String page : new String[] {"accessibility", "privacy", "about"}) {
            open(pat, "/" + page);
            look(pat, page);
        }
    }

    /** Looks at a page wide and narrow, with everything unfolded, and keeps pictures. */
    private static void look(Visit visit, String name) {
        visit.check();
        visit.picture("parties-" + name);
        visit.unfold().check();
        Page page = visit.page();
        page.setViewportSize(Browser.NARROW, 900);
        assertThat(Axe.violations(page)).as("axe on %s, narrow", name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s, narrow", name)
                .isLessThanOrEqualTo(Browser.NARROW);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "parties-" + name + "-narrow.png"))
                .setFullPage(true));
        page.setViewportSize(Browser.WIDE, 900);
    }

    private void open(Visit visit, String path) {
        assertThat(visit.open(server.address(path))).as(path).isEqualTo(200);
    }

    private void openPerson(Visit visit, String name) {
        open(visit, "/people");
        visit.page().locator("main a:has-text('" + name + "')").first().click();
    }

    private static void type(Visit visit, String field, String text) {
        visit.page().locator("[name='" + field + "']").fill(text);
    }

    private static void date(Visit visit, String field, LocalDate day) {
        type(visit, field + "-day", String.valueOf(day.getDayOfMonth()));
        type(visit, field + "-month", String.valueOf(day.getMonthValue()));
        type(visit, field + "-year", String.valueOf(day.getYear()));
    }

    private static void choose(Visit visit, String field, String value) {
        visit.page()
                .locator("input[name='" + field + "'][value='" + value + "']")
                .check();
    }

    private static void press(Visit visit, String button) {
        Locator found = visit.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
        found.first().click();
    }

    private static void wear(Visit visit, String role) {
        visit.page()
                .locator(".govuk-radios__item")
                .filter(new Locator.FilterOptions().setHasText(role))
                .locator("input")
                .first()
                .check();
        press(visit, "Continue");
    }

    private void signIn(Visit visit, String password) {
        open(visit, "/sign-in");
        type(visit, "email", OFFICER);
        type(visit, "password", password);
        press(visit, "Sign in");
    }

    private static void signOut(Visit visit) {
        visit.page()
                .locator("header")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out"))
                .click();
    }

    private static void accept(Visit visit, String link, String name) {
        visit.open(link);
        look(visit, name);
        type(visit, "password", GOOD);
        press(visit, "Accept");
    }

    private static String link(Visit visit) {
        return visit.page().locator("#link").innerText();
    }

    private static String main(Visit visit) {
        return visit.page().locator("main").innerText();
    }

    private static String session(Visit visit) {
        return visit.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("concordat"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
