package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.Links;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.EmailChanges;
import org.concordat.server.parties.internal.EmailChanges.EmailChange;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing a person's name at once, and their e-mail address by a link that they confirm. */
@Controller
class PersonPages {

    private final Persons persons;
    private final EmailChanges changes;
    private final Accounts accounts;
    private final Colleagues colleagues;
    private final Links links;
    private final Outbox outbox;

    PersonPages(
            Persons persons,
            EmailChanges changes,
            Accounts accounts,
            Colleagues colleagues,
            Links links,
            Outbox outbox) {
        this.persons = persons;
        this.changes = changes;
        this.accounts = accounts;
        this.colleagues = colleagues;
        this.links = links;
        this.outbox = outbox;
    }

    @GetMapping("/people/{id}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView form(@PathVariable UUID id) {
        Person person = colleagues.managed(id);
        return page(filledIn(person), person);
    }

    @PostMapping("/people/{id}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView change(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person before = colleagues.managed(id);
        Form form = Form.of(request);
        String name = form.text("name")
                .label("parties.person.name")
                .required()
                .atMost(200)
                .value();
        String email = form.email("email").label("parties.email").required().value();
        int version = (int) form.version();
        if (form.hasProblems()) {
            return page(form.with(Form.VERSION, version), before);
        }
        var changed = new Person(id, before.organisation(), name, before.email(), before.leftOn(), version);
        if (!changed.equals(before) && !persons.change(changed)) {
            Person now = colleagues.managed(id);
            return Conflict.between(
                            form, filledIn(now), now.version(), "/people/" + id + "/change", "/people/" + id, Map.of())
                    .page()
                    .addObject("crumbs", Colleagues.crumbs(now));
        }
        if (!email.equalsIgnoreCase(before.email())) {
            String secret = changes.ask(before, email);
            return new ModelAndView("parties/email-asked", "name", name)
                    .addObject("person", before)
                    .addObject("days", EmailChanges.LIFE.toDays())
                    .addObject("mailed", outbox.isOn())
                    .addObject("link", links.to(request, "/e-mail/" + secret))
                    .addObject("crumbs", Colleagues.crumbs(before));
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.person.changed"));
        return new ModelAndView("redirect:/people/" + id);
    }

    @GetMapping("/e-mail/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView confirmForm(@PathVariable String secret) {
        return confirmPage(Form.empty(), open(secret), secret);
    }

    @PostMapping("/e-mail/{secret}")
    @OpenTo(Audience.ANYONE)
    ModelAndView confirm(@PathVariable String secret, HttpServletRequest request, RedirectAttributes next) {
        EmailChange change = open(secret);
        Form form = Form.of(request);
        if (asksForPassword(change)) {
            String password = form.password("password")
                    .label("parties.password.present")
                    .required()
                    .value();
            if (!form.hasProblems() && !isProved(change, password, request)) {
                form.problem("password", "parties.invitation.wrong-password");
            }
        }
        if (form.hasProblems()) {
            return confirmPage(form, change, secret);
        }
        return switch (changes.confirm(secret)) {
            case CONFIRMED -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("parties.email.confirmed"));
                yield new ModelAndView(isSignedIn(change) ? "redirect:/home" : "redirect:/sign-in");
            }
            case TAKEN -> throw new Refusal(409, "EMAIL-TAKEN", "parties.refusal.email-taken");
            case NOT_OPEN -> throw notOpen();
        };
    }

    private boolean isProved(EmailChange change, String password, HttpServletRequest request) {
        String present = Acting.asServer("new-address", () -> persons.find(change.person()))
                .orElseThrow()
                .email();
        return switch (accounts.password(present, password, request.getRemoteAddr())) {
            case Accounts.Attempt.Proved _, Accounts.Attempt.NeedsCode _ -> true;
            case Accounts.Attempt.Wrong _, Accounts.Attempt.TooMany _ -> false;
        };
    }

    /** Of whoever has one, also while they are signed in: by the address they are found when they sign in. */
    private boolean asksForPassword(EmailChange change) {
        return !isSignedIn(change) || accounts.hasPassword(change.person());
    }

    private static boolean isSignedIn(EmailChange change) {
        return Acting.current().who().equals(Optional.of(change.person()));
    }

    private EmailChange open(String secret) {
        return changes.find(secret).orElseThrow(PersonPages::notOpen);
    }

    private static Refusal notOpen() {
        return new Refusal(404, "EMAIL-NOT-OPEN", "parties.refusal.email");
    }

    private static Form filledIn(Person person) {
        return Form.empty()
                .with(Form.VERSION, person.version())
                .with("name", person.name())
                .with("email", person.email());
    }

    private static ModelAndView page(Form form, Person person) {
        return form.page("parties/person-change")
                .addObject("person", person)
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    private ModelAndView confirmPage(Form form, EmailChange change, String secret) {
        return form.page("parties/email")
                .addObject("email", change.email())
                .addObject("asksForPassword", asksForPassword(change))
                .addObject("secret", secret);
    }
}
