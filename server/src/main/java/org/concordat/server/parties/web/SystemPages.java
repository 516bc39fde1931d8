package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.internal.ClientSystems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Other computer systems of one's own organisation, and what they sign in with. */
@Controller
class SystemPages {

    /** Roles in which a system can ask: those that work with data. */
    private static final List<Role> FOR_SYSTEMS =
            List.of(Role.ANALYST, Role.PRACTITIONER, Role.DATA_STEWARD, Role.CASE_COORDINATOR);

    private static final List<Crumb> CRUMBS = List.of(Crumb.key("parties.systems.title", "/systems"));

    private final ClientSystems clients;
    private final Organisations organisations;
    private final Clock clock;

    SystemPages(ClientSystems clients, Organisations organisations, Clock clock) {
        this.clients = clients;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/systems")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView all() {
        return new ModelAndView("parties/systems", "systems", clients.of(ours())).addObject("teams", teamNames());
    }

    @GetMapping("/systems/new")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView form() {
        return page(Form.empty().with("expires", LocalDate.now(clock).plusYears(1)));
    }

    @PostMapping("/systems/new")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView make(HttpServletRequest request) {
        Form form = Form.of(request);
        String name = form.text("name")
                .label("parties.system.name")
                .required()
                .atLeast(2)
                .atMost(200)
                .value();
        Map<String, Role> offered = new LinkedHashMap<>();
        FOR_SYSTEMS.forEach(role -> offered.put(role.word(), role));
        Optional<Role> role = form.choice("role", offered)
                .label("parties.system.role")
                .required()
                .value();
        Optional<String> team =
                form.choice("team", teamNames().keySet()).label("parties.team").value();
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> expires = form.date("expires")
                .label("parties.system.expires")
                .required()
                .onOrAfter(today)
                .onOrBefore(today.plusYears(2))
                .value();
        if (form.hasProblems()) {
            return page(form);
        }
        ClientSystems.Made made = clients.make(ours(), team, role.orElseThrow(), name, expires.orElseThrow());
        return new ModelAndView("parties/system-made", "made", made).addObject("crumbs", CRUMBS);
    }

    @PostMapping("/systems/{id}/end")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    String end(@PathVariable UUID id, RedirectAttributes next) {
        clients.end(id);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.system.ended"));
        return "redirect:/systems";
    }

    private ModelAndView page(Form form) {
        return form.page("parties/system")
                .addObject("roles", Offers.roles(FOR_SYSTEMS))
                .addObject("teams", Offers.named(teamNames()))
                .addObject("crumbs", CRUMBS);
    }

    private Map<String, String> teamNames() {
        Map<String, String> names = new LinkedHashMap<>();
        organisations.teams(ours()).forEach(team -> names.put(team.code(), team.name()));
        return names;
    }

    private static String ours() {
        return Acting.inRole().organisation();
    }
}
