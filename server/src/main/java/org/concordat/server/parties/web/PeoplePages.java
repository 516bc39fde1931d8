package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.concordat.server.parties.Trainings;
import org.concordat.server.parties.internal.Invitations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The people of one's own organisation: who holds which role, inviting, deputies, training, leaving. The partnership's
 * administrator invites the first people of any organisation.
 */
@Controller
class PeoplePages {

    private static final Crumb ALL = Crumb.key("parties.people.title", "/people");

    /** Roles that span the partnership; only its administrator gives them. */
    private static final Set<Role> SPANNING = EnumSet.of(Role.PARTNERSHIP_ADMINISTRATOR, Role.AUDITOR);

    private final Persons persons;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Trainings trainings;
    private final SignIns signIns;
    private final Clock clock;

    PeoplePages(
            Persons persons,
            Organisations organisations,
            Invitations invitations,
            Trainings trainings,
            SignIns signIns,
            Clock clock) {
        this.persons = persons;
        this.organisations = organisations;
        this.invitations = invitations;
        this.trainings = trainings;
        this.signIns = signIns;
        this.clock = clock;
    }

    @GetMapping("/people")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView all() {
        Actor.InRole actor = Acting.inRole();
        boolean mayInvite = mayGiveRoles(actor);
        return new ModelAndView("parties/people", "people", persons.of(actor.organisation()))
                .addObject(
                        "organisation", organisations.find(actor.organisation()).orElseThrow())
                .addObject("teams", teamNames())
                .addObject("mayInvite", mayInvite)
                .addObject("waiting", mayInvite ? invitations.waiting(actor.organisation()) : List.of());
    }

    @GetMapping("/people/invite")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView inviteForm() {
        return invitePage(Form.empty().with("organisation", Acting.inRole().organisation()));
    }

    @PostMapping("/people/invite")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView invite(HttpServletRequest request) {
        Form form = Form.of(request);
        String email = form.email("email").label("parties.email").required().value();
        String name = form.text("name")
                .label("parties.person.name")
                .required()
                .atMost(200)
                .value();
        Optional<String> organisation = form.choice("organisation", organisationsToInviteFor())
                .label("parties.organisation")
                .required()
                .value();
        Optional<Role> role = form.choice("role", rolesToGive())
                .label("parties.role")
                .required()
                .value();
        Optional<String> team =
                form.choice("team", teamNames().keySet()).label("parties.team").value();
        team.flatMap(organisations::team)
                .filter(chosen -> !Optional.of(chosen.organisation()).equals(organisation))
                .ifPresent(wrong -> form.problem("team", "parties.team.elsewhere"));
        if (form.hasProblems()) {
            return invitePage(form);
        }
        String secret = invitations.invite(email, name, organisation.orElseThrow(), team, role.orElseThrow());
        return new ModelAndView("parties/invited")
                .addObject("crumbs", List.of(ALL))
                .addObject("days", Invitations.LIFE.toDays())
                .addObject("link", address(request) + "/invitation/" + secret);
    }

    @PostMapping("/people/invitations/{id}/withdraw")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    String withdraw(@PathVariable String id, RedirectAttributes next) {
        if (!id.matches("[0-9a-f]{64}")) {
            throw new Refusal(404, "INVITATION-NOT-OPEN", "parties.refusal.invitation");
        }
        invitations.withdraw(id);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.invitation.withdrawn"));
        return "redirect:/people";
    }

    @GetMapping("/people/{id}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable UUID id) {
        return onePage(found(id), Form.empty());
    }

    @PostMapping("/people/{id}/roles")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView give(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person person = found(id);
        Form form = Form.of(request);
        Optional<Role> role = form.choice("role", rolesToGive())
                .label("parties.role")
                .required()
                .value();
        Optional<String> team =
                form.choice("team", ownTeams()).label("parties.team").value();
        if (form.hasProblems()) {
            return onePage(person, form);
        }
        persons.give(id, Acting.inRole().organisation(), team, role.orElseThrow());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.role.given"));
        return new ModelAndView("redirect:/people/" + id);
    }

    @PostMapping("/people/{id}/roles/{assignment}/end")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    String end(@PathVariable UUID id, @PathVariable UUID assignment, RedirectAttributes next) {
        persons.end(ownRole(id, assignment));
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.role.ended"));
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/roles/{assignment}/deputy")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView deputy(
            @PathVariable UUID id, @PathVariable UUID assignment, HttpServletRequest request, RedirectAttributes next) {
        Assignment role = ownRole(id, assignment);
        Form form = Form.of(request);
        Optional<UUID> deputy =
                form.choice("deputy", colleagues(id)).label("parties.deputy").value();
        if (form.hasProblems()) {
            return onePage(found(id), form);
        }
        persons.nameDeputy(role, deputy);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.deputy.named"));
        return new ModelAndView("redirect:/people/" + id);
    }

