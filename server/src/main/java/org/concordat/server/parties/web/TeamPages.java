package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Team;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding and changing the teams of one's own organisation. */
@Controller
class TeamPages {

    private final Organisations organisations;
    private final OwnTeams own;
    private final MessageSource messages;

    TeamPages(Organisations organisations, OwnTeams own, MessageSource messages) {
        this.own = own;
        this.organisations = organisations;
        this.messages = messages;
    }

    /** What a form about a team says. */
    private record Typed(String name, String function, Set<OrganisationKind> kinds) {}

    @GetMapping("/organisations/{code}/teams/new")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView newForm(@PathVariable String code) {
        return newPage(Form.empty(), own.own(code));
    }

    @PostMapping("/organisations/{code}/teams/new")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView add(@PathVariable String code, HttpServletRequest request, RedirectAttributes next) {
        Organisation organisation = own.own(code);
        Form form = Form.of(request);
        Typed typed = read(form, organisation, Set.of(), "");
        if (form.hasProblems()) {
            return newPage(form, organisation);
        }
        Team team = organisations.addTeam(code, typed.name(), typed.function(), typed.kinds());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.team.added", team.name()));
        return new ModelAndView("redirect:/organisations/" + code);
    }

    @GetMapping("/organisations/{code}/teams/{team}/change")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView changeForm(@PathVariable String code, @PathVariable String team) {
        Organisation organisation = own.own(code);
        Team before = own.team(organisation, team);
        return changePage(filledIn(before), organisation, before);
    }

    @PostMapping("/organisations/{code}/teams/{team}/change")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView change(
            @PathVariable String code,
            @PathVariable String team,
            HttpServletRequest request,
            RedirectAttributes next,
            Locale locale) {
        Organisation organisation = own.own(code);
        Team before = own.team(organisation, team);
        Form form = Form.of(request);
        Typed typed = read(form, organisation, before.kinds(), team);
        int version = (int) form.version();
        if (form.hasProblems()) {
            return changePage(form.with(Form.VERSION, version), organisation, before);
        }
        if (!organisations.changeTeam(new Team(team, code, typed.name(), typed.function(), typed.kinds(), version))) {
            Team now = own.team(organisation, team);
            return Conflict.between(
                            form,
                            filledIn(now),
                            now.version(),
                            "/organisations/" + code + "/teams/" + team + "/change",
                            "/organisations/" + code,
                            Map.of("kinds", Offers.said(Offers.kinds(), messages, locale)))
                    .page()
                    .addObject("crumbs", OrganisationPages.crumbs(organisation));
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.team.changed", typed.name()));
        return new ModelAndView("redirect:/organisations/" + code);
    }

    /** @param kept kinds that the team has already, though its organisation may have lost them since */
    private Typed read(Form form, Organisation organisation, Set<OrganisationKind> kept, String code) {
        String name = form.text("name")
                .label("parties.team.name")
                .required()
                .atLeast(2)
                .atMost(200)
                .value();
        String function = form.text("function")
                .label("parties.team.function")
                .lines()
                .atMost(1000)
                .value();
        Map<String, OrganisationKind> offered =
                kinds(organisation, kept).collect(Collectors.toMap(OrganisationKind::name, kind -> kind));
        Set<OrganisationKind> kinds =
                form.choices("kinds", offered).label("parties.team.kinds").value();
        if (!form.hasProblems()
                && organisations.teams(organisation.code()).stream()
                        .anyMatch(other -> other.name().equalsIgnoreCase(name)
                                && !other.code().equals(code))) {
            form.problem("name", "parties.team.name.taken");
        }
        return new Typed(name, function, kinds);
    }

    private static Stream<OrganisationKind> kinds(Organisation organisation, Set<OrganisationKind> kept) {
        return Stream.concat(organisation.kinds().stream(), kept.stream())
                .distinct()
                .sorted();
    }

    private static Form filledIn(Team team) {
        return Form.empty()
                .with(Form.VERSION, team.version())
                .with("name", team.name())
                .with("function", team.function())
                .with("kinds", team.kinds().stream().sorted().toList());
    }

    private static ModelAndView newPage(Form form, Organisation organisation) {
        return page(form, organisation, Set.of())
                .addObject("change", false)
                .addObject("address", "/organisations/" + organisation.code() + "/teams/new");
    }

    private static ModelAndView changePage(Form form, Organisation organisation, Team team) {
        return page(form, organisation, team.kinds())
                .addObject("change", true)
                .addObject("address", "/organisations/" + organisation.code() + "/teams/" + team.code() + "/change")
                .addObject("closing", "/organisations/" + organisation.code() + "/teams/" + team.code() + "/close");
    }

    private static ModelAndView page(Form form, Organisation organisation, Set<OrganisationKind> kept) {
        List<String> offered =
                kinds(organisation, kept).map(OrganisationKind::name).toList();
        return form.page("parties/team")
                .addObject(
                        "kinds",
                        Offers.kinds().stream()
                                .filter(kind -> offered.contains(kind.value()))
                                .toList())
                .addObject("organisation", organisation)
                .addObject("crumbs", OrganisationPages.crumbs(organisation));
    }
}
