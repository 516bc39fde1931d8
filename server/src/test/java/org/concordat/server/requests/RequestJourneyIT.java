package org.concordat.server.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a need to a decision in a real browser, wide and narrow; axe looks at every page on the way. */
class RequestJourneyIT {

    @TempDir
    static Path folder;

    private static Browser browser;
    private static RequestsAtWork town;

    @BeforeAll
    static void starts() {
        browser = Browser.startOrSkip("the pages of requests");
        town = new RequestsAtWork(folder);
    }

    @AfterAll
    static void ends() {
        if (town != null) {
            town.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aNeedBecomesARequestThatIsAssessedAndRefusedWithReasons() {
        String path;
        try (Visit asker = signedIn("council-sharing", Browser.WIDE)) {
            path = write(asker, "Who was sent to us?");
            asker.check();
            asker.picture("request-draft");
            take(asker, path, "submit", "");
            take(asker, path, "assess", "");
            power(asker, path);
            asker.open(town.address(path + "/test"));
            assertThat(asker.page().locator("main").innerText()).contains("own objects");
            asker.check();
            asker.picture("request-four-steps");
            take(asker, path, "pass-on", "");
        }
        try (Visit holder = signedIn("charity-governance", Browser.NARROW)) {
            holder.open(town.address("/requests"));
            holder.check();
            holder.picture("requests-narrow");
            holder.open(town.address(path + "/steps/refuse"));
            holder.page()
                    .getByRole(AriaRole.BUTTON, named("Decide not to share"))
                    .click();
            assertThat(holder.page().locator(".govuk-error-summary").innerText())
                    .contains("Why it will not be shared");
            holder.check();
            holder.picture("request-refuse-narrow");
            holder.page().locator("#reason").fill("People did not expect it.");
            holder.page().locator("#changes").fill("Tell people at the desk first.");
            holder.page()
                    .getByRole(AriaRole.BUTTON, named("Decide not to share"))
                    .click();
            assertThat(holder.page().locator("main").innerText()).contains("People did not expect it.");
            holder.check();
            holder.picture("request-refused-narrow");
        }
        try (Visit asker = signedIn("council-practitioner", Browser.WIDE)) {
            asker.open(town.address(path));
            assertThat(asker.page().locator("main").innerText())
                    .contains("Not to share", "People did not expect it.", "Tell people at the desk first.");
        }
    }

    @Test
    void aRequestThatSeveralPeopleScoredIsApprovedAndDraftsTheAgreement() {
        String path;
        try (Visit asker = signedIn("council-sharing", Browser.WIDE)) {
            path = write(asker, "Whom should we call back?");
            take(asker, path, "submit", "");
            take(asker, path, "assess", "");
            invite(asker, path, "council-lay", "Lay person");
            asker.check();
            asker.picture("request-benefit");
        }
        try (Visit lay = signedIn("council-lay", Browser.NARROW)) {
            lay.open(town.address(path + "/benefit/score"));
            lay.check();
            lay.picture("request-score-narrow");
            for (Criterion criterion : Criterion.values()) {
                lay.page()
                        .locator("input[name='" + criterion.word() + "'][value='4']")
                        .check();
            }
            lay.page().locator("input[name='line'][value='no-clear-limits']").check();
            lay.page().locator("#lineReason").fill("Who may see the list?");
            lay.page().getByRole(AriaRole.BUTTON, named("Hand in")).click();
            assertThat(lay.page().locator("main").innerText()).contains("Stops the request");
            lay.check();
            lay.picture("request-benefit-narrow");
        }
        try (Visit officer = signedIn("council-governance", Browser.WIDE)) {
            officer.open(town.address(path + "/steps/pass-on"));
            officer.page()
                    .getByRole(AriaRole.BUTTON, named("Ask the organisation that holds the data"))
                    .click();
            assertThat(officer.page().locator(".govuk-error-summary").innerText())
                    .contains("red line");
            officer.open(town.address(path + "/benefit"));
            officer.page().locator("textarea[name=lifting]").fill("Only the two advisers, as step 4 says.");
            officer.page()
                    .getByRole(AriaRole.BUTTON, named("Lift this red line"))
                    .click();
            impact(officer, path);
            officer.open(town.address(path + "/benefit"));
            officer.page()
                    .getByRole(AriaRole.BUTTON, named("Set a day to score again"))
                    .click();
            assertThat(officer.page().locator(".govuk-error-summary").innerText())
                    .contains("Score again on");
            officer.check();
            officer.page().locator("#due-day").fill("1");
            officer.page().locator("#due-month").fill("3");
            officer.page().locator("#due-year").fill("2099");
            officer.page()
                    .getByRole(AriaRole.BUTTON, named("Set a day to score again"))
                    .click();
            assertThat(officer.page().locator("main").innerText()).contains("score again on 1 March 2099");
            officer.check();
            officer.picture("request-score-again");
            take(officer, path, "pass-on", "");
        }
        try (Visit holder = signedIn("charity-governance", Browser.WIDE)) {
            take(holder, path, "approve", "It helps the people whom we advise.");
            assertThat(holder.page().locator("main").innerText()).contains("Approved", "TO BE WRITTEN");
            holder.check();
            holder.picture("request-approved");
        }
    }

    @Test
    void theFirstPageLeadsToWhereColleaguesPractise() {
        for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
            try (Visit somebody = signedIn("council-practitioner", width)) {
                somebody.open(town.address("/home"));
                somebody.check();
                assertThat(somebody.page()
                                .locator("main a[href='https://practice.tideford.example/lessons']")
                                .innerText())
                        .isEqualTo("Practise where nothing counts");
                assertThat(somebody.page().title()).doesNotContain("Practice");
                assertThat(somebody.open(town.address("/lessons"))).isEqualTo(404);
            }
        }
    }

    @Test
    void canWeShareAnswersInPlainWords() {
        for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
            try (Visit asker = signedIn("council-practitioner", width)) {
                asker.open(town.address("/can-we-share"));
                asker.check();
                asker.picture("can-we-share");
                asker.open(town.address("/can-we-share?sender=tideford-advice&recipient=tideford-council&kinds=who"
                        + "&origin=ordinary&purpose=homelessness&form=identified"));
                assertThat(asker.page().locator("main").innerText()).contains("Probably", "What is missing");
                asker.check();
                asker.picture("can-we-share-probably");
                asker.page().click("text=Ask for it: begin a request");
                assertThat(asker.page().locator("#supplying").inputValue()).isEqualTo("tideford-advice");
                asker.open(town.address("/can-we-share?sender=tideford-council&recipient=tideford-police&kinds=where"
                        + "&origin=council-tax&purpose=crime-and-disorder&form=identified"));
                assertThat(asker.page().locator("main").innerText())
                        .contains("No, not like this", "of Tideford Police begins a request");
                asker.check();
            }
        }
    }

