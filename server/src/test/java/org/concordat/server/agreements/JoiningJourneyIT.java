package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.agreements.MassSignUpJourneyIT.press;
import static org.concordat.server.agreements.MassSignUpJourneyIT.text;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Question;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second hospital joins what others signed and sends a list of its own, in a real browser, wide and narrow. */
class JoiningJourneyIT {

    private static final String MOOR = "moor-hospital";

    private static SurgeriesTown town;
    private static Browser browser;
    private static UUID signatory;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("the pages of joining");
        town = new SurgeriesTown(folder, SurgeriesTown.HOSPITALS);
        signatory = Acting.asServer("tests", () -> {
            town.at
                    .get(Organisations.class)
                    .add(
                            "Moor Hospital",
                            EnumSet.of(OrganisationKind.NHS_TRUST),
                            Nation.ENGLAND,
                            Organisation.Controller.unknown(),
                            false);
            String text = Tideford.text(SurgeriesTown.PLAYBOOK + "/agreement/dataset-discharge-listing.yaml")
                    .replace("holder: hospital", "holder: " + MOOR)
                    .replace("name: Patients about", "name: Moor patients about")
                    .replace("dataset: discharge-listing", "dataset: moor-listing");
            put(text);
            put(text.replace("moor-listing", "moor-staff")
                    .replace("Moor patients", "Moor staff")
                    .replace("origin: patient", "origin: ordinary"));
            UUID person = town.at
                    .get(Persons.class)
                    .add(MOOR, "Chief of Moor", "chief@moor.example")
                    .id();
            town.at.get(Persons.class).give(person, MOOR, Optional.empty(), Role.EXECUTIVE_SIGNATORY);
            town.at.get(Signatories.class).name(MOOR, person, "Chief executive", LocalDate.of(2026, 1, 1));
            return person;
        });
    }

    private static void put(String text) {
        assertThat(town.at.get(Catalogue.class).put(EntryKind.DATASET, text, false))
                .isInstanceOf(Catalogue.Putting.Put.class);
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
    void aHospitalAsksIsAcceptedSignsSendsAndLeaves() {
        Actor.InRole officer = town.town.trained(MOOR, Role.INFORMATION_SHARING_OFFICER);
        Actor.InRole chief = town.town.actor(signatory, MOOR, Role.EXECUTIVE_SIGNATORY);
        String path = asks(officer);
        assertThat(Tideford.rules(decision(officer))).contains("PARTY-NOT-JOINED", "SIGNATURE-MISSING");
        says(chief, path + "/sign", "Sign", "You have signed", Browser.WIDE);
        assertThat(Tideford.rules(decision(officer))).containsExactly("PARTY-NOT-JOINED");
        says(town.signatory, path + "/accept", "Accept", "It is accepted", Browser.NARROW);
        assertThat(decision(officer)).isInstanceOf(Decision.Permitted.class);
        try (Visit visit = signedIn(town.officer, Browser.WIDE)) {
            visit.open(town.at.address(path));
            assertThat(text(visit)).contains("Joined", "Decisions count it as a party today");
            visit.check().picture("admission");
            visit.open(town.at.address("/agreements?party=" + MOOR));
            assertThat(text(visit)).contains("Daily patient listing", "Tideford information sharing protocol");
            visit.open(town.at.address(path + "/leave"));
            assertThat(text(visit)).contains("Moor Hospital leaves", "moor-listing");
            visit.check().picture("admission-leave");
            press(visit, "Leave");
            assertThat(visit.page().locator(".govuk-error-summary").innerText()).contains("what stops");
            visit.check();
            visit.page().check("#sure");
            press(visit, "Leave");
            assertThat(text(visit)).contains("The last day is set", "1 June 2026");
            visit.check();
        }
    }

    @Test
    void aBodyOfAnotherKindIsToldWhyItCannotJoin() {
        Actor.InRole surgery = town.town.person("fire", Role.INFORMATION_SHARING_OFFICER);
        try (Visit visit = signedIn(surgery, Browser.NARROW)) {
            assertThat(visit.open(town.at.address("/agreements/" + SurgeriesTown.SCHEDULE + "/join")))
                    .isEqualTo(200);
            assertThat(text(visit)).contains("may not join");
            visit.check();
        }
    }

    private static String asks(Actor.InRole officer) {
        try (Visit visit = signedIn(officer, Browser.NARROW)) {
            visit.open(town.at.address("/agreements/" + SurgeriesTown.SCHEDULE));
            visit.page().click("text=Ask to join");
            assertThat(text(visit)).contains("Daily patient listing", "Leaving hospital", "protocol");
            visit.check().picture("join");
            press(visit, "Ask to join");
            assertThat(visit.page().locator(".govuk-error-summary").innerText()).contains("Office");
            visit.check();
            visit.page().fill("#office", "Chief executive");
            visit.page().selectOption("[id='dataset-discharge-listing']", "moor-staff");
            press(visit, "Ask to join");
            assertThat(text(visit)).contains("ACCESSION-BEYOND");
            visit.check();
            visit.page().selectOption("[id='dataset-discharge-listing']", "moor-listing");
            press(visit, "Ask to join");
            assertThat(text(visit)).contains("You asked to join", "Not yet");
            visit.check();
            return java.net.URI.create(visit.page().url()).getPath();
        }
    }

    private static void says(Actor.InRole actor, String path, String button, String then, int width) {
        try (Visit visit = signedIn(actor, width)) {
            visit.open(town.at.address("/home"));
            assertThat(visit.page().content()).contains(path);
            visit.open(town.at.address(path));
            assertThat(text(visit)).contains("It brings data of its own", "Moor patients about to leave hospital");
            visit.unfold().check().picture("admission-" + button.toLowerCase(java.util.Locale.ROOT));
            visit.page().check("#confirmed");
            press(visit, button);
            assertThat(text(visit)).contains(then);
            visit.check();
        }
    }

    private static Decision decision(Actor.InRole asker) {
        return Acting.as(
                asker,
                () -> town.at
                        .get(Decisions.class)
                        .decide(Question.of(
                                Tideford.request(
                                        SurgeriesTown.PLAYBOOK,
                                        "01-ordinary",
                                        "{organisation: hospital}",
                                        "{organisation: " + MOOR + "}",
                                        "dataset: discharge-listing",
                                        "dataset: moor-listing"),
                                Optional.empty()))
                        .decision());
    }

    private static Visit signedIn(Actor.InRole actor, int width) {
        Visit visit = browser.visit(width);
        visit.open(town.at.signIn(actor));
        return visit;
    }
}