    @PostMapping("/people/{id}/training")
    @OpenTo(roles = {ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView train(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person person = found(id);
        if (Acting.current().who().equals(Optional.of(id))) {
            throw new Refusal(403, "OWN-TRAINING", "parties.refusal.own-training");
        }
        Form form = Form.of(request);
        Map<String, Trainings.Course> courses =
                trainings.courses().stream().collect(Collectors.toMap(Trainings.Course::code, course -> course));
        Optional<Trainings.Course> course = form.choice("course", courses)
                .label("parties.course")
                .required()
                .value();
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> passed = form.date("passed")
                .label("parties.training.passed")
                .required()
                .onOrBefore(today)
                .value();
        if (form.hasProblems()) {
            return onePage(person, form);
        }
        trainings.record(id, course.orElseThrow(), passed.orElseThrow());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.training.recorded"));
        return new ModelAndView("redirect:/people/" + id);
    }

    @GetMapping("/people/{id}/leave")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView leaveForm(@PathVariable UUID id) {
        return leavePage(leaver(id), Form.empty());
    }

    @PostMapping("/people/{id}/leave")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView leave(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person person = leaver(id);
        Form form = Form.of(request);
        Optional<UUID> successor = form.choice("successor", colleagues(id))
                .label("parties.leave.successor")
                .value();
        if (form.hasProblems()) {
            return leavePage(person, form);
        }
        persons.leave(person, successor);
        signIns.endAll(id);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.leave.done"));
        return new ModelAndView("redirect:/people");
    }

    private ModelAndView invitePage(Form form) {
        Map<String, String> names = new LinkedHashMap<>();
        organisations.all().stream()
                .filter(each -> organisationsToInviteFor().contains(each.code()))
                .forEach(each -> names.put(each.code(), each.name()));
        return form.page("parties/invite")
                .addObject("crumbs", List.of(ALL))
                .addObject("organisations", names)
                .addObject("teams", teamNames())
                .addObject("roles", rolesToGive().keySet());
    }

    private ModelAndView onePage(Person person, Form form) {
        Actor.InRole actor = Acting.inRole();
        boolean ours = isOurs(person);
        return form.page("parties/person")
                .addObject("person", person)
                .addObject("employer", organisations.find(person.organisation()).orElseThrow())
                .addObject("roles", rolesHere(person.id()))
                .addObject("teams", teamNames())
                .addObject("ownTeams", ownTeams())
                .addObject("colleagues", colleagueNames(person.id()))
                .addObject("standings", trainings.of(person.id()))
                .addObject("rolesToGive", rolesToGive().keySet())
                .addObject("mayChange", ours && mayGiveRoles(actor))
                .addObject(
                        "mayTrain",
                        ours
                                && !actor.person().equals(person.id())
                                && (actor.role() == ORGANISATION_ADMINISTRATOR
                                        || actor.role() == INFORMATION_GOVERNANCE_OFFICER))
                .addObject("today", LocalDate.now(clock))
                .addObject("crumbs", List.of(ALL));
    }

    private ModelAndView leavePage(Person person, Form form) {
        return form.page("parties/leave")
                .addObject("person", person)
                .addObject("roles", rolesHere(person.id()))
                .addObject("colleagues", colleagueNames(person.id()))
                .addObject("crumbs", List.of(ALL, Crumb.named(person.name(), "/people/" + person.id())));
    }

    private List<Assignment> rolesHere(UUID person) {
        return persons.of(Acting.inRole().organisation()).stream()
                .filter(each -> each.person().id().equals(person))
                .flatMap(each -> each.roles().stream())
                .toList();
    }

    private boolean isOurs(Person person) {
        return person.organisation().equals(Acting.inRole().organisation())
                || !rolesHere(person.id()).isEmpty();
    }

    private Person leaver(UUID id) {
        Person person = found(id);
        if (!person.organisation().equals(Acting.inRole().organisation())) {
            throw new Refusal(403, "NOT-YOUR-ORGANISATION", "parties.refusal.other-organisation");
        }
        return person;
    }

    private Assignment ownRole(UUID person, UUID assignment) {
        return persons.role(assignment)
                .filter(role -> role.person().equals(person))
                .filter(role -> role.organisation().equals(Acting.inRole().organisation()))
                .orElseThrow(() -> new Refusal(404, "ROLE-UNKNOWN", "parties.refusal.role"));
    }

    private Person found(UUID id) {
        return persons.find(id).orElseThrow(() -> new Refusal(404, "PERSON-UNKNOWN", "parties.refusal.person"));
    }

    private Map<String, UUID> colleagues(UUID except) {
        return persons.of(Acting.inRole().organisation()).stream()
                .map(each -> each.person().id())
                .filter(id -> !id.equals(except))
                .collect(Collectors.toMap(UUID::toString, id -> id));
    }

    private Map<String, String> colleagueNames(UUID except) {
        Map<String, String> names = new LinkedHashMap<>();
        persons.of(Acting.inRole().organisation()).stream()
                .map(Persons.WithRoles::person)
                .filter(person -> !person.id().equals(except))
                .forEach(person -> names.put(person.id().toString(), person.name()));
        return names;
    }

    private Set<String> organisationsToInviteFor() {
        Actor.InRole actor = Acting.inRole();
        return actor.role() == PARTNERSHIP_ADMINISTRATOR
                ? organisations.all().stream().map(each -> each.code()).collect(Collectors.toSet())
                : Set.of(actor.organisation());
    }

    private Map<String, String> teamNames() {
        Map<String, String> names = new LinkedHashMap<>();
        organisations.teams(Acting.inRole().organisation()).forEach(team -> names.put(team.code(), team.name()));
        return names;
    }

    private Set<String> ownTeams() {
        return organisations.teams(Acting.inRole().organisation()).stream()
                .map(Team::code)
                .collect(Collectors.toSet());
    }

    private static boolean mayGiveRoles(Actor.InRole actor) {
        return actor.role() == PARTNERSHIP_ADMINISTRATOR || actor.role() == ORGANISATION_ADMINISTRATOR;
    }

    private static Map<String, Role> rolesToGive() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (Acting.inRole().role() == PARTNERSHIP_ADMINISTRATOR || !SPANNING.contains(role)) {
                roles.put(role.word(), role);
            }
        }
        return roles;
    }

    /** What people type to reach this server, for links that go out. */
    private static String address(HttpServletRequest request) {
        return org.springframework.web.servlet.support.ServletUriComponentsBuilder.fromContextPath(request)
                .toUriString();
    }
}
