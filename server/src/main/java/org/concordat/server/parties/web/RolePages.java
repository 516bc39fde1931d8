package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Team;
import org.concordat.server.parties.internal.Recording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Choosing the role of a session. A change begins a new session, so that nothing carries over from one hat to another. */
@Controller
class RolePages {

    private final Persons persons;
    private final Organisations organisations;
    private final SignIns signIns;
    private final Recording recording;

    RolePages(Persons persons, Organisations organisations, SignIns signIns, Recording recording) {
        this.persons = persons;
        this.organisations = organisations;
        this.signIns = signIns;
        this.recording = recording;
    }

    /**
     * One role to choose.
     *
     * @param standsIn whether it is somebody else's, who is away
     */
    record Choice(String id, String roleKey, String organisation, String team, boolean standsIn, boolean practice) {}

    @GetMapping("/role")
    @OpenTo(Audience.SIGNED_IN)
    ModelAndView choices() {
        return page(Form.empty());
    }

    @PostMapping("/role")
    @OpenTo(Audience.SIGNED_IN)
    ModelAndView choose(HttpServletRequest request, HttpServletResponse response) {
        UUID person = Acting.current().who().orElseThrow();
        Map<String, Assignment> offered = roles(person).stream()
                .collect(Collectors.toMap(role -> role.id().toString(), Function.identity()));
        Form form = Form.of(request);
        Optional<Assignment> chosen =
                form.choice("role", offered).label("parties.role").required().value();
        if (form.hasProblems() || chosen.isEmpty()) {
            return page(form);
        }
        Assignment role = chosen.get();
        signIns.change(request, response, person, Optional.of(role.id()));
        recording.record(AuditEvent.of(PartiesAudit.ROLE_CHOSEN)
                .about("person", person.toString())
                .concerning(role.organisation())
                .with("role", role.role().word()));
        return new ModelAndView("redirect:/");
    }

    private ModelAndView page(Form form) {
        UUID person = Acting.current().who().orElseThrow();
        List<Choice> choices = Acting.asServer(
                "choose-role",
                () -> persons.roles(person).stream()
                        .map(role -> choice(person, role))
                        .toList());
        return form.page("parties/role").addObject("choices", choices);
    }

    private List<Assignment> roles(UUID person) {
        return Acting.asServer("choose-role", () -> persons.roles(person));
    }

    private Choice choice(UUID person, Assignment role) {
        Organisation organisation = organisations.find(role.organisation()).orElseThrow();
        return new Choice(
                role.id().toString(),
                "parties.role." + role.role().word(),
                organisation.name(),
                role.team().flatMap(organisations::team).map(Team::name).orElse(""),
                !role.person().equals(person),
                organisation.practice());
    }
}
