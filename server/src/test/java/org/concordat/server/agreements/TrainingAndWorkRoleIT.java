package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Persons;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hospital's list goes to the council's social workers: whoever asks must be one, and trained. All that changes between the
 * questions is done on pages, and every question is asked on a page or at {@code POST /api/decisions}.
 */
final class TrainingAndWorkRoleIT {

    private static final String TEAM = "hospital-discharge";
    private static final List<String> FIELDS = List.of(
            "nhs-number",
            "name",
            "birth-date",
            "address",
            "ward",
            "expected-discharge",
            "discharge-criteria",
            "care-needs");

    private static SurgeriesTown town;
    private static Browser browser;
    private static Actor.InRole administrator;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("training and roles at work");
        town = new SurgeriesTown(folder, SurgeriesTown.SURGERIES);
        // What registers of the server know is not said by the test: roles and training.
        town.at.known.set(Map.of(FactName.IMPACT_ASSESSED, Answer.YES, FactName.PRIVACY_NOTICE_GIVEN, Answer.YES));
        administrator = town.town.person("council", Role.ORGANISATION_ADMINISTRATOR);
        // The town's own course lasts twelve months; whoever sets courses does it on a page.
        Actor.InRole keeper = town.town.person("council", Role.PARTNERSHIP_ADMINISTRATOR);
        try (Visit visit = signedIn(keeper)) {
            visit.open(town.at.address("/training/new"));
            visit.page().fill("#name", "Sharing safely");
            press(visit, "Add the course");
        }
    }

    @AfterAll
    static void ends() {
        if (browser != null) {
            browser.close();
        }
        if (town != null) {
            town.close();
        }
    }

    @Test
    void whoeverIsNoSocialWorkerOrWhoseTrainingLapsedIsRefusedUntilBothAreSaidOnPages() {
        Actor.InRole worker = practitioner();
        passes(worker, 2025);
        assertThat(asks(worker)).contains("TRAINING-LAPSED", "ROLE-NOT-HELD").doesNotContain("It may be shared");
        passes(worker, 2026);
        assertThat(asks(worker)).contains("ROLE-NOT-HELD").doesNotContain("It may be shared");
        works(worker, "social-worker");
        assertThat(asks(worker)).contains("It may be shared");
        works(worker, "");
        assertThat(asks(worker)).contains("ROLE-NOT-HELD").doesNotContain("It may be shared");
    }

    @Test
    void aSystemIsRefusedWhileTheTrainingOfWhoAnswersForItIsLapsed() throws IOException, InterruptedException {
        Actor.InRole maker = town.town.person("council", Role.ORGANISATION_ADMINISTRATOR);
        String token;
        try (Visit visit = signedIn(maker)) {
            Page page = visit.page();
            visit.open(town.at.address("/systems/new"));
            page.fill("#name", "Case system");
            page.check("input[name=role][value=practitioner]");
            page.selectOption("#team", TEAM);
            page.locator("main form button[type=submit]").click();
            token = token(
                    page.locator("#client-id").innerText(),
                    page.locator("#client-secret").innerText());
        }
        passes(maker, 2025);
        assertThat(api(token)).contains("\"refused\"").contains("TRAINING-LAPSED");
        passes(maker, 2026);
        assertThat(finding(api(token), "TRAINING-LAPSED")).doesNotContain("refuses");
    }

    /** A new colleague, who gets the role in the team on a page. */
    private static Actor.InRole practitioner() {
        Actor.InRole colleague = town.town.person("council", Role.ANALYST);
        try (Visit visit = signedIn(administrator)) {
            visit.open(town.at.address("/people/" + colleague.person() + "/roles"));
            visit.page().check("input[name=role][value=practitioner]");
            visit.page().selectOption("#team", TEAM);
            press(visit, "Give the role");
        }
        return Acting.asServer("tests", () -> town.at.get(Persons.class).roles(colleague.person())).stream()
                .filter(role -> role.role() == Role.PRACTITIONER)
                .map(role -> new Actor.InRole(
                        colleague.person(), role.id(), "council", Optional.of(TEAM), Role.PRACTITIONER, false))
                .findFirst()
                .orElseThrow();
    }

    private static void passes(Actor.InRole colleague, int year) {
        try (Visit visit = signedIn(administrator)) {
            visit.open(town.at.address("/people/" + colleague.person() + "/training"));
            // Every course that there is: some of the town's own are needed as well.
            int courses = visit.page().locator("#course option:not([value=''])").count();
            for (int course = 0; course < courses; course++) {
                visit.open(town.at.address("/people/" + colleague.person() + "/training"));
                String value = visit.page()
                        .locator("#course option:not([value=''])")
                        .nth(course)
                        .getAttribute("value");
                visit.page().selectOption("#course", value);
                visit.page().fill("#passed-day", "20");
                visit.page().fill("#passed-month", "5");
                visit.page().fill("#passed-year", String.valueOf(year));
                visit.page().locator("main form button[type=submit]").click();
                visit.arrivesAt(".*/people/" + colleague.person());
            }
        }
    }

    private static void works(Actor.InRole colleague, String word) {
        try (Visit visit = signedIn(administrator)) {
            visit.open(town.at.address("/people/" + colleague.person() + "/roles/" + colleague.assignment() + "/work"));
            visit.page().fill("#work", word);
            visit.page().locator("main form button[type=submit]").click();
            visit.arrivesAt(".*/people/" + colleague.person());
        }
    }

    /** What the page of the decision says. */
    private static String asks(Actor.InRole worker) {
        try (Visit visit = signedIn(worker)) {
            Page page = visit.page();
            visit.open(town.at.address("/decisions/new?dataset=discharge-listing"));
            page.selectOption("#recipient", "council");
            page.selectOption("#role", "social-worker");
            FIELDS.forEach(field -> page.check("input[name=fields][value='" + field + "']"));
            page.selectOption("#purpose", "patient-care");
            page.check("input[name=leaves][value=IDENTIFIED]");
            page.check("input[name=subjects][value=many]");
            page.locator("main form button[type=submit]").click();
            visit.arrivesAt(".*/decisions/[0-9a-f-]{36}");
            // What the rules say that stand against it, not those that are content.
            return page.locator("h1").innerText() + "\n"
                    + String.join(
                            "\n",
                            page.locator(
                                            "main section li:has(.govuk-tag--red), main section li:has(.govuk-tag--yellow)")
                                    .allInnerTexts());
        }
    }

    private static String finding(String json, String rule) {
        Matcher finding = Pattern.compile("\\{[^{}]*\"" + rule + "\"[^{}]*}").matcher(json);
        return finding.find() ? finding.group() : "";
    }

    private static String token(String id, String secret) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
        String answer = send(
                "/api/token", "application/x-www-form-urlencoded", "Basic " + basic, "grant_type=client_credentials");
        Matcher token = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group(1);
    }

    private static String api(String token) throws IOException, InterruptedException {
        return send("/api/decisions", "application/json", "Bearer " + token, """
                {"questions": [{"from": {"organisation": "hospital"}, "to": {"organisation": "council", "team": "%s"},
                  "role": "social-worker", "dataset": "discharge-listing", "fields": ["%s"], "purpose": "patient-care",
                  "form": "identified", "subjects": "many", "significant-decision": false, "identifying-again": false,
                  "rests-on": "agreement"}]}
                """.formatted(
                        TEAM, String.join("\", \"", FIELDS)));
    }

    private static String send(String path, String type, String authorisation, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(town.at.address(path)))
                            .header("Content-Type", type)
                            .header("Authorization", authorisation)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static void press(Visit visit, String button) {
        visit.page().locator("main button:has-text('" + button + "')").first().click();
    }

    private static Visit signedIn(Actor.InRole actor) {
        Visit visit = browser.visit(Browser.WIDE);
        visit.open(town.at.signIn(actor));
        return visit;
    }
}
