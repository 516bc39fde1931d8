package org.concordat.server.parties;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
import java.util.Optional;
import org.concordat.server.browser.Browser;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Accounts.Attempt;
import org.concordat.server.parties.internal.HelpLinks;
import org.concordat.server.parties.internal.Passkeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Passkeys in a real browser, with a device that the browser's own tools make up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PasskeysIT {

    private static final String GOOD = "seven lamps under wet gravel";
    private static final String COUNCIL = "tideford-council";
    private static final String FROM = "192.0.2.1";

    @TempDir
    private static Path folder;

    private Browser browser;
    private PartiesAtWork server;
    private Person ada;

    @BeforeAll
    void starts() {
        browser = Browser.startOrSkip("passkeys");
        server = new PartiesAtWork(folder);
        ada = server.setUp(GOOD);
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
    void aPasskeyIsAWholeSignInAndTheSecondProofBesideAPassword() {
        Person olu = server.person(COUNCIL, "Olu Beat", "olu@council.example", Role.PRACTITIONER, GOOD);
        try (Walk walk = Walk.beginByName(browser, server);
                Walk elsewhere = Walk.beginByName(browser, server)) {
            device(walk, true);
            elsewhere.signIn("olu@council.example", GOOD);
            walk.open("/sign-in").look("sign-in-with-passkey").signIn("olu@council.example", GOOD);
            walk.open("/account/sessions").look("sessions-of-two").press("End it now");
            walk.look("sessions-errors");
            walk.open("/account").look("account-passkeys-none").follow("Add or remove passkeys");
            walk.look("passkeys-none").type("label", "Work telephone").type("present", "not the password");
            walk.press("Continue").look("passkeys-errors").type("present", GOOD).press("Continue");
            walk.look("passkey-make").press("Make it now");
            walk.visit().page().waitForURL("**/account/passkeys");
            assertThat(walk.main()).contains("The passkey was added", "Work telephone", "30 November 2026");
            walk.look("passkeys");
            elsewhere.visit().open(elsewhere.addresses().apply("/account"));
            assertThat(elsewhere.path()).as("a new way in ends other sessions").isEqualTo("/sign-in");
            walk.open("/account/sessions").look("sessions-of-one");
            signOut(walk);

            walk.open("/sign-in/passkey").look("sign-in-passkey").press("Use the passkey");
            walk.visit().page().waitForURL(url -> url.endsWith("/"));
            signOut(walk);

            walk.signIn("olu@council.example", GOOD);
            assertThat(walk.path()).as("the password alone does not do").isEqualTo("/sign-in/passkey");
            walk.look("sign-in-passkey-second").press("Use the passkey");
            walk.visit().page().waitForURL(url -> url.endsWith("/"));
            assertThat(server.owner(
                            "select count(*) from parties.passkey where signature_count > 0 and uv_initialised"))
                    .isPositive();

            walk.open("/account/passkeys").follow("Remove Work telephone").look("passkey-end");
            walk.press("Remove it")
                    .look("passkey-end-errors")
                    .type("present", GOOD)
                    .press("Remove it");
            assertThat(walk.main()).contains("The passkey was removed");
            signOut(walk);
            walk.open("/sign-in/passkey").press("Use the passkey");
            walk.visit().page().waitForSelector(".govuk-warning-text");
            assertThat(walk.main()).as("the device still has it").contains("You are not signed in");
            walk.look("sign-in-passkey-refused");
        }
        assertThat(server.get(Accounts.class).password("olu@council.example", GOOD, FROM))
                .isEqualTo(new Attempt.Proved(olu.id()));
    }

    @Test
    void anAnswerCountsOnceAndForItsOwnQuestion() {
        Person rae = server.person(COUNCIL, "Rae Play", "rae@council.example", Role.PRACTITIONER, GOOD);
        try (Walk walk = Walk.beginByName(browser, server);
                Walk thief = Walk.beginByName(browser, server)) {
            device(walk, true);
            walk.signIn("rae@council.example", GOOD);
            adds(walk);
            signOut(walk);
            walk.open("/sign-in/passkey");
            String answer = (String) walk.visit().page().evaluate("""
                    () => new Promise((done) => {
                        const form = document.querySelector("form[data-passkey]");
                        form.submit = () => done(form.elements.answer.value);
                        form.querySelector("[data-passkey-ask]").click();
                    })
                    """);
            assertThat(answer).contains("authenticatorData");
            assertThat(sends(thief, answer))
                    .as("another browser, another question")
                    .contains("You are not signed in");
            assertThat(sends(walk, answer)).as("the page was opened anew").contains("You are not signed in");
        }
        assertThat(server.get(Passkeys.class).of(rae.id())).hasSize(1);
    }

    /** Opens the page, which asks something new, and sends an answer to something old. */
    private static String sends(Walk walk, String answer) {
        walk.open("/sign-in/passkey");
        walk.visit().page().evaluate("""
                answer => {
                    const form = document.querySelector("form[data-passkey]");
                    form.elements.answer.value = answer;
                    form.submit();
                }
                """, answer);
        walk.visit().page().waitForSelector(".govuk-warning-text");
        return walk.main();
    }

    @Test
    void aDeviceThatDoesNotAskItsOwnerIsNotTaken() {
        Person una = server.person(COUNCIL, "Una Verified", "una@council.example", Role.PRACTITIONER, GOOD);
        try (Walk walk = Walk.beginByName(browser, server)) {
            device(walk, false);
            walk.signIn("una@council.example", GOOD);
            walk.open("/account/passkeys")
                    .type("label", "Old key")
                    .type("present", GOOD)
                    .press("Continue");
            walk.press("Make it now");
            walk.visit().page().waitForSelector("[data-passkey-trouble]:not([hidden])");
            walk.look("passkey-make-trouble");
        }
        assertThat(server.get(Passkeys.class).of(una.id())).isEmpty();
    }

    @Test
    void somebodyElsesPasskeyIsNoSecondProof() {
        server.person(COUNCIL, "Vic Tim", "vic@council.example", Role.PRACTITIONER, GOOD);
        server.person(COUNCIL, "Mal Lory", "mal@council.example", Role.PRACTITIONER, GOOD);
        try (Walk vic = Walk.beginByName(browser, server);
                Walk mal = Walk.beginByName(browser, server)) {
            device(vic, true);
            vic.signIn("vic@council.example", GOOD);
            adds(vic);
            device(mal, true);
            mal.signIn("mal@council.example", GOOD);
            adds(mal);
            signOut(mal);
            mal.signIn("vic@council.example", GOOD);
            assertThat(mal.path()).isEqualTo("/sign-in/passkey");
            mal.press("Use the passkey");
            mal.visit().page().waitForSelector("[data-passkey-trouble]:not([hidden])");
            // The device asked whose passkey it is; now somebody makes it answer all the same.
            mal.visit().page().evaluate("""
                    () => {
                        const form = document.querySelector("form[data-passkey]");
                        const question = JSON.parse(form.dataset.passkeyQuestion);
                        question.allowCredentials = [];
                        form.dataset.passkeyQuestion = JSON.stringify(question);
                    }
                    """);
            mal.press("Use the passkey");
            mal.visit().page().waitForSelector(".govuk-warning-text");
            assertThat(mal.main()).contains("You are not signed in");
            mal.visit().open(mal.addresses().apply("/home"));
            assertThat(mal.path()).isEqualTo("/sign-in");
        }
    }

    @Test
    void whoLostTheDeviceGetsALinkThatRemovesThePasskeyAndWhoLeftIsNotLetIn() {
        Person lou = server.person(COUNCIL, "Lou Lost", "lou@council.example", Role.PRACTITIONER, GOOD);
        try (Walk walk = Walk.beginByName(browser, server)) {
            device(walk, true);
            walk.signIn("lou@council.example", GOOD);
            adds(walk);
            String link =
                    Acting.as(administrator(), () -> server.get(HelpLinks.class).make(lou, HelpLinks.Lost.CODES));
            assertThat(server.get(HelpLinks.class).use(link, "")).contains(lou.id());
            assertThat(server.get(Passkeys.class).of(lou.id())).isEmpty();
            assertThat(server.get(Accounts.class).password("lou@council.example", GOOD, FROM))
                    .isEqualTo(new Attempt.Proved(lou.id()));
            signOut(walk);
            adds(walk.signIn("lou@council.example", GOOD));
            signOut(walk);
            server.asServer(() -> {
                server.get(Persons.class).leave(lou, Optional.empty());
                return true;
            });
            walk.open("/sign-in/passkey").press("Use the passkey");
            walk.visit().page().waitForSelector(".govuk-warning-text");
            assertThat(walk.main()).contains("You are not signed in");
        }
    }

    @Test
    void withoutScriptsThePageSaysWhatToDo() {
        try (var visit = browser.visitWithoutScripts(Browser.NARROW)) {
            assertThat(visit.open(server.address("/sign-in/passkey"))).isEqualTo(200);
            assertThat(visit.page().locator("main").innerText()).contains("use one-time codes");
            assertThat(visit.page().locator("[data-passkey-ask]").isVisible()).isFalse();
            assertThat(visit.page().locator("[data-passkey-trouble]").isVisible())
                    .isFalse();
            visit.picture("parties-sign-in-passkey-without-scripts");
        }
    }

    private Actor.InRole administrator() {
        return new Actor.InRole(
                ada.id(),
                server.asServer(() -> server.get(Persons.class).roles(ada.id()))
                        .getFirst()
                        .id(),
                COUNCIL,
                Optional.empty(),
                Role.ORGANISATION_ADMINISTRATOR,
                false);
    }

    private static void adds(Walk walk) {
        walk.open("/account/passkeys")
                .type("label", "A device")
                .type("present", GOOD)
                .press("Continue");
        walk.press("Make it now");
        walk.visit().page().waitForURL("**/account/passkeys");
        assertThat(walk.main()).contains("The passkey was added");
    }

    private static void signOut(Walk walk) {
        walk.visit().page().locator("header button:has-text('Sign out')").click();
        assertThat(walk.path()).isEqualTo("/sign-in");
    }

    /** @param asks whether it makes sure of its owner, by a finger, a face or a PIN */
    private static void device(Walk walk, boolean asks) {
        CDPSession tools =
                walk.visit().page().context().newCDPSession(walk.visit().page());
        tools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", asks);
        options.addProperty("isUserVerified", asks);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        tools.send("WebAuthn.addVirtualAuthenticator", arguments);
    }
}
