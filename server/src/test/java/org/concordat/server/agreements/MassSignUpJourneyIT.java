package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many surgeries asked at once, in a real browser, wide and narrow; axe looks at every page on the way. */
class MassSignUpJourneyIT {

    private static SurgeriesTown town;
    private static Browser browser;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("the pages of mass sign-up");
        town = new SurgeriesTown(folder, SurgeriesTown.SURGERIES);
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
    void twentyRowsOfWhichThreeAreWrongTwoSignAndTheOthersAreAskedAgain() {
        String path;
        Map<String, String> links;
        try (Visit officer = signedIn(town.governance, Browser.WIDE)) {
            officer.open(town.at.address("/agreements/" + SurgeriesTown.SCHEDULE));
            officer.check();
            officer.page().click("text=Open a mass sign-up");
            officer.check().picture("sign-up-open");
            press(officer, "Open a mass sign-up");
            path = java.net.URI.create(officer.page().url()).getPath();
            officer.check();
            press(officer, "Check the rows");
            assertThat(officer.page().locator(".govuk-error-summary").innerText())
                    .contains("Rows");
            officer.page().fill("#rows", rowsWithThreeWrong());
            press(officer, "Check the rows");
            assertThat(text(officer))
                    .contains(
                            "20 rows are checked", "This is not an e-mail address", "Such an organisation may not join")
                    .contains("The name begins like a formula");
            officer.check().picture("sign-up-checked");
            press(officer, "Go ahead with 17 rows");
            assertThat(text(officer)).contains("17 went ahead", "17 organisations are silent", "=Quay");
            officer.check();
            links = links(officer);
            officer.check().picture("sign-up-links");
        }
        assertThat(links).hasSize(17);
        signs(of(links, "Quay Birch Surgery"), Browser.NARROW);
        signs(of(links, "Quay Cedar Surgery"), Browser.WIDE);
        declines(of(links, "Quay Damson Surgery"));
        accepts(path);
        try (Visit officer = signedIn(town.governance, Browser.NARROW)) {
            officer.open(town.at.address(path));
            assertThat(text(officer)).contains("14 organisations are silent", "We want to talk first");
            officer.check().picture("sign-up-progress");
            assertThat(links(officer)).hasSize(14);
            officer.check().picture("sign-up-chased");
            officer.open(town.at.address(path));
            assertThat(text(officer)).contains("asked again once");
            officer.open(town.at.address("/agreements/" + SurgeriesTown.SCHEDULE));
            assertThat(text(officer)).contains("Who joins it", "Quay Birch Surgery");
            officer.check().picture("agreement-with-joiners");
            officer.open(town.at.address("/register/" + SurgeriesTown.SCHEDULE));
            assertThat(text(officer)).contains("Joined since by Quay Birch Surgery, Quay Cedar Surgery");
            officer.check();
            officer.open(town.at.address(path));
            press(officer, "Stop the sign-up");
            assertThat(text(officer)).contains("14 organisations had not signed");
            officer.check();
        }
        assertThat(town.decision("quay-birch-surgery"))
                .isInstanceOf(org.concordat.policy.decide.Decision.Permitted.class);
        try (Visit stranger = browser.visit(Browser.NARROW)) {
            assertThat(stranger.open(of(links, "Quay Elm Surgery"))).isEqualTo(404);
        }
    }

    private static String rowsWithThreeWrong() {
        return SurgeriesTown.rows(20)
                .replaceFirst(
                        "(?m)^Quay (\\S+) Surgery\t(.*)manager@quay-ivy.example", "Quay $1 Surgery\t$2manager at ivy")
                .replaceFirst("(?m)^Quay Hazel Surgery\tgeneral-practice", "Quay Hazel Surgery\tpolice")
                .replaceFirst("(?m)^Quay Gorse Surgery", "=Quay Gorse Surgery");
    }

    /** Links by organisation, as the page shows them. */
    private static Map<String, String> links(Visit officer) {
        press(officer, "Make links and show them");
        officer.page().waitForSelector("text=Back to the sign-up");
        List<String> names = officer.page().locator("tbody th").allInnerTexts();
        List<String> links = officer.page().locator("td:nth-child(3)").allInnerTexts();
        var byName = new TreeMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i).strip(), links.get(i).strip());
        }
        return byName;
    }

    private static String of(Map<String, String> links, String organisation) {
        return Objects.requireNonNull(links.get(organisation), organisation);
    }

    private static void signs(String link, int width) {
        try (Visit stranger = browser.visit(width)) {
            stranger.open(link);
            assertThat(text(stranger)).contains("In short", "What it is for", "You need no account");
            stranger.unfold().check().picture("join-by-link");
            press(stranger, "Sign");
            assertThat(stranger.page().locator(".govuk-error-summary").innerText())
                    .contains("Confirm");
            stranger.check();
            stranger.page().check("#confirmed");
            press(stranger, "Sign");
            assertThat(stranger.page().locator("h1").innerText()).isEqualTo("You have signed");
            stranger.check();
            assertThat(stranger.open(link)).isEqualTo(404);
        }
    }

    private static void declines(String link) {
        try (Visit stranger = browser.visitWithoutScripts(Browser.NARROW)) {
            stranger.open(link);
            stranger.page().fill("#reason", "We want to talk first.");
            press(stranger, "Decline");
            assertThat(stranger.page().locator("h1").innerText()).isEqualTo("You have declined");
        }
    }

    private static void accepts(String path) {
        try (Visit signatory = signedIn(town.signatory, Browser.NARROW)) {
            signatory.open(town.at.address("/home"));
            assertThat(signatory.page().content()).contains(path + "/accept");
            signatory.open(town.at.address(path + "/accept"));
            signatory.check().picture("sign-up-accept");
            press(signatory, "Accept");
            assertThat(signatory.page().locator(".govuk-error-summary").innerText())
                    .contains("Confirm");
            signatory.check();
            signatory.open(town.at.address(path + "/accept"));
            signatory.page().check("#confirmed");
            press(signatory, "Accept");
            assertThat(text(signatory)).contains("16 of 16 accepted");
            signatory.check();
        }
    }

    static String text(Visit visit) {
        return visit.page().locator("main").innerText();
    }

    static void press(Visit visit, String button) {
        visit.page()
                .locator("button", new Page.LocatorOptions().setHasText(Pattern.compile("^" + button + "$")))
                .click();
    }

    private static Visit signedIn(Actor.InRole actor, int width) {
        Visit visit = browser.visit(width);
        visit.open(town.at.signIn(actor));
        return visit;
    }
}
