package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.PartyLists;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

    private static final ListShape LIST = ListShape.of(
                    Column.sorted("name", "parties.organisation", "lower(name)"),
                    Column.plain("kinds", "parties.kind"),
                    Column.sorted("nation", "parties.nation.short", "nation"),
                    Column.sorted("joined", "parties.organisation.joined", "joined_on"))
            .filteredBy("name", "kind", "nation");

    private final Organisations organisations;
    private final PartyLists lists;
    private final MessageSource messages;

    OrganisationPages(Organisations organisations, PartyLists lists, MessageSource messages) {
        this.organisations = organisations;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/organisations")
    @OpenTo(Audience.ANY_ROLE)
    @Nullable ModelAndView all(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Listing asked = LIST.read(request);
        Found<Organisation> found = lists.organisations(asked);
        if (asked.csv()) {
            download(found.rows(), response, locale);
            return null;
        }
        return new ModelAndView("parties/organisations", "organisations", found)
                .addObject("kinds", Offers.words(OrganisationKind.class, "parties.kind"))
                .addObject("nations", Offers.words(Nation.class, "parties.nation"))
                .addObject("mayAdd", Acting.inRole().role() == PARTNERSHIP_ADMINISTRATOR);
    }

    private void download(List<Organisation> rows, HttpServletResponse response, Locale locale) throws IOException {
        CsvFile file = CsvFile.download(
                response, "organisations.csv", List.of("code", "name", "kinds", "nation", "joined", "left"));
        for (Organisation each : rows) {
            file.row(
                    each.code(),
                    each.name(),
                    each.kinds().stream()
                            .sorted()
                            .map(kind -> messages.getMessage("parties.kind." + kind.name(), null, locale))
                            .collect(Collectors.joining("; ")),
                    messages.getMessage("parties.nation." + each.nation().name(), null, locale),
                    each.joinedOn(),
                    each.leftOn().orElse(null));
        }
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
                .addObject("mayInvite", actor.role() == PARTNERSHIP_ADMINISTRATOR)
                .addObject("mayChangeTeams", own && actor.role() == ORGANISATION_ADMINISTRATOR);
    }

    @GetMapping("/organisations/{code}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView changeForm(@PathVariable String code) {
        Organisation organisation = changeable(code);
        return changePage(filledIn(organisation), organisation);
    }

    private static Form filledIn(Organisation organisation) {
        Organisation.Controller controller = organisation.controller();
        return Form.empty()
                .with(Form.VERSION, organisation.version())
                .with("name", organisation.name())
                .with("kinds", organisation.kinds().stream().sorted().toList())
                .with("nation", organisation.nation())
                .with("legalName", controller.legalName())
                .with("address", controller.address())
                .with("contactEmail", controller.contactEmail())
                .with("registrationNumber", controller.registrationNumber())
                .with("privacyNotice", controller.privacyNotice())
                .with("protectionOfficer", controller.protectionOfficer())
                .with("protectionEmail", controller.protectionEmail())
                .with("objects", organisation.objects());
    }

    @PostMapping("/organisations/{code}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView change(@PathVariable String code, HttpServletRequest request, RedirectAttributes next, Locale locale) {
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
            return changePage(form.with(Form.VERSION, changed.version()), before);
        }
        if (!organisations.change(changed)) {
            Organisation now = found(code);
            return Conflict.between(
                            form,
                            filledIn(now),
                            now.version(),
                            "/organisations/" + code + "/change",
                            "/organisations/" + code,
                            Map.of(
                                    "kinds",
                                    Offers.said(Offers.kinds(), messages, locale),
                                    "nation",
                                    Offers.said(Offers.nations(), messages, locale)))
                    .page()
                    .addObject("crumbs", crumbs(now));
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.organisation.changed", changed.name()));
        return new ModelAndView("redirect:/organisations/" + code);
    }

    private ModelAndView newPage(Form form) {
        return words(form.page("parties/organisation-new")).addObject("crumbs", List.of(ALL));
    }

    private ModelAndView changePage(Form form, Organisation organisation) {
        return words(form.page("parties/organisation-change"))
                .addObject("organisation", organisation)
                .addObject("crumbs", crumbs(organisation));
    }

    static List<Crumb> crumbs(Organisation organisation) {
        return List.of(ALL, Crumb.named(organisation.name(), "/organisations/" + organisation.code()));
    }

    private static ModelAndView words(ModelAndView page) {
        return page.addObject("kinds", Offers.kinds()).addObject("nations", Offers.nations());
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

    private static boolean mayChange(Actor.InRole actor, String code) {
        Role role = actor.role();
        return role == PARTNERSHIP_ADMINISTRATOR
                || (actor.organisation().equals(code)
                        && (role == ORGANISATION_ADMINISTRATOR || role == INFORMATION_GOVERNANCE_OFFICER));
    }
}
