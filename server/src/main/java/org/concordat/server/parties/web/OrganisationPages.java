package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Team;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisations of the partnership and their teams. */
@Controller
class OrganisationPages {

    private static final Crumb ALL = Crumb.key("parties.organisations.title", "/organisations");

    private final Organisations organisations;

    OrganisationPages(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/organisations")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView all() {
        return new ModelAndView("parties/organisations", "organisations", organisations.all())
                .addObject("mayAdd", Acting.inRole().role() == PARTNERSHIP_ADMINISTRATOR);
    }

    @GetMapping("/organisations/new")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView newForm() {
        return newPage(Form.empty());
    }

    @PostMapping("/organisations/new")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView add(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        String name = name(form);
        Set<OrganisationKind> kinds = kinds(form);
        Nation nation = nation(form);
        if (!form.hasProblems() && isTaken(name, "")) {
            form.problem("name", "parties.organisation.name.taken");
        }
        if (form.hasProblems()) {
            return newPage(form);
        }
        Organisation made = organisations.add(
                name,
                kinds,
                nation,
                Organisation.Controller.unknown(),
                Acting.inRole().practice());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.organisation.added", made.name()));
        return new ModelAndView("redirect:/organisations/" + made.code());
    }

    @GetMapping("/organisations/{code}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String code) {
        Organisation organisation = found(code);
        Actor.InRole actor = Acting.inRole();
        boolean own = actor.organisation().equals(code);
        return new ModelAndView("parties/organisation", "organisation", organisation)
                .addObject("teams", organisations.teams(code))
                .addObject("crumbs", List.of(ALL))
                .addObject("mayChange", mayChange(actor, code))
                .addObject("mayChangeTeams", own && actor.role() == ORGANISATION_ADMINISTRATOR);
    }

    @GetMapping("/organisations/{code}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView changeForm(@PathVariable String code) {
        Organisation organisation = changeable(code);
        Organisation.Controller controller = organisation.controller();
        Form form = Form.empty()
                .with(Form.VERSION, organisation.version())
                .with("name", organisation.name())
                .with("kinds", organisation.kinds())
                .with("nation", organisation.nation())
                .with("legalName", controller.legalName())
                .with("address", controller.address())
                .with("contactEmail", controller.contactEmail())
                .with("registrationNumber", controller.registrationNumber())
                .with("privacyNotice", controller.privacyNotice())
                .with("protectionOfficer", controller.protectionOfficer())
                .with("protectionEmail", controller.protectionEmail())
                .with("objects", organisation.objects());
        return changePage(form, organisation);
    }