    @Test
    void anybodyReadsTheQuestionsAndCommentsWhereTheyAreAsked() {
        String code = town.as("council-sharing", () -> {
            String request = RequestsIT.made(town, "Commented");
            return town.get(Comments.class)
                    .open(request, "Calling people back", "The council wants to call people.", LocalDate.of(2099, 3, 1))
                    .code();
        });
        try (Visit anybody = browser.visitWithoutScripts(Browser.NARROW)) {
            anybody.open(town.address("/questions?words=consent"));
            assertThat(anybody.page().locator("main").innerText()).contains("We always need consent");
            anybody.open(town.address("/questions/do-we-always-need-consent"));
            assertThat(anybody.open(town.address("/comments/" + code))).isEqualTo(200);
            anybody.page().locator("#comment").fill("Good, if they say who calls.");
            anybody.page().getByRole(AriaRole.BUTTON, named("Send")).click();
            assertThat(anybody.page().locator("main").innerText())
                    .contains("An officer will read your comment")
                    .doesNotContain("if they say who calls");
            assertThat(anybody.open(town.address("/comments/" + "nothing-of-this-name")))
                    .isEqualTo(404);
        }
        try (Visit anybody = browser.visit(Browser.WIDE)) {
            anybody.open(town.address("/questions"));
            anybody.check();
            anybody.picture("questions");
            anybody.open(town.address("/comments/" + code));
            anybody.check();
            anybody.picture("comments");
        }
    }

    private static Visit signedIn(String who, int width) {
        Visit visit = browser.visit(width);
        visit.open(town.signIn(who));
        return visit;
    }

