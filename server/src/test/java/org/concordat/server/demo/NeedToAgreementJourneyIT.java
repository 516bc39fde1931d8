package org.concordat.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.demo.InTown.at;
import static org.concordat.server.demo.InTown.main;
import static org.concordat.server.demo.InTown.path;
import static org.concordat.server.demo.InTown.press;
import static org.concordat.server.demo.InTown.signedIn;
import static org.concordat.server.demo.InTown.take;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From "we need that data" to an agreement that both have signed and that decides: everything by hand in a browser, as each of
 * those concerned. Axe looks at every page on the way, wide and narrow.
 */
final class NeedToAgreementJourneyIT {

    private static final String ANALYST = "leo.hart@police.example";
    private static final String HOLDER = "colin.baird@hospital.example";

    private static Browser browser;

    @BeforeAll
    static void starts() {
        browser = Browser.startOrSkip("the journey from a need to an agreement");
    }

    @AfterAll
    static void ends() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aNeedBecomesASignedAgreementThatDecides() {
        String request = need();
        test(request);
        assessed(request);
        String schedule = approved(request);
        String first = "/agreements/" + schedule + "/versions/1";
        nothingGoesOutUnwritten(first);
        completed(first);
        sentOutAndSigned(first);
        String decision = permitted(schedule);
        begunAnew(schedule);
        sentOutAndSigned("/agreements/" + schedule + "/versions/2");
        askedAgain(decision);
    }

    private static void sentOutAndSigned(String version) {
        try (Visit holder = signedIn(browser, HOLDER)) {
            at(holder, version + "/send");
            press(holder, "Send it out");
            assertThat(holder.page().locator(".govuk-notification-banner").isVisible())
                    .isTrue();
            holder.checkWideAndNarrow();
        }
        signed(version, "robert.achebe@hospital.example");
        signed(version, "chief.constable.ann.dyer@police.example");
    }

    /** An analyst of the police says what she needs and for what. */
    private static String need() {
        try (Visit analyst = signedIn(browser, ANALYST)) {
            at(analyst, "/requests/new?supplying=hospital");
            fill(
                    analyst,
                    Map.ofEntries(
                            Map.entry("title", "Assaults by age and sex"),
                            Map.entry("aim", "That fewer young people are hurt on the way home."),
                            Map.entry("purpose", "violence-prevention"),
                            Map.entry("people", "People who came after an assault, as counts"),
                            Map.entry("supplying", "hospital"),
                            Map.entry("datasets", "assault-attendances"),
                            Map.entry("form", "AGGREGATED"),
                            Map.entry("benefit", "Wardens stand where young people are hurt."),
                            Map.entry("supplierHours", "4"),
                            Map.entry("otherwise", "We guess from what is reported to us."),
                            Map.entry("sponsor", "Head of Analysis")));
            press(analyst, "Save");
            String request = path(analyst);
            assertThat(request).matches("/requests/RQ-[0-9]+");
            analyst.checkWideAndNarrow();
            at(analyst, request + "/change");
            for (String field : List.of("age-band", "sex")) {
                fill(analyst, Map.of("fields", "assault-attendances/" + field));
            }
            press(analyst, "Save");
            take(analyst, request, "submit");
            return request;
        }
    }

