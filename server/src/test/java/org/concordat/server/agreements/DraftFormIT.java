package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.concordat.policy.reading.Values;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFormIT {

    private static final String FORM = "/agreements/SC-C5/versions/1/form";
    private static final List<String> SECTIONS = List.of(
            "about",
            "versions",
            "parties",
            "joining",
            "purpose",
            "law",
            "data",
            "flow",
            "retention",
            "safeguards",
            "assurance");

    private static AgreementsAtWork at;
    private static Browser browser;
    private static Actor.InRole officer;
    private static Actor.InRole governance;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("the forms of drafts");
        at = new AgreementsAtWork(folder);
        Tideford town = Tideford.in(at, "c5-patient-listing");
        officer = town.person("council", Role.INFORMATION_SHARING_OFFICER);
        governance = town.person("council", Role.INFORMATION_GOVERNANCE_OFFICER);
        town.agreed(officer, "common/protocol.yaml");
        for (String file : List.of("agreement-ag-c5", "schedule-sc-c5")) {
            assertThat(Acting.as(
                            officer,
                            () -> at.get(Agreements.class)
                                    .draft(Tideford.text("c5-patient-listing/agreement/" + file + ".yaml"))))
                    .isInstanceOf(Agreements.Drafting.Drafted.class);
        }
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
    void aDraftIsChangedPartByPartWithoutAFile() {
        for (int width : List.of(Browser.WIDE, Browser.NARROW)) {
            try (Visit visit = signedIn(officer, width)) {
                visit.open(at.address("/agreements/SC-C5"));
                visit.page().click("text=Change the draft");
                visit.arrivesAt(".*" + FORM).check().picture("agreements-form");
                for (String section : SECTIONS) {
                    assertThat(visit.open(at.address(FORM + "/" + section)))
                            .as(section)
                            .isEqualTo(200);
                    visit.check().picture("agreements-form-" + section);
                }
                visit.open(at.address(FORM + "/law"));
                press(visit, "add:law.bases");
                int last = bases() - 1;
                visit.page().selectOption("[id='law.bases." + (last + 1) + ".organisation']", "police");
                press(visit, "save");
                assertThat(visit.page().locator(".govuk-error-summary").innerText())
                        .contains("Fill in “Basis”");
                visit.check().picture("agreements-form-wrong");
                assertThat(visit.page().inputValue("[id='law.bases." + (last + 1) + ".organisation']"))
                        .isEqualTo("police");
                press(visit, "remove:law.bases." + (last + 1));
                visit.page()
                        .fill("[id='law.human-rights']", "Proportionate, said at " + width + ":\nno more than needed.");
                press(visit, "save");
                visit.arrivesAt(".*" + FORM).check();
                assertThat(said().group("law").text("human-rights"))
                        .isEqualTo("Proportionate, said at " + width + ":\nno more than needed.");
                assertThat(bases()).isEqualTo(last + 1);
            }
        }
    }

    @Test
    void whoChangesAnotherPartMeanwhileIsNotDisturbed() {
        try (Visit one = signedIn(officer, Browser.WIDE);
                Visit other = signedIn(governance, Browser.WIDE)) {
            one.open(at.address(FORM + "/purpose"));
            other.open(at.address(FORM + "/flow"));
            one.page().fill("[id='purpose.aim']", "An aim of one.");
            press(one, "save");
            one.arrivesAt(".*" + FORM);
            other.page().fill("[id='flow.frequency']", "Daily, says the other.");
            press(other, "save");
            other.arrivesAt(".*" + FORM);
        }
        assertThat(said().group("purpose").text("aim")).isEqualTo("An aim of one.");
        assertThat(said().group("flow").text("frequency")).isEqualTo("Daily, says the other.");
    }

    @Test
    void whoChangesTheSamePartIsAskedWhichToKeep() {
        try (Visit one = signedIn(officer, Browser.WIDE);
                Visit other = signedIn(governance, Browser.WIDE)) {
            one.open(at.address(FORM + "/retention"));
            other.open(at.address(FORM + "/retention"));
            one.page().fill("[id='retention.shared-days']", "40");
            press(one, "save");
            one.arrivesAt(".*" + FORM);
            other.page().fill("[id='retention.shared-days']", "50");
            press(other, "save");
            assertThat(said().group("retention").whole("shared-days")).isEqualTo(40);
            other.check().picture("agreements-form-conflict");
            other.page().check("[name='keep.retention.shared-days'][value='mine']");
            other.page().click("main button[type=submit]");
            other.arrivesAt(".*" + FORM);
        }
        assertThat(said().group("retention").whole("shared-days")).isEqualTo(50);
    }

    @Test
    void nothingIsSentOutThatIsStillToBeWritten() {
        Agreements agreements = at.get(Agreements.class);
        String text = Tideford.text("c5-patient-listing/agreement/agreement-ag-c5.yaml")
                .replace("AG-C5", "AG-GAP")
                .replaceFirst("aim: .*", "aim: 'TO BE WRITTEN: what for.'");
        Acting.as(officer, () -> {
            AgreementVersion draft = ((Agreements.Drafting.Drafted) agreements.draft(text)).draft();
            assertThat(agreements.send(draft, false))
                    .isInstanceOfSatisfying(
                            Agreements.Sending.Wrong.class,
                            wrong -> assertThat(wrong.problems())
                                    .singleElement()
                                    .satisfies(problem ->
                                            assertThat(problem.code()).isEqualTo("AGREEMENT-UNWRITTEN")));
            return true;
        });
        try (Visit visit = signedIn(officer, Browser.WIDE)) {
            visit.open(at.address("/agreements/AG-GAP/versions/1/form"));
            assertThat(visit.page()
                            .locator(".govuk-task-list__item:has-text('What it is for')")
                            .innerText())
                    .contains("To be written");
            visit.check().picture("agreements-form-unwritten");
        }
    }

    private static Values said() {
        return Acting.as(
                officer,
                () -> at.get(Agreements.class)
                        .values(at.get(Agreements.class).version("SC-C5", 1).orElseThrow()));
    }

    private static int bases() {
        return said().group("law").groups("bases").size();
    }

    /** The last one: the first button that saves is there for the Enter key alone. */
    private static void press(Visit visit, String act) {
        visit.page().locator("button[name=act][value='" + act + "']").last().click();
    }

    private static Visit signedIn(Actor.InRole actor, int width) {
        Visit visit = browser.visit(width);
        visit.open(at.signIn(actor));
        return visit;
    }
}