    @PostMapping("/organisations/{code}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView change(@PathVariable String code, HttpServletRequest request, RedirectAttributes next) {
        Organisation before = changeable(code);
        Form form = Form.of(request);
        var changed = new Organisation(
                code,
                name(form),
                kinds(form),
                before.listedIn(),
                nation(form),
                new Organisation.Controller(
                        form.text("legalName")
                                .label("parties.controller.legal-name")
                                .atMost(300)
                                .value(),
                        form.text("address")
                                .label("parties.controller.address")
                                .lines()
                                .atMost(1000)
                                .value(),
                        form.email("contactEmail")
                                .label("parties.controller.email")
                                .value(),
                        form.text("registrationNumber")
                                .label("parties.controller.registration")
                                .atMost(20)
                                .value(),
                        form.text("privacyNotice")
                                .label("parties.controller.notice")
                                .matches(java.util.regex.Pattern.compile("https?://\\S+"), "address")
                                .value(),
                        form.text("protectionOfficer")
                                .label("parties.controller.officer")
                                .atMost(200)
                                .value(),
                        form.email("protectionEmail")
                                .label("parties.controller.officer-email")
                                .value()),
                form.text("objects")
                        .label("parties.organisation.objects")
                        .lines()
                        .atMost(4000)
                        .value(),
                before.practice(),
                before.joinedOn(),
                before.leftOn(),
                (int) form.version());
        if (!form.hasProblems() && isTaken(changed.name(), code)) {
            form.problem("name", "parties.organisation.name.taken");
        }
        if (form.hasProblems()) {
            return changePage(form, before);
        }
        if (!organisations.change(changed)) {
            form.with(Form.VERSION, before.version());
            ModelAndView both = changePage(form, before).addObject("theirs", before);
            both.setStatus(org.springframework.http.HttpStatus.CONFLICT);
            return both;
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.organisation.changed", changed.name()));
        return new ModelAndView("redirect:/organisations/" + code);
    }

    @GetMapping("/organisations/{code}/teams/new")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView newTeamForm(@PathVariable String code) {
        return teamPage(Form.empty(), own(code));
    }

    @PostMapping("/organisations/{code}/teams/new")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView addTeam(@PathVariable String code, HttpServletRequest request, RedirectAttributes next) {
        Organisation organisation = own(code);
        Form form = Form.of(request);
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
        Set<OrganisationKind> kinds = form.choices("kinds", kindsOf(organisation))
                .label("parties.team.kinds")
                .value();
        if (!form.hasProblems()
                && organisations.teams(code).stream()
                        .anyMatch(team -> team.name().equalsIgnoreCase(name))) {
            form.problem("name", "parties.team.name.taken");
        }
        if (form.hasProblems()) {
            return teamPage(form, organisation);
        }
        Team team = organisations.addTeam(code, name, function, kinds);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.team.added", team.name()));
        return new ModelAndView("redirect:/organisations/" + code);
    }

    private static java.util.Map<String, OrganisationKind> kindsOf(Organisation organisation) {
        return organisation.kinds().stream()
                .collect(java.util.stream.Collectors.toMap(OrganisationKind::name, kind -> kind));
    }

    private ModelAndView newPage(Form form) {
        return words(form.page("parties/organisation-new")).addObject("crumbs", List.of(ALL));
    }

    private ModelAndView changePage(Form form, Organisation organisation) {
        return words(form.page("parties/organisation-change"))
                .addObject("organisation", organisation)
                .addObject("crumbs", crumbs(organisation));
    }

    private ModelAndView teamPage(Form form, Organisation organisation) {
        return form.page("parties/team")
                .addObject("organisation", organisation)
                .addObject("crumbs", crumbs(organisation));
    }

    private static List<Crumb> crumbs(Organisation organisation) {
        return List.of(ALL, Crumb.named(organisation.name(), "/organisations/" + organisation.code()));
    }

    private static ModelAndView words(ModelAndView page) {
        return page.addObject("kinds", OrganisationKind.values()).addObject("nations", Nation.values());
    }

    private static String name(Form form) {
        return form.text("name")
                .label("parties.organisation.name")
                .required()
                .atLeast(2)
                .atMost(200)
                .value();
    }

    private static Set<OrganisationKind> kinds(Form form) {
        return form.choices("kinds", OrganisationKind.class)
                .label("parties.kinds")
                .required()
                .value();
    }

    private static Nation nation(Form form) {
        return form.oneOf("nation", Nation.class)
                .label("parties.nation")
                .required()
                .value()
                .orElse(Nation.ENGLAND);
    }

    private boolean isTaken(String name, String exceptBy) {
        return organisations.all().stream()
                .anyMatch(other ->
                        other.name().equalsIgnoreCase(name) && !other.code().equals(exceptBy));
    }

    private Organisation found(String code) {
        return organisations
                .find(code)
                .orElseThrow(() -> new Refusal(404, "ORGANISATION-UNKNOWN", "parties.refusal.organisation"));
    }

    private Organisation changeable(String code) {
        if (!mayChange(Acting.inRole(), code)) {
            throw new Refusal(403, "NOT-YOUR-ORGANISATION", "parties.refusal.other-organisation");
        }
        return found(code);
    }

    private Organisation own(String code) {
        if (!Acting.inRole().organisation().equals(code)) {
            throw new Refusal(403, "NOT-YOUR-ORGANISATION", "parties.refusal.other-organisation");
        }
        return found(code);
    }

    private static boolean mayChange(Actor.InRole actor, String code) {
        Role role = actor.role();
        return role == PARTNERSHIP_ADMINISTRATOR
                || (actor.organisation().equals(code)
                        && (role == ORGANISATION_ADMINISTRATOR || role == INFORMATION_GOVERNANCE_OFFICER));
    }
}
