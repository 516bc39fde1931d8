package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agreement from the empty form to the signatures, by somebody who sees pages alone. */
class EmptyFormIT {

    private static AgreementsAtWork at;
    private static Browser browser;
    private static Actor.InRole officer;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("the empty form of an agreement");
        at = new AgreementsAtWork(folder);
        Tideford town = Tideford.in(at, "c5-patient-listing");
        officer = town.person("council", Role.INFORMATION_GOVERNANCE_OFFICER);
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
    void anAgreementIsWrittenPartByPartAndSentOut() {
        try (Visit visit = signedIn(Browser.WIDE)) {
            begins(visit, "agreement", "protocol", "PR-TIDEFORD", "Helping people after a fall", "");
            visit.arrivesAt(".*/agreements/AG-1/versions/1/form")
                    .checkWideAndNarrow()
                    .picture("agreements-empty-begun");
            assertThat(visit.page().locator("main").innerText()).contains("Still to do: 3 of 6 parts");

            visit.open(at.address("/agreements/AG-1/versions/1/send"));
            assertThat(visit.page().locator("button:has-text('Send it out')").count())
                    .as("nobody signs gaps")
                    .isZero();
            visit.check().picture("agreements-empty-not-yet");
            visit.page().click("text=Change the draft");

            goesOn(visit, "About");
            visit.checkWideAndNarrow().picture("agreements-empty-about");
            assertThat(visit.page().locator("main").innerText()).doesNotContain("TO BE WRITTEN", "to-be-chosen");
            visit.page().fill("[id='review-trigger']", "A change of law.");
            press(visit, "save");
            assertThat(visit.page().locator(".govuk-error-summary").innerText())
                    .contains("Fill in “Whose law applies”");
            press(visit, "keep");
            visit.arrivesAt(".*/form");
            assertThat(visit.page().locator("main").innerText())
                    .contains("What is missing stays marked", "Still to do: 3 of 6 parts");
            goesOn(visit, "About");
            assertThat(visit.page().inputValue("[id='review-trigger']")).isEqualTo("A change of law.");
            fills(visit, Map.of("termination", "Three months’ notice."));
            ticks(visit, Map.of("nation", "england", "public-register", "yes", "forms", "identified"));
            press(visit, "save");

            goesOn(visit, "Between whom");
            for (int party = 0; party < 2; party++) {
                String of = "parties." + party + ".";
                fills(visit, Map.of(of + "lead-owner", "Governance officer", of + "signatory", "Chief executive"));
                ticks(visit, Map.of(of + "role", "sole-controller", of + "acts-as", "sender"));
                ticks(visit, Map.of(of + "acts-as", "receiver"));
            }
            press(visit, "save");

            goesOn(visit, "What it is for");
            for (String text : List.of(
                    "aim",
                    "necessity",
                    "benefits",
                    "risk-of-not-sharing",
                    "function-served",
                    "people-affected",
                    "measure-of-success")) {
                fills(visit, Map.of("purpose." + text, "Said of " + text + "."));
            }
            ticks(visit, Map.of("purpose.purposes", "patient-care"));
            press(visit, "save");

            visit.arrivesAt(".*/form").checkWideAndNarrow().picture("agreements-empty-written");
            assertThat(visit.page().locator("main").innerText()).contains("Every part is written");
            visit.page().click("text=Send out for signature");
            visit.page().click("text=Send it out");
            visit.arrivesAt(".*/agreements/AG-1.*");
            assertThat(visit.page().locator("main").innerText()).contains("Out for signature");
        }
    }

    @Test
    void aScheduleBegunFromTheEmptyFormShowsEveryPartAndCannotBeSentOut() {
        try (Visit visit = signedIn(Browser.WIDE)) {
            visit.open(at.address("/agreements/new"));
            visit.checkWideAndNarrow().picture("agreements-new");
            visit.page().click("text=Begin from an empty form");
            visit.checkWideAndNarrow().picture("agreements-empty");
            visit.page().click("main button[type=submit]");
            assertThat(visit.page().locator(".govuk-error-summary").innerText())
                    .contains("Choose an answer for “What do you begin?”", "Fill in “Title”", "two parties or more");
            visit.checkWideAndNarrow().picture("agreements-empty-wrong");

            begins(visit, "agreement", "protocol", "PR-TIDEFORD", "Above a schedule", "AG-ABOVE");
            visit.arrivesAt(".*/AG-ABOVE/versions/1/form");
            begins(visit, "schedule", "agreement", "AG-ABOVE", "Falls, told to the council", "SC-FALLS");
            visit.arrivesAt(".*/SC-FALLS/versions/1/form");
            for (String part : List.of("law", "data", "flow", "retention", "safeguards")) {
                assertThat(visit.open(at.address("/agreements/SC-FALLS/versions/1/form/" + part)))
                        .as(part)
                        .isEqualTo(200);
                assertThat(visit.page().locator("main").innerText())
                        .as(part)
                        .contains("still to be written or chosen")
                        .doesNotContain("TO BE WRITTEN", "to-be-chosen");
                visit.checkWideAndNarrow().picture("agreements-empty-" + part);
            }
            assertThat(visit.open(at.address("/agreements/SC-FALLS"))).isEqualTo(200);
            assertThat(visit.page().locator("main").innerText()).contains("TO BE WRITTEN", "to be chosen");
            Acting.as(officer, () -> {
                Agreements agreements = at.get(Agreements.class);
                AgreementVersion draft = agreements.version("SC-FALLS", 1).orElseThrow();
                assertThat(agreements.send(draft, false)).isInstanceOf(Agreements.Sending.Wrong.class);
                return true;
            });
            begins(visit, "schedule", "agreement", "AG-ABOVE", "Another", "SC-FALLS");
            assertThat(visit.page().locator(".govuk-error-summary").innerText()).contains("reference is taken");
        }
    }

    private static void begins(Visit visit, String tier, String above, String code, String title, String reference) {
        visit.open(at.address("/agreements/new/empty"));
        ticks(visit, Map.of("tier", tier, "parties", "hospital"));
        visit.page().selectOption("[id='" + above + "']", code);
        fills(
                visit,
                Map.of(
                        "title",
                        title,
                        "from-day",
                        "1",
                        "from-month",
                        "7",
                        "from-year",
                        "2026",
                        "to-day",
                        "30",
                        "to-month",
                        "6",
                        "to-year",
                        "2028",
                        "code",
                        reference));
        visit.page().click("main button[type=submit]");
    }

    private static void goesOn(Visit visit, String part) {
        visit.page().click("text=Go on with “" + part + "”");
        visit.arrivesAt(".*/form/[a-z]+");
    }

    private static void fills(Visit visit, Map<String, String> texts) {
        texts.forEach((field, text) -> visit.page().fill("[id='" + field + "']", text));
    }

    private static void ticks(Visit visit, Map<String, String> answers) {
        answers.forEach((field, answer) -> visit.page().check("[name='" + field + "'][value='" + answer + "']"));
    }

    /** The last one: the first button that saves is there for the Enter key alone. */
    private static void press(Visit visit, String act) {
        visit.page().locator("button[name=act][value='" + act + "']").last().click();
    }

    private static Visit signedIn(int width) {
        Visit visit = browser.visit(width);
        visit.open(at.signIn(officer));
        return visit;
    }
}
