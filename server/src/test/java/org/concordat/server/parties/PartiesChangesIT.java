package org.concordat.server.parties;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.concordat.server.browser.Browser;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages that change organisations, teams, people and courses, in a real browser, also by two people at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PartiesChangesIT {

    private static final String GOOD = "seven lamps under wet gravel";

    @TempDir
    private static Path folder;

    private Browser browser;
    private PartiesAtWork server;

    @BeforeAll
    void starts() {
        browser = Browser.startOrSkip("the pages that change people");
        server = new PartiesAtWork(folder);
        server.setUp(GOOD);
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

    private Walk ada() {
        return Walk.begin(browser, server).signIn("ada@council.example", GOOD);
    }

    @Test
    void anOrganisationKeepsItsLegalNameWhenSomethingElseIsChanged() {
        try (Walk ada = ada()) {
            ada.open("/organisations/tideford-council/change").type("legalName", "Tideford Borough Council");
            ada.press("Save").open("/organisations/tideford-council/change").type("address", "1 Quay Street");
            ada.press("Save");
            assertThat(ada.main()).contains("Tideford Borough Council", "1 Quay Street");
        }
    }

    @Test
    void twoPeopleEditOneTeam() {
        try (Walk ada = ada();
                Walk second = ada()) {
            ada.open("/organisations/tideford-council/teams/new")
                    .look("team-new")
                    .type("name", "Adult care");
            ada.choose("kinds", "SOCIAL_SERVICES").press("Add the team").look("organisation-teams");
            ada.follow("Change Adult care").look("team-change");
            second.open(ada.path()).type("function", "Looks after adults.").press("Save");
            assertThat(second.main()).contains("The team Adult care was changed", "Looks after adults.");
            ada.type("function", "Assesses adults.").press("Save").look("team-conflict");
            assertThat(ada.main()).contains("Looks after adults.", "Assesses adults.");
            ada.choose("keep.function", "mine").press("Save my choices");
            assertThat(ada.main()).contains("Assesses adults.");
            assertThat(server.owner("select count(*) from parties.team where kinds = array['social-services']"))
                    .isOne();
        }
    }

    @Test
    void aPersonIsRenamedAndConfirmsANewAddress() {
        Person olu = server.person("tideford-council", "Olu Beet", "olu@council.example", Role.PRACTITIONER, GOOD);
        try (Walk ada = ada();
                Walk second = ada();
                Walk other = Walk.begin(browser, server)) {
            ada.open("/people/" + olu.id())
                    .follow("Change name or e-mail address")
                    .look("person-change");
            second.open("/people/" + olu.id() + "/change")
                    .type("name", "Olu Bead")
                    .press("Save");
            ada.type("name", "Olu Beat").press("Save").look("person-conflict");
            ada.choose("keep.name", "mine").press("Save my choices");
            assertThat(ada.main()).contains("Olu Beat", "olu@council.example");
            ada.open("/people/" + olu.id() + "/change")
                    .type("email", "olu.beat@council.example")
                    .press("Save");
            ada.look("email-asked");
            String link = ada.visit().page().locator("#link").innerText();
            other.visit().open(link);
            other.look("email")
                    .type("password", "not the password")
                    .press("Confirm")
                    .look("email-errors");
            other.type("password", GOOD).press("Confirm");
            assertThat(other.path()).isEqualTo("/sign-in");
            assertThat(other.main()).contains("Your new address counts now");
            other.signIn("olu.beat@council.example", GOOD);
            assertThat(other.path()).isEqualTo("/");
            assertThat(other.visit().open(link)).as("it works once").isEqualTo(404);
        }
    }

    @Test
    void aRoleMovesToATeamAndTwoWhoNameDeputiesSeeBoth() {
        Person mover = server.person("tideford-council", "Max Mover", "max@council.example", Role.ANALYST, GOOD);
        server.person("tideford-council", "Dee Puty", "dee@council.example", Role.ANALYST, GOOD);
        server.person("tideford-council", "Sue Stitute", "sue@council.example", Role.ANALYST, GOOD);
        server.asServer(() -> server.get(Organisations.class).addTeam("tideford-council", "Statistics", "", Set.of()));
        try (Walk ada = ada();
                Walk second = ada()) {
            ada.open("/people/" + mover.id()).follow("Change Analyst").look("role-change-team");
            second.open(ada.path());
            choose(second, "#deputy", "Dee Puty");
            second.press("Save the deputy");
            choose(ada, "#deputy", "Sue Stitute");
            ada.press("Save the deputy").look("deputy-conflict");
            assertThat(ada.main()).contains("Dee Puty", "Sue Stitute");
            ada.press("Save my choices");
            assertThat(ada.main()).contains("Dee Puty");
            ada.follow("Change Analyst");
            choose(ada, "#team", "Statistics");
            ada.press("Move the role");
            assertThat(ada.main()).contains("Statistics, Tideford Council", "Dee Puty");
        }
    }

    private static void choose(Walk walk, String field, String label) {
        walk.visit().page().selectOption(field, new SelectOption().setLabel(label));
    }

    @Test
    void aCourseIsChanged() {
        try (Walk sam = Walk.begin(browser, server).signIn("sam@council.example", GOOD)) {
            sam.visit()
                    .page()
                    .locator("label:has-text('Partnership administrator')")
                    .click();
            sam.press("Continue").open("/training/new").type("name", "Basics").press("Add the course");
            sam.look("training-change").follow("Change Basics").look("course-change");
            sam.type("months", "24").choose("roles", "analyst").press("Save");
            assertThat(sam.main()).contains("24 months", "Analyst");
        }
    }

    @Test
    void aPartnershipSaysItsOwnWordForATerm() {
        try (Walk sam = Walk.begin(browser, server).signIn("sam@council.example", GOOD);
                Walk second = Walk.begin(browser, server).signIn("sam@council.example", GOOD)) {
            for (Walk each : List.of(sam, second)) {
                each.visit()
                        .page()
                        .locator("label:has-text('Partnership administrator')")
                        .click();
                each.press("Continue");
            }
            sam.open("/words")
                    .look("words")
                    .follow("Change controller")
                    .look("word")
                    .type("one", "x{0}");
            sam.press("Save").look("word-errors").type("one", "data holder").type("several", "data holders");
            second.open("/words/controller")
                    .type("one", "keeper")
                    .type("several", "keepers")
                    .press("Save");
            assertThat(second.main()).contains("keeper");
            sam.press("Save").look("word-conflict").choose("keep.one", "mine").choose("keep.several", "mine");
            sam.press("Save my choices");
            sam.open("/organisations/tideford-council").look("organisation-own-word");
            assertThat(sam.visit().unfold().page().locator("main").innerText())
                    .contains("What does “data holder” mean?", "is called “controller”");
            sam.open("/words/controller").type("one", "").type("several", "").press("Save");
            sam.open("/organisations/tideford-council");
            assertThat(sam.visit().unfold().page().locator("main").innerText())
                    .contains("What does “controller” mean?")
                    .doesNotContain("is called");
        }
    }
}
