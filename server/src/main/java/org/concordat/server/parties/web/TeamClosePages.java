package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.concordat.server.parties.TeamClosing;
import org.concordat.server.parties.TeamClosing.Holds;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a team of one's own organisation, after what it holds was shown. */
@Controller
class TeamClosePages {

    /** What is chosen where roles end, so that nobody ends them by leaving a field as it is. */
    private static final String END = "-";

    private final TeamClosing closing;
    private final OwnTeams own;
    private final Persons persons;
    private final Colleagues colleagues;

    TeamClosePages(TeamClosing closing, OwnTeams own, Persons persons, Colleagues colleagues) {
        this.closing = closing;
        this.own = own;
        this.persons = persons;
        this.colleagues = colleagues;
    }

    /** A role in the team, as the page shows it. */
    record Held(String person, String roleKey) {}

    @GetMapping("/organisations/{code}/teams/{team}/close")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView form(@PathVariable String code, @PathVariable String team) {
        Organisation organisation = own.own(code);
        Team before = own.team(organisation, team);
        return page(Form.empty(), organisation, before, closing.holds(before));
    }

    @PostMapping("/organisations/{code}/teams/{team}/close")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView close(
            @PathVariable String code, @PathVariable String team, HttpServletRequest request, RedirectAttributes next) {
        Organisation organisation = own.own(code);
        Team before = own.team(organisation, team);
        Holds holds = closing.holds(before);
        Form form = Form.of(request);
        Optional<String> roles = form.choice("roles", choices(team).keySet())
                .label("parties.team-close.roles")
                .value();
        if (roles.isEmpty() && !holds.roles().isEmpty() && !form.hasProblems()) {
            form.problem("roles", "parties.team-close.roles.required");
        }
        if (!holds.roles().stream().allMatch(Colleagues::mayMove)) {
            form.problem("roles", "parties.team-close.spanning");
        }
        if (!form.ticked("sure")) {
            form.problem("sure", "parties.team-close.sure.required");
        }
        int version = (int) form.version();
        if (form.hasProblems()) {
            return page(form, organisation, before, holds);
        }
        Optional<String> successor = roles.filter(each -> !each.equals(END));
        boolean closed = version == before.version() && closing.close(before, successor);
        next.addFlashAttribute(
                closed ? Notice.DONE : Notice.NOTICE,
                Notice.of(closed ? "parties.team-close.done" : "parties.team-close.overtaken", before.name()));
        return new ModelAndView(
                "redirect:/organisations/" + code + (closed ? "" : "/teams/" + before.code() + "/close"));
    }

    private Map<String, String> choices(String closing) {
        Map<String, String> others = new LinkedHashMap<>(colleagues.teamNames());
        others.remove(closing);
        others.put(END, END);
        return others;
    }

    private ModelAndView page(Form form, Organisation organisation, Team team, Holds holds) {
        Map<String, String> others = choices(team.code());
        others.remove(END);
        return form.with(Form.VERSION, team.version())
                .page("parties/team-close")
                .addObject("organisation", organisation)
                .addObject("team", team)
                .addObject("end", END)
                .addObject("roles", holds.roles().stream().map(this::shown).toList())
                .addObject("holds", holds)
                .addObject("others", Offers.named(others))
                .addObject("crumbs", OrganisationPages.crumbs(organisation));
    }

    private Held shown(Assignment role) {
        return new Held(persons.find(role.person()).map(Person::name).orElse(""), Offers.roleKey(role.role()));
    }
}