    private static String write(Visit asker, String title) {
        asker.open(town.address("/requests/new"));
        asker.check();
        asker.picture("request-new");
        var page = asker.page();
        page.locator("#title").fill(title);
        page.locator("#aim").fill("That the housing service calls people who were sent to it.");
        page.locator("#purpose").selectOption("housing-advice");
        page.locator("#people").fill("People whom the charity sends on");
        page.locator("#supplying").selectOption("tideford-advice");
        page.locator("input[name=datasets]").check();
        page.locator("input[name=form][value=IDENTIFIED]").check();
        page.locator("#benefit").fill("People are called back within two days.");
        page.locator("#supplierHours").fill("6");
        page.locator("#otherwise").fill("People are told to call, and many do not.");
        page.locator("#sponsor").fill("Head of Housing");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        asker.arrivesAt("^.*/requests/RQ-[0-9]+$");
        String path = java.net.URI.create(page.url()).getPath();
        assertThat(path).matches("/requests/RQ-[0-9]+");
        return path;
    }

    private static void take(Visit visit, String path, String step, String reason) {
        visit.open(town.address(path + "/steps/" + step));
        visit.check();
        if (!reason.isEmpty()) {
            visit.page().locator("#reason").fill(reason);
        }
        visit.page().locator("main form button").first().click();
        assertThat(visit.page().locator(".govuk-notification-banner").isVisible())
                .as(step)
                .isTrue();
    }

    private static void power(Visit visit, String path) {
        visit.open(town.address(path + "/test/power"));
        visit.check();
        visit.picture("request-power");
        visit.page().locator("input[name=power][value=own-objects]").check();
        visit.page().locator("#function").fill("The charity's objects and the council's housing functions.");
        visit.page().getByRole(AriaRole.BUTTON, named("Save and go on")).click();
        assertThat(visit.page().url()).endsWith("/test/human-rights");
        visit.check();
        for (String step : new String[] {"confidence", "data-protection"}) {
            visit.open(town.address(path + "/test/" + step));
            visit.check();
        }
    }

    private static void invite(Visit visit, String path, String who, String kind) {
        visit.open(town.address(path + "/benefit"));
        UUID person = town.actor(who).person();
        visit.page().locator("#person").selectOption(person.toString());
        visit.page().getByLabel(kind).check();
        visit.page().locator("#scoreBy-day").fill("1");
        visit.page().locator("#scoreBy-month").fill("3");
        visit.page().locator("#scoreBy-year").fill("2099");
        visit.page().getByRole(AriaRole.BUTTON, named("Ask somebody to score")).click();
        assertThat(visit.page().locator("main").innerText()).contains(kind + ": asked");
    }

    private static void impact(Visit visit, String path) {
        visit.open(town.address(path + "/impact/words"));
        visit.check();
        visit.page().locator("input[name=screening][value=vulnerable]").check();
        visit.page().locator("#screeningReason").fill("One sign only, and people ask for it themselves.");
        visit.page().getByRole(AriaRole.BUTTON, named("Save")).click();
        visit.open(town.address(path + "/impact/risks/new"));
        visit.check();
        visit.page().locator("#harm").fill("A violent partner learns of the visit.");
        visit.page().locator("#source").fill("A call at the wrong time");
        for (String weight : new String[] {"likelihood", "severity", "residualLikelihood", "residualSeverity"}) {
            visit.page()
                    .locator(
                            "input[name=" + weight + "][value='" + (weight.equals("residualLikelihood") ? 1 : 2) + "']")
                    .check();
        }
        visit.page().locator("#measure").fill("Ask when it is safe to call.");
        visit.page().getByRole(AriaRole.BUTTON, named("Save")).click();
        visit.open(town.address(path + "/impact/step"));
        visit.check();
        visit.page().locator("#opinion").fill("The measure is enough.");
        visit.page().getByRole(AriaRole.BUTTON, named("Give an opinion")).click();
        assertThat(visit.page().locator("main").innerText()).contains("The measure is enough.", "Low");
        visit.check();
        visit.picture("request-impact");
    }

    private static com.microsoft.playwright.Page.GetByRoleOptions named(String name) {
        return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
    }
}
