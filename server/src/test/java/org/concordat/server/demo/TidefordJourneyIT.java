package org.concordat.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.demo.InTown.at;
import static org.concordat.server.demo.InTown.main;
import static org.concordat.server.demo.InTown.path;
import static org.concordat.server.demo.InTown.press;
import static org.concordat.server.demo.InTown.signedIn;
import static org.concordat.server.demo.InTown.take;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the people of Tideford do in a browser, from one person to the next: a refusal, a single disclosure, an emergency, a proof.
 * Axe looks at every page on the way, wide and narrow.
 */
final class TidefordJourneyIT {

    private static Browser browser;

    @BeforeAll
    static void starts() {
        browser = Browser.startOrSkip("the journeys through Tideford");
    }

    @AfterAll
    static void ends() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void day(Visit visit, String field, String year) {
        visit.page().locator("#" + field + "-day").fill("1");
        visit.page().locator("#" + field + "-month").fill("6");
        visit.page().locator("#" + field + "-year").fill(year);
    }

    @Test
    void aRequestIsRefusedAndWhoeverAskedReadsWhy() {
        String request;
        try (Visit analyst = signedIn(browser, "leo.hart@police.example")) {
            at(analyst, "/requests/new");
            Page page = analyst.page();
            page.locator("#title").fill("Whose benefits were stopped");
            page.locator("#aim").fill("That officers know who may steal for want of money.");
            page.locator("#purpose").selectOption("crime-enquiry");
            page.locator("#people").fill("People whose housing benefit was stopped");
            page.locator("#supplying").selectOption("council");
            page.locator("#dataInWords").fill("Name and address");
            page.locator("input[name=form][value=IDENTIFIED]").check();
            page.locator("#benefit").fill("Fewer thefts.");
            page.locator("#supplierHours").fill("20");
            page.locator("#otherwise").fill("We patrol as before.");
            page.locator("#sponsor").fill("Head of Analysis");
            press(analyst, "Save");
            request = path(analyst);
            assertThat(request).matches("/requests/RQ-[0-9]+");
            analyst.checkWideAndNarrow();
            take(analyst, request, "submit");
        }
        try (Visit officer = signedIn(browser, "ellis.grant@police.example")) {
            take(officer, request, "assess");
            take(officer, request, "pass-on");
        }
        try (Visit holder = signedIn(browser, "joan.pritchard@council.example")) {
            at(holder, "/home");
            assertThat(main(holder)).contains("Whose benefits were stopped");
            at(holder, request + "/steps/refuse");
            press(holder, "Decide not to share");
            assertThat(holder.page().locator(".govuk-error-summary").innerText())
                    .contains("Why it will not be shared");
            holder.checkWideAndNarrow();
            holder.page().locator("#reason").fill("A law forbids it: social-security data serve social security.");
            holder.page().locator("#changes").fill("One enquiry about one person, on its own law.");
            press(holder, "Decide not to share");
            holder.checkWideAndNarrow();
            holder.picture("journey-refused");
        }
        try (Visit analyst = signedIn(browser, "leo.hart@police.example")) {
            at(analyst, "/requests?state=not-to-share");
            assertThat(main(analyst)).contains("Whose benefits were stopped");
            at(analyst, request);
            assertThat(main(analyst))
                    .contains(
                            "Not to share",
                            "A law forbids it: social-security data serve social security.",
                            "One enquiry about one person, on its own law.");
        }
    }

    @Test
    void oneRequestAboutOnePersonGoesFromItsFormToTheReplyWithNoAgreement() {
        String disclosure;
        try (Visit clerk = signedIn(browser, "tomasz.lis@council.example")) {
            at(clerk, "/decisions/disclosures/new");
            at(clerk, "/decisions/disclosures/new?dataset=tenancy-records");
            Page page = clerk.page();
            page.locator("#requester").fill("DC 4711, Tideford police station");
            page.locator("#reference").fill("CR-118");
            page.locator("#recipient").selectOption("police");
            page.locator("#role").selectOption("investigator");
            day(clerk, "on", "2026");
            day(clerk, "due", "2099");
            page.locator("#subject").fill("T-1042");
            page.locator("#why").fill("A burglary is being looked into.");
            page.locator("#asked").fill("Who rents the flat, and since when?");
            for (String field : List.of("name", "address", "tenancy-start")) {
                page.locator("input[name=fields][value=" + field + "]").check();
            }
            page.locator("#purpose").selectOption("crime-enquiry");
            page.locator("#power").selectOption("localism-2011-s1");
            page.locator("#basis").selectOption("PUBLIC_TASK");
            page.locator("#confidence").selectOption("NOT_CONFIDENTIAL");
            page.locator("#exemption").selectOption("dpa-2018-sch2-2");
            press(clerk, "Save the request");
            disclosure = path(clerk);
            assertThat(main(clerk)).contains("Received", "T-1042");
            clerk.unfold().checkWideAndNarrow();
        }
        try (Visit officer = signedIn(browser, "joan.pritchard@council.example")) {
            at(officer, disclosure);
            for (String yes :
                    List.of("role-held", "training-current", "necessary-and-proportionate", "exemption-tested")) {
                officer.page().locator("#fact-" + yes + "-yes").check();
            }
            for (String no : List.of("person-objects", "address-protected", "person-deceased")) {
                officer.page().locator("#fact-" + no + "-no").check();
            }
            officer.page().locator("#testNote").fill("The form and the warrant card were seen.");
            press(officer, "Save the test");
            assertThat(main(officer)).contains("Tested, to be signed off");
            officer.checkWideAndNarrow();
        }
        try (Visit chief = signedIn(browser, "ruth.adeyemi@council.example")) {
            at(chief, "/home");
            assertThat(chief.page().locator("main a[href='" + disclosure + "']").count())
                    .isEqualTo(1);
            at(chief, disclosure);
            chief.page().locator("input[name=agreed][value=yes]").check();
            chief.page().locator("#signNote").fill("I have read it.");
            chief.page()
                    .locator("form[action$='/sign-off'] button[type=submit]")
                    .click();
            assertThat(main(chief)).contains("May be sent");
            chief.checkWideAndNarrow();
        }
        try (Visit clerk = signedIn(browser, "tomasz.lis@council.example")) {
            at(clerk, disclosure + "/letter");
            assertThat(main(clerk)).contains("DC 4711");
            at(clerk, disclosure);
            clerk.page().locator("#replyNote").fill("Two pages by secure mail.");
            clerk.page().locator("form[action$='/reply'] button[type=submit]").click();
            assertThat(main(clerk)).contains("Sent", "Two pages by secure mail.", "Signed off", "Tested");
            clerk.checkWideAndNarrow();
            clerk.picture("journey-disclosure");
            at(clerk, "/decisions/disclosures");
            assertThat(clerk.page().locator("main a[href='" + disclosure + "']").count())
                    .isPositive();
        }
    }

