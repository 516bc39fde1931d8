package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.server.foundation.Links;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.internal.Invitations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inviting people, by those who give roles. The partnership's administrator invites the first people of any organisation. */
@Controller
class InvitePages {

    private final Organisations organisations;
    private final Invitations invitations;
    private final Colleagues colleagues;
    private final Links links;
    private final Outbox outbox;

    InvitePages(
            Organisations organisations, Invitations invitations, Colleagues colleagues, Links links, Outbox outbox) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.colleagues = colleagues;
        this.links = links;
        this.outbox = outbox;
    }

    @GetMapping("/people/invite")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView inviteForm(@RequestParam Optional<String> organisation) {
        return invitePage(Form.empty()
                .with("organisation", organisation.orElse(Acting.inRole().organisation())));
    }

    @PostMapping("/people/invite")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView invite(HttpServletRequest request) {
        Form form = Form.of(request);
        String name = form.text("name")
                .label("parties.person.name")
                .required()
                .atMost(200)
                .value();
        String email = form.email("email").label("parties.email").required().value();
        Optional<String> organisation = form.choice(
                        "organisation", organisationsToInviteFor().keySet())
                .label("parties.organisation")
                .required()
                .value();
        Optional<Role> role = form.choice("role", Colleagues.rolesToGive())
                .label("parties.role")
                .required()
                .value();
        Optional<String> team =
                form.choice("team", teams().keySet()).label("parties.team").value();
        team.flatMap(organisations::team)
                .filter(chosen -> !Optional.of(chosen.organisation()).equals(organisation))
                .ifPresent(wrong -> form.problem("team", "parties.team.elsewhere"));
        if (form.hasProblems()) {
            return invitePage(form);
        }
        String secret = invitations.invite(email, name, organisation.orElseThrow(), team, role.orElseThrow());
        return new ModelAndView("parties/invited")
                .addObject("crumbs", List.of(Colleagues.ALL))
                .addObject("name", name)
                .addObject("days", Invitations.LIFE.toDays())
                .addObject("mailed", outbox.isOn())
                .addObject("link", links.to(request, "/invitation/" + secret));
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

    private ModelAndView invitePage(Form form) {
        Map<String, String> offered = organisationsToInviteFor();
        return form.page("parties/invite")
                .addObject("crumbs", List.of(Colleagues.ALL))
                .addObject("several", offered.size() > 1)
                .addObject("organisations", Offers.named(offered))
                .addObject("teams", Offers.named(teams()))
                .addObject("roles", Offers.roles(Colleagues.rolesToGive().values()));
    }

    private Map<String, String> organisationsToInviteFor() {
        Actor.InRole actor = Acting.inRole();
        Map<String, String> all = new HashMap<>(colleagues.organisationNames());
        if (actor.role() != PARTNERSHIP_ADMINISTRATOR) {
            all.keySet().retainAll(List.of(actor.organisation()));
        }
        return all;
    }

    /** Of one's own organisation. The first people of another invite the rest themselves. */
    private Map<String, String> teams() {
        return colleagues.teamNames();
    }
}
