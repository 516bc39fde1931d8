package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Purposes and versions of datasets on the pages of the catalogue, among agreements that rest on them. */
final class PurposePagesIT {

    private static SurgeriesTown town;
    private static Browser browser;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("the pages of purposes");
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
    void anOfficerAddsAPurposeAndSaysItOtherwiseAsLongAsNothingRestsOnIt() {
        try (Visit visit = signedIn(town.officer)) {
            visit.open(town.at.address("/purposes"));
            visit.page().click("text=Add a purpose");
            visit.checkWideAndNarrow().picture("purpose-new");
            save(visit);
            assertThat(visit.page().locator(".govuk-error-summary").innerText())
                    .contains("Enter a name", "Enter a code");
            visit.checkWideAndNarrow();
            visit.page().fill("#name", "Preventing falls: \"at home\"");
            visit.page().fill("#code", "falls-prevention");
            visit.page().fill("#about", "Therapists visit people\nwho fell.");
            visit.page().check("input[name=kinds][value=research]");
            save(visit);
            visit.arrivesAt(".*/purposes/falls-prevention");
            assertThat(visit.page().locator("main").innerText())
                    .contains("Preventing falls: \"at home\"", "No agreement rests on it", "No dataset was collected");
            visit.checkWideAndNarrow().picture("purpose");
            visit.page().click("text=Say the purpose otherwise");
            visit.page().fill("#about", "Nurses visit people\nwho fell.");
            save(visit);
            visit.page().click("text=what changed in version 2");
            assertThat(visit.page().locator("main").innerText()).contains("Therapists", "Nurses");
            visit.checkWideAndNarrow().picture("purpose-changes");
            assertThat(visit.open(town.at.address("/purposes/falls-prevention/changes/1")))
                    .as("nothing was before the first")
                    .isEqualTo(404);
        }
    }

    @Test
    void onceAgreementsRestOnAPurposeTheAdministratorAloneSaysItOtherwise() {
        try (Visit visit = signedIn(town.officer)) {
            visit.open(town.at.address("/purposes/patient-care"));
            assertThat(visit.page().locator("main").innerText())
                    .contains("Daily patient listing")
                    .doesNotContain("Say the purpose otherwise");
            visit.checkWideAndNarrow().picture("purpose-in-use");
            assertThat(visit.open(town.at.address("/purposes/patient-care/change")))
                    .isEqualTo(403);
        }
        Actor.InRole keeper = town.town.person("council", Role.PARTNERSHIP_ADMINISTRATOR);
        try (Visit visit = signedIn(keeper)) {
            visit.open(town.at.address("/purposes/patient-care/change"));
            save(visit);
            assertThat(visit.page().locator(".govuk-error-summary").innerText()).contains("signed again");
            visit.checkWideAndNarrow().picture("purpose-change");
        }
    }

    @Test
    void aDatasetShowsWhatChangedInEachVersion() {
        Acting.asServer("tests", () -> {
            Catalogue catalogue = town.at.get(Catalogue.class);
            String text = catalogue
                    .find(EntryKind.DATASET, "discharge-listing")
                    .orElseThrow()
                    .text()
                    .replace("about: Ward", "about: Ward and bed");
            return catalogue.put(EntryKind.DATASET, text, Optional.of(1));
        });
        try (Visit visit = signedIn(town.officer)) {
            visit.open(town.at.address("/datasets/discharge-listing"));
            visit.checkWideAndNarrow();
            visit.page().click("text=what changed in version 2");
            assertThat(visit.page()
                            .locator("main ins, main del")
                            .allInnerTexts()
                            .toString())
                    .contains("bed")
                    .doesNotContain("nhs-number");
            visit.checkWideAndNarrow().picture("dataset-changes");
        }
    }

    private static void save(Visit visit) {
        visit.page().locator("main button:has-text('Save')").click();
    }

    private static Visit signedIn(Actor.InRole actor) {
        Visit visit = browser.visit(Browser.WIDE);
        visit.open(town.at.signIn(actor));
        return visit;
    }
}