    /** Their officer takes the four steps and the impact assessment, and sends it to the hospital. */
    private static void test(String request) {
        try (Visit officer = signedIn(browser, "sunita.rao@police.example")) {
            take(officer, request, "assess");
            at(officer, request + "/test/power");
            fill(
                    officer,
                    Map.of("power", "cda-1998-s115", "function", "The strategy of the community safety partnership."));
            press(officer, "Save and go on");
            officer.checkWideAndNarrow();
            fill(
                    officer,
                    Map.of(
                            "interference",
                            "None: nobody can be found in a table.",
                            "necessity",
                            "We see reported assaults only.",
                            "proportion",
                            "Nobody is touched by it."));
            press(officer, "Save and go on");
            officer.checkWideAndNarrow();
            fill(
                    officer,
                    Map.of(
                            "confidence-route",
                            "anonymous",
                            "confidence-reason",
                            "Small numbers are hidden before it leaves."));
            press(officer, "Save and go on");
            officer.checkWideAndNarrow();
            fill(
                    officer,
                    Map.ofEntries(
                            Map.entry("sender-basis", "public-task"),
                            Map.entry("recipient-basis", "public-task"),
                            Map.entry("recipient-role", "analyst"),
                            Map.entry("transparency", "tell"),
                            Map.entry("notice", "On the hospital's page about data."),
                            Map.entry("how-often", "ongoing"),
                            Map.entry("shared-days", "730"),
                            Map.entry("derived-days", "1095"),
                            Map.entry("security", "From system to system, opened by named analysts.")));
            press(officer, "Save and go on");
            officer.checkWideAndNarrow();
            take(officer, request, "pass-on");
        }
    }

    /** Both organisations' officers and a signatory look at what it may do to people. */
    private static void assessed(String request) {
        try (Visit officer = signedIn(browser, "sunita.rao@police.example")) {
            at(officer, request + "/impact/words");
            fill(officer, Map.of("screeningReason", "Tables alone, with small numbers hidden."));
            press(officer, "Save");
            at(officer, request + "/impact/risks/new");
            fill(
                    officer,
                    Map.of(
                            "harm", "Somebody is recognised in a small number.",
                            "source", "A rare age in a quiet place",
                            "likelihood", "2",
                            "severity", "2",
                            "measure", "Numbers below six are hidden.",
                            "residualLikelihood", "1",
                            "residualSeverity", "2"));
            press(officer, "Save");
            officer.checkWideAndNarrow();
        }
        try (Visit holder = signedIn(browser, HOLDER)) {
            at(holder, request + "/impact/step");
            fill(holder, Map.of("opinion", "The measure is enough."));
            press(holder, "Give an opinion");
        }
        try (Visit officer = signedIn(browser, "sunita.rao@police.example")) {
            at(officer, request + "/impact/step");
            fill(officer, Map.of("accepted", "yes", "decision", "What remains is small."));
            officer.page().locator("main form button[type=submit]").first().click();
        }
        try (Visit chief = signedIn(browser, "chief.constable.ann.dyer@police.example")) {
            at(chief, request + "/impact/step");
            day(chief.page(), "reviewOn", today().plusMonths(11));
            chief.page().locator("main form button[type=submit]").first().click();
            chief.checkWideAndNarrow();
            assertThat(main(chief)).contains("Signed off");
        }
    }

    /** The hospital says yes, which drafts the schedule. */
    private static String approved(String request) {
        try (Visit holder = signedIn(browser, HOLDER)) {
            at(holder, request + "/steps/approve");
            fill(holder, Map.of("reason", "It helps to prevent what we treat."));
            holder.page().locator("main form button[type=submit]").first().click();
            assertThat(main(holder)).contains("Approved");
            holder.checkWideAndNarrow();
            holder.page().locator("main a[href^='/agreements/SC-RQ-']").first().click();
            return path(holder).split("/")[2];
        }
    }

    private static void nothingGoesOutUnwritten(String draft) {
        try (Visit holder = signedIn(browser, HOLDER)) {
            at(holder, draft + "/send");
            assertThat(main(holder)).contains("AGREEMENT-UNWRITTEN");
        }
    }

    /** What only people can say is still to be written; the forms lead to each place. */
    private static void completed(String draft) {
        try (Visit holder = signedIn(browser, HOLDER)) {
            at(holder, draft + "/form");
            Locator links = holder.page().locator(".govuk-task-list__link");
            List<String> sections =
                    links.all().stream().map(link -> link.getAttribute("href")).toList();
            assertThat(sections).hasSizeGreaterThan(7);
            for (String section : sections) {
                at(holder, section);
                settle(holder.page(), section);
                holder.page().locator("button[name=act][value=save]").last().click();
                holder.arrivesAt(".*" + draft + "/form");
            }
            at(holder, draft + "/form");
            assertThat(main(holder)).doesNotContain("To be written");
        }
    }