    @Test
    void somebodyInDangerIsHelpedAtOnceAndTheSharingIsLookedAtAgain() {
        String decision;
        try (Visit worker = signedIn(browser, "owen.price@council.example")) {
            at(worker, "/decisions/new");
            at(worker, "/decisions/new?dataset=tenancy-records");
            Page page = worker.page();
            page.locator("#recipient").selectOption("police");
            page.locator("#role").selectOption("investigator");
            for (String field : List.of("name", "address", "telephone")) {
                page.locator("input[name=fields][value=" + field + "]").check();
            }
            page.locator("#purpose").selectOption("crime-enquiry");
            page.locator("input[name=leaves][value=IDENTIFIED]").check();
            page.locator("input[name=subjects][value=one]").check();
            page.locator("#subject").fill("T-2077");
            page.locator("input[name=restsOn][value=serious-harm]").check();
            press(worker, "Ask");
            assertThat(worker.page().locator(".govuk-error-summary").innerText())
                    .contains("Write down why there is a danger");
            worker.checkWideAndNarrow();
            page.locator("#reason").fill("Said on the telephone that they will end their life today.");
            press(worker, "Ask");
            decision = path(worker);
            assertThat(main(worker))
                    .contains(
                            "It may be shared",
                            "risk of serious harm",
                            "within 1 working day",
                            "passes it on to nobody.")
                    .doesNotContain("Save the review");
            worker.checkWideAndNarrow();
            worker.picture("journey-emergency");
        }
        try (Visit guardian = signedIn(browser, "gwen.marsh@council.example")) {
            at(guardian, "/home");
            assertThat(guardian.page()
                            .locator("main a[href='" + decision + "']")
                            .count())
                    .isEqualTo(1);
            at(guardian, decision);
            guardian.page().locator("input[name=upheld][value=yes]").check();
            guardian.page().locator("#note").fill("Rightly so: I have spoken with the worker.");
            press(guardian, "Save the review");
            assertThat(main(guardian)).contains("it was right to share");
            guardian.checkWideAndNarrow();
        }
        try (Visit worker = signedIn(browser, "owen.price@council.example")) {
            at(worker, decision);
            assertThat(main(worker)).contains("it was right to share");
        }
    }

    @Test
    void anEventIsFoundAndProvedOnAnotherComputerWithTheProofAndTheKeyAlone(@TempDir Path elsewhere)
            throws IOException {
        TownAtWork.settle();
        byte[] proof;
        String key;
        try (Visit auditor = signedIn(browser, "edith.rowan@care-board.example")) {
            at(auditor, "/audit-log?kind=parties.organisation-added");
            auditor.page()
                    .locator("main td a[href^='/audit-log/events/']")
                    .first()
                    .click();
            auditor.unfold().checkWideAndNarrow();
            assertThat(main(auditor)).contains("What this page shows is what was recorded");
            auditor.picture("journey-proof");
            proof = saved(auditor, "Download the proof", elsewhere.resolve("event.tlog-proof"));
        }
        try (Visit anybody = browser.visit(Browser.WIDE)) {
            at(anybody, "/record");
            key = new String(saved(anybody, "Download the keys", elsewhere.resolve("keys")), UTF_8).strip();
        }
        Verdict verdict = LedgerVerifier.proof(proof, new Trust(key, List.of(), new byte[0]));
        assertThat(verdict.sound()).as(verdict.toString()).isTrue();
        proof[proof.length / 2] ^= 1;
        assertThat(isSound(proof, key)).as("one bit was changed").isFalse();
    }

    private static boolean isSound(byte[] proof, String key) {
        try {
            return LedgerVerifier.proof(proof, new Trust(key, List.of(), new byte[0]))
                    .sound();
        } catch (RuntimeException notEvenAProof) {
            return false;
        }
    }

    private static byte[] saved(Visit visit, String link, Path to) throws IOException {
        Download download = visit.page()
                .waitForDownload(() ->
                        visit.page().locator("main").getByText(link).first().click());
        download.saveAs(to);
        return Files.readAllBytes(to);
    }
}
