package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving, moving and ending roles, naming deputies, and letting people leave. */
@Controller
class PersonRolePages {

    private final Persons persons;
    private final Colleagues colleagues;
    private final SignIns signIns;

    PersonRolePages(Persons persons, Colleagues colleagues, SignIns signIns) {
        this.persons = persons;
        this.colleagues = colleagues;
        this.signIns = signIns;
    }

    @GetMapping("/people/{id}/roles")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView giveForm(@PathVariable UUID id) {
        return givePage(colleagues.person(id), Form.empty());
    }

    @PostMapping("/people/{id}/roles")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView give(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person person = colleagues.person(id);
        Form form = Form.of(request);
        Optional<Role> role = form.choice("role", Colleagues.rolesToGive())
                .label("parties.role")
                .required()
                .value();
        Optional<String> team = form.choice("team", colleagues.teamNames().keySet())
                .label("parties.team")
                .value();
        if (form.hasProblems()) {
            return givePage(person, form);
        }
        persons.give(id, Acting.inRole().organisation(), team, role.orElseThrow());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.role.given"));
        return new ModelAndView("redirect:/people/" + id);
    }

    @GetMapping("/people/{id}/roles/{assignment}")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView changeForm(@PathVariable UUID id, @PathVariable UUID assignment) {
        Assignment role = colleagues.changeable(id, assignment);
        return changePage(colleagues.person(id), role, filledIn(role));
    }

    @PostMapping("/people/{id}/roles/{assignment}/deputy")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView deputy(
            @PathVariable UUID id, @PathVariable UUID assignment, HttpServletRequest request, RedirectAttributes next) {
        Assignment role = colleagues.changeable(id, assignment);
        Form form = Form.of(request);
        Optional<UUID> deputy = form.choice("deputy", ids(colleagues.namesOf(role.organisation(), id)))
                .label("parties.deputy")
                .value();
        if (form.hasProblems()) {
            return changePage(colleagues.person(id), role, form);
        }
        if (form.version() != role.version() || !persons.nameDeputy(role, deputy)) {
            return conflict(form, id, assignment, "deputy");
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.deputy.named"));
        return new ModelAndView("redirect:/people/" + id);
    }

    @PostMapping("/people/{id}/roles/{assignment}/team")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView move(
            @PathVariable UUID id, @PathVariable UUID assignment, HttpServletRequest request, RedirectAttributes next) {
        Assignment role = colleagues.changeable(id, assignment);
        if (!Colleagues.mayMove(role)) {
            throw new Refusal(403, "NOT-YOUR-ORGANISATION", "parties.refusal.other-organisation");
        }
        Form form = Form.of(request);
        Optional<String> team = form.choice("team", colleagues.teamNames().keySet())
                .label("parties.team")
                .value();
        if (form.hasProblems()) {
            return changePage(colleagues.person(id), role, form);
        }
        if (form.version() != role.version()) {
            return conflict(form, id, assignment, "team");
        }
        if (!team.equals(role.team()) && !persons.move(role, team)) {
            return conflict(form, id, assignment, "team");
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.role.moved"));
        return new ModelAndView("redirect:/people/" + id);
    }

    private static Form filledIn(Assignment role) {
        return Form.empty().with("deputy", role.deputy()).with("team", role.team());
    }

    private ModelAndView conflict(Form form, UUID person, UUID assignment, String part) {
        Assignment now = colleagues.changeable(person, assignment);
        String page = "/people/" + person + "/roles/" + assignment;
        return Conflict.between(
                        form,
                        filledIn(now),
                        now.version(),
                        page + "/" + part,
                        page,
                        Map.of(
                                "deputy", Offers.named(colleagues.namesOf(now.organisation(), person)),
                                "team", Offers.named(colleagues.teamNames())))
                .page()
                .addObject("crumbs", Colleagues.crumbs(colleagues.person(person)));
    }

    @PostMapping("/people/{id}/roles/{assignment}/end")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    String end(@PathVariable UUID id, @PathVariable UUID assignment, RedirectAttributes next) {
        Assignment role = colleagues.changeable(id, assignment);
        colleagues.keepOneAdministrator(List.of(role));
        persons.end(role);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.role.ended"));
        return "redirect:/people/" + id;
    }

    @GetMapping("/people/{id}/leave")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView leaveForm(@PathVariable UUID id) {
        return leavePage(colleagues.leaver(id), Form.empty());
    }

    @PostMapping("/people/{id}/leave")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView leave(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person person = colleagues.leaver(id);
        Form form = Form.of(request);
        Optional<UUID> successor = form.choice("successor", ids(colleagues.namesOf(person.organisation(), id)))
                .label("parties.leave.successor")
                .value();
        if (form.hasProblems()) {
            return leavePage(person, form);
        }
        colleagues.keepOneAdministrator(persons.held(id));
        persons.leave(person, successor);
        // Those held for other organisations, which an administrator of one does not see.
        Acting.as(new Actor.Server("leave"), () -> persons.endAll(id));
        signIns.endAll(id);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.leave.done"));
        return new ModelAndView("redirect:/people");
    }

    private ModelAndView givePage(Person person, Form form) {
        return form.page("parties/role-give")
                .addObject("person", person)
                .addObject("roles", Offers.roles(Colleagues.rolesToGive().values()))
                .addObject("teams", Offers.named(colleagues.teamNames()))
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    private ModelAndView changePage(Person person, Assignment role, Form form) {
        return form.with(Form.VERSION, role.version())
                .page("parties/role-change")
                .addObject("person", person)
                .addObject("role", colleagues.shown(role))
                .addObject("colleagues", Offers.named(colleagues.namesOf(role.organisation(), person.id())))
                .addObject("teams", Offers.named(colleagues.teamNames()))
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    private ModelAndView leavePage(Person person, Form form) {
        return form.page("parties/leave")
                .addObject("person", person)
                .addObject("roles", colleagues.roles(person.id()))
                .addObject("colleagues", Offers.named(colleagues.namesOf(person.organisation(), person.id())))
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    private static Map<String, UUID> ids(Map<String, String> names) {
        return names.keySet().stream().collect(Collectors.toMap(id -> id, UUID::fromString));
    }
}