    private static void settle(Page page, String section) {
        for (Locator box : page.locator("main textarea, main input[type=text]").all()) {
            if (box.inputValue().contains("TO BE WRITTEN")) {
                box.fill("As both officers have settled it.");
            }
        }
        String part = section.substring(section.lastIndexOf('/') + 1);
        switch (part) {
            case "about" -> day(page, "from");
            case "parties" -> {
                day(page, "parties.0.joined");
                day(page, "parties.1.joined");
            }
            case "flow" -> {
                page.selectOption("[id='flow.recipients.0.team']", "police-analysis");
            }
            default -> {
                // Nothing else has to be chosen.
            }
        }
    }

    private static void day(Page page, String field) {
        day(page, field, today());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static void day(Page page, String field, LocalDate day) {
        page.fill("[id='" + field + "-day']", Integer.toString(day.getDayOfMonth()));
        page.fill("[id='" + field + "-month']", Integer.toString(day.getMonthValue()));
        page.fill("[id='" + field + "-year']", Integer.toString(day.getYear()));
    }

    private static void signed(String version, String email) {
        try (Visit signatory = signedIn(browser, email)) {
            at(signatory, "/home");
            assertThat(signatory.page().content()).contains(version.substring(0, version.indexOf("/versions")));
            at(signatory, version + "/sign");
            signatory.page().check("#confirmed");
            press(signatory, "Sign");
            assertThat(signatory.page().locator(".govuk-notification-banner").isVisible())
                    .isTrue();
            signatory.checkWideAndNarrow();
        }
    }

    /** The analyst asks whether she may have the table, and the hospital reads why. */
    private static String permitted(String schedule) {
        String decision;
        try (Visit analyst = signedIn(browser, ANALYST)) {
            at(analyst, "/decisions/new?dataset=assault-attendances");
            fill(
                    analyst,
                    Map.of(
                            "recipient", "police",
                            "role", "analyst",
                            "purpose", "violence-prevention",
                            "leaves", "AGGREGATED",
                            "subjects", "many",
                            "restsOn", "agreement"));
            for (String field : List.of("age-band", "sex")) {
                analyst.page().check("input[name=fields][value=" + field + "]");
            }
            fill(analyst, Map.of("schedule", schedule));
            press(analyst, "Ask");
            decision = path(analyst);
            analyst.checkWideAndNarrow();
        }
        try (Visit officer = signedIn(browser, HOLDER)) {
            at(officer, decision);
            assertThat(main(officer)).contains("It may be shared", schedule);
            return decision;
        }
    }

    private static void begunAnew(String schedule) {
        try (Visit holder = signedIn(browser, HOLDER)) {
            at(holder, "/agreements/" + schedule);
            press(holder, "Begin the next version");
            holder.arrivesAt(".*/versions/2.*");
            holder.checkWideAndNarrow();
        }
    }

    /** Row G4: what was assessed is not what is agreed now, so somebody has to look at it again. */
    private static void askedAgain(String decision) {
        try (Visit analyst = signedIn(browser, ANALYST)) {
            at(analyst, decision);
            press(analyst, "Ask again");
            analyst.checkWideAndNarrow();
            assertThat(main(analyst)).contains("impact");
            assertThat(main(analyst)).doesNotContain("It may be shared");
        }
    }

    private static void fill(Visit visit, Map<String, String> answers) {
        Page page = visit.page();
        answers.forEach((field, value) -> {
            Locator choice = page.locator("input[name='%s'][value=\"%s\"]".formatted(field, value));
            if (choice.count() > 0) {
                choice.first().check();
                return;
            }
            Locator box = page.locator("[id='" + field + "']");
            if ("SELECT".equals(box.evaluate("element => element.tagName"))) {
                box.selectOption(value);
            } else {
                box.fill(value);
            }
        });
    }
}
