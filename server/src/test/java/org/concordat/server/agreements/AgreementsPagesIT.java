package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementsPagesIT {

    private static final String PLAYBOOK = "c5-patient-listing";

    /** Milliseconds for a page on a machine that many share. */
    private static final double PATIENCE = 60_000;

    private static AgreementsAtWork at;
    private static Tideford town;
    private static Browser browser;
    private static Actor.InRole officer;
    private static Actor.InRole governance;
    private static Actor.InRole administrator;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("the pages of agreements");
        at = new AgreementsAtWork(folder);
        town = Tideford.in(at, PLAYBOOK);
        officer = town.person("council", Role.INFORMATION_SHARING_OFFICER);
        governance = town.person("council", Role.INFORMATION_GOVERNANCE_OFFICER);
        administrator = town.person("hospital", Role.ORGANISATION_ADMINISTRATOR);
        town.agreed(officer, "common/protocol.yaml");
    }

    @AfterAll
    static void ends() {
        if (browser != null) {
            browser.close();
        }
        if (at != null) {
            at.close();
        }
    }

    @Test
    void aDraftFromAPlaybookIsSentOutSignedOnceByLinkAndComesIntoForce() {
        try (Visit visit = signedIn(officer, Browser.WIDE)) {
            visit.open(at.address("/agreements/playbooks"));
            visit.check();
            visit.open(at.address("/agreements/playbooks/" + PLAYBOOK));
            visit.check().picture("agreements-playbook");
            visit.page().selectOption("#protocol", "PR-TIDEFORD");
            press(visit, "Draft it");
            assertThat(visit.page().locator("h1").innerText()).isEqualTo("Daily patient listing");
            visit.check().picture("agreements-draft");
            visit.open(at.address("/agreements/AG-C5"));
            sendOut(visit);
            visit.open(at.address("/agreements/SC-C5"));
            sendOut(visit);
            visit.check().picture("agreements-out-for-signature");
        }
        for (String code : List.of("AG-C5", "SC-C5")) {
            for (String party : List.of("council", "surgery")) {
                sign(code, party);
            }
        }
        String link = linkFor("AG-C5");
        try (Visit stranger = browser.visit(Browser.NARROW)) {
            stranger.page().setDefaultTimeout(PATIENCE);
            stranger.open(link);
            stranger.check().picture("agreements-by-link");
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
        sign("SC-C5", "hospital");
        assertThat(Acting.as(
                        officer,
                        () -> at.get(Agreements.class)
                                .find("SC-C5")
                                .orElseThrow()
                                .state()))
                .isEqualTo(AgreementState.IN_FORCE);
        looksRightOnceInForce();
    }

    private void looksRightOnceInForce() {
        for (int width : List.of(Browser.WIDE, Browser.NARROW)) {
            try (Visit visit = signedIn(officer, width)) {
                for (String page : List.of(
                        "/agreements",
                        "/agreements/SC-C5",
                        "/agreements/PR-TIDEFORD",
                        "/agreements/new",
                        "/agreements/problems",
                        "/agreements/SC-C5/versions/1/impact",
                        "/agreements/SC-C5/versions/1/suspend",
                        "/signatories",
                        "/offers",
                        "/law",
                        "/law/hsca-2012-s251b",
                        "/datasets",
                        "/datasets/discharge-listing",
                        "/datasets/new",
                        "/purposes",
                        "/register",
                        "/register/SC-C5")) {
                    assertThat(visit.open(at.address(page))).as(page).isEqualTo(200);
                    visit.check().picture("agreements" + page.replace('/', '-'));
                }
            }
            try (Visit visit = signedIn(administrator, width)) {
                assertThat(visit.open(at.address("/signatories"))).isEqualTo(200);
                visit.check().picture("agreements-signatories-naming");
            }
            try (Visit visit = signedIn(governance, width)) {
                assertThat(visit.open(at.address("/law/hsca-2012-s251b"))).isEqualTo(200);
                visit.check().picture("agreements-law-reading");
            }
        }
    }

    private static void sendOut(Visit visit) {
        visit.page().click("text=Send out for signature");
        visit.check();
        press(visit, "Send it out");
        assertThat(visit.page().locator(".govuk-notification-banner").innerText())
                .contains("out for signature");
    }

    private static void sign(String code, String party) {
        UUID person = town.signatoryOf(party);
        try (Visit visit = signedIn(town.actor(person, party, Role.EXECUTIVE_SIGNATORY), Browser.WIDE)) {
            visit.open(at.address("/home"));
            assertThat(visit.page().content()).contains("/agreements/" + code + "/versions/1/sign");
            visit.open(at.address("/agreements/" + code + "/versions/1/sign"));
            visit.check();
            visit.page().check("#confirmed");
            press(visit, "Sign");
            assertThat(visit.page().locator(".govuk-notification-banner").innerText())
                    .contains("is signed");
        }
    }

    private static String linkFor(String code) {
        try (Visit visit = signedIn(administrator, Browser.WIDE)) {
            visit.open(at.address("/agreements/" + code + "/versions/1/link"));
            visit.check();
            visit.page().check("#signatory");
            press(visit, "Make the link");
            visit.check();
            return visit.page().locator("#signing-link").innerText().strip();
        }
    }

    private static void press(Visit visit, String button) {
        visit.page()
                .locator(
                        "button",
                        new Page.LocatorOptions().setHasText(java.util.regex.Pattern.compile("^" + button + "$")))
                .click();
    }

    private static Visit signedIn(Actor.InRole actor, int width) {
        Visit visit = browser.visit(width);
        visit.page().setDefaultTimeout(PATIENCE);
        visit.open(at.signIn(actor));
        return visit;
    }
}
