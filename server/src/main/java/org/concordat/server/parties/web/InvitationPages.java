package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignInWay;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.internal.Invitations;
import org.concordat.server.parties.internal.Invitations.Acceptance;
import org.concordat.server.parties.internal.Invitations.Invitation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Accepting an invitation by its link. */
@Controller
class InvitationPages {

    private final Invitations invitations;
    private final Organisations organisations;
    private final Persons persons;
    private final SignIns signIns;

    InvitationPages(Invitations invitations, Organisations organisations, Persons persons, SignIns signIns) {
        this.invitations = invitations;
        this.organisations = organisations;
        this.persons = persons;
        this.signIns = signIns;
    }

    @GetMapping("/invitation/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView form(@PathVariable String secret) {
        Invitation invitation = open(secret);
        return page(Form.empty().with("name", invitation.name()), invitation, secret);
    }

    @PostMapping("/invitation/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView accept(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        Invitation invitation = open(secret);
        Form form = Form.of(request);
        boolean known = isKnown(invitation);
        String name = known
                ? ""
                : form.text("name")
                        .label("parties.person.name")
                        .required()
                        .atMost(200)
                        .value();
        String password =
                form.password("password").label("parties.password").required().value();
        if (form.hasProblems()) {
            return page(form, invitation, secret);
        }
        return switch (invitations.accept(secret, name, password, request.getRemoteAddr())) {
            case Acceptance.Accepted(UUID person) -> {
                // Whoever has one-time codes proves themselves again at the usual door.
                signIns.end(request, response);
                if (known) {
                    yield new ModelAndView("redirect:/sign-in");
                }
                List<Assignment> roles = Acting.asServer("invitation", () -> persons.roles(person));
                Optional<UUID> only =
                        roles.size() == 1 ? Optional.of(roles.getFirst().id()) : Optional.empty();
                signIns.begin(request, response, person, only, SignInWay.INVITATION);
                yield new ModelAndView(only.isPresent() ? "redirect:/" : "redirect:/role");
            }
            case Acceptance.WrongPassword _ ->
                page(form.problem("password", "parties.invitation.wrong-password"), invitation, secret);
            case Acceptance.WeakPassword(String key) -> page(form.problem("password", key), invitation, secret);
            case Acceptance.NotOpen _ -> throw notOpen();
        };
    }

    private Invitation open(String secret) {
        return invitations.find(secret).orElseThrow(InvitationPages::notOpen);
    }

    private static Refusal notOpen() {
        return new Refusal(404, "INVITATION-NOT-OPEN", "parties.refusal.invitation");
    }

    private boolean isKnown(Invitation invitation) {
        return Acting.asServer("invitation", () -> persons.findByEmail(invitation.email()))
                .isPresent();
    }

    private ModelAndView page(Form form, Invitation invitation, String secret) {
        String organisation = Acting.asServer("invitation", () -> organisations.find(invitation.organisation()))
                .orElseThrow()
                .name();
        return form.page("parties/invitation")
                .addObject("organisation", organisation)
                .addObject("roleKey", "parties.role." + invitation.role().word())
                .addObject("known", isKnown(invitation))
                .addObject("email", invitation.email())
                .addObject("secret", secret);
    }
}
