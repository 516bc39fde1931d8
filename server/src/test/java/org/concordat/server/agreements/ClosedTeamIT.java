package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.decide.Decision;
import org.concordat.server.browser.Browser;
import org.concordat.server.browser.Visit;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.concordat.server.parties.TeamClosing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team that is closed by its organisation's administrator, with what people hold in it and the agreements that name it. */
final class ClosedTeamIT {

    private static final String NAMED = "hospital-discharge";

    private static SurgeriesTown town;
    private static Browser browser;
    private static Actor.InRole administrator;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        browser = Browser.startOrSkip("closing a team");
        town = new SurgeriesTown(folder, SurgeriesTown.SURGERIES);
        administrator = town.town.person("council", Role.ORGANISATION_ADMINISTRATOR);
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
    void itsRolesGoOnInAnotherTeamAndWhatNamesItHoldsNoMore() {
        assertThat(town.decision("surgery")).isInstanceOf(Decision.Permitted.class);
        Team goesOn = added("Discharge and home");
        Assignment held = holder(NAMED);
        try (Visit visit = signedIn(administrator)) {
            visit.open(town.at.address("/organisations/council/teams/" + NAMED + "/change"));
            visit.page().click("text=Close this team");
            assertThat(visit.page().locator("main").innerText())
                    .contains("Somebody new, Practitioner", "Daily patient listing", "do not hold any more");
            visit.checkWideAndNarrow().picture("team-close");
            press(visit);
            assertThat(visit.page().locator(".govuk-error-summary").innerText())
                    .contains("Choose whether the roles end", "Confirm that you know what ends");
            visit.checkWideAndNarrow();
            visit.page().selectOption("#roles", goesOn.code());
            visit.page().check("#sure");
            press(visit);
            visit.arrivesAt(".*/organisations/council");
            assertThat(visit.page().locator("main").innerText()).contains("is closed", "Discharge and home");
            assertThat(visit.open(town.at.address("/organisations/council/teams/" + NAMED + "/close")))
                    .as("it stays closed")
                    .isEqualTo(404);
        }
        assertThat(roles(held)).singleElement().satisfies(role -> {
            assertThat(role.team()).contains(goesOn.code());
            assertThat(role.id()).as("a session in the team is over").isNotEqualTo(held.id());
        });
        assertThat(Acting.asServer(
                        "tests", () -> town.at.get(Organisations.class).team(NAMED)))
                .as("what was done in it is still found under its name")
                .isPresent();
        assertThat(Tideford.rules(town.decision("surgery"))).contains("NOT-AGREED");
    }

    @Test
    void rolesEndWhereNoTeamTakesThemOver() {
        Team team = added("Winter night shelter");
        Assignment held = holder(team.code());
        assertThat(close(team, Optional.empty())).isTrue();
        assertThat(roles(held)).isEmpty();
        assertThat(close(team, Optional.empty())).as("once").isFalse();
    }

    @Test
    void nobodyElseClosesIt() {
        Team team = added("Summer school");
        Actor.InRole other = town.town.person("hospital", Role.ORGANISATION_ADMINISTRATOR);
        Actor.InRole officer = town.officer;
        for (Actor.InRole actor : List.of(other, officer)) {
            try (Visit visit = signedIn(actor)) {
                assertThat(visit.open(town.at.address("/organisations/council/teams/" + team.code() + "/close")))
                        .isEqualTo(403);
            }
            assertThat(Acting.as(actor, () -> town.at.get(TeamClosing.class).close(team, Optional.empty())))
                    .as("nor does the database let them")
                    .isFalse();
        }
    }

    private static Team added(String name) {
        return Acting.as(
                administrator, () -> town.at.get(Organisations.class).addTeam("council", name, "", java.util.Set.of()));
    }

    /** Somebody new who is a practitioner in that team and nothing else. */
    private static Assignment holder(String team) {
        return Acting.asServer("tests", () -> {
            Persons persons = town.at.get(Persons.class);
            var person = persons.add("council", "Somebody new", team + "@council.example");
            persons.give(person.id(), "council", Optional.of(team), Role.PRACTITIONER);
            return persons.held(person.id()).getFirst();
        });
    }

    private static List<Assignment> roles(Assignment held) {
        return Acting.asServer("tests", () -> town.at.get(Persons.class).held(held.person()));
    }

    private static boolean close(Team team, Optional<String> successor) {
        return Acting.as(administrator, () -> town.at.get(TeamClosing.class).close(team, successor));
    }

    private static void press(Visit visit) {
        visit.page().locator("main button:has-text('Close the team')").click();
    }

    private static Visit signedIn(Actor.InRole actor) {
        Visit visit = browser.visit(Browser.WIDE);
        visit.open(town.at.signIn(actor));
        return visit;
    }
}
