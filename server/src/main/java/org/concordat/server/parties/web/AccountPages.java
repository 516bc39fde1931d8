package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.PersonAuthentication;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.DailyLetters;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.Trainings;
import org.concordat.server.parties.internal.Accounts;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: password, days away, training, and the way to what else belongs to it. */
@Controller
class AccountPages {

    private static final List<Crumb> CRUMBS = List.of(Crumb.key("parties.account.title", "/account"));

    private final Accounts accounts;
    private final Persons persons;
    private final Trainings trainings;
    private final SignIns signIns;
    private final SessionEnds ends;
    private final ProofAgain proof;
    private final DailyLetters letters;
    private final Outbox outbox;
    private final Clock clock;

    AccountPages(
            Accounts accounts,
            Persons persons,
            Trainings trainings,
            SignIns signIns,
            SessionEnds ends,
            ProofAgain proof,
            DailyLetters letters,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.trainings = trainings;
        this.signIns = signIns;
        this.ends = ends;
        this.proof = proof;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    @GetMapping("/account")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView account() {
        return page(Form.empty().with("daily", letters.isWanted(me()) ? "yes" : "no"));
    }

    @PostMapping("/account/away")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView away(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> first = form.date("first")
                .label("parties.away.first")
                .required()
                .onOrAfter(today)
                .value();
        Optional<LocalDate> last = form.date("last")
                .label("parties.away.last")
                .required()
                .onOrAfter(first.orElse(today))
                .value();
        if (form.hasProblems()) {
            return page(form);
        }
        persons.setAway(me(), first.orElseThrow(), last.orElseThrow());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.away.set"));
        return new ModelAndView("redirect:/account");
    }

    @PostMapping("/account/mail")
    @OpenTo(Audience.ANY_ROLE)
    String mail(HttpServletRequest request, RedirectAttributes next) {
        letters.want(Form.of(request).ticked("daily"));
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.mail.saved"));
        return "redirect:/account";
    }

    @GetMapping("/account/password")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView passwordForm() {
        if (!accounts.hasPassword(me())) {
            return new ModelAndView("redirect:/account");
        }
        return Form.empty().page("parties/password").addObject("crumbs", CRUMBS);
    }

    @PostMapping("/account/password")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView password(HttpServletRequest request, HttpServletResponse response, RedirectAttributes next) {
        Person person = persons.find(me()).orElseThrow();
        Form form = Form.of(request);
        proof.ask(form, request);
        String fresh = form.password("fresh")
                .label("parties.password.fresh")
                .required()
                .value();
        if (!form.hasProblems()) {
            accounts.trouble(person, fresh).ifPresent(key -> form.problem("fresh", key));
        }
        if (form.hasProblems()) {
            return form.page("parties/password").addObject("crumbs", CRUMBS);
        }
        accounts.setPassword(person.id(), fresh);
        Optional<UUID> role = assignment();
        ends.others(request, SessionEnds.Why.FACTOR);
        signIns.change(request, response, person.id(), role);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.password.changed"));
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView page(Form form) {
        Person person = persons.find(me()).orElseThrow();
        return form.page("parties/account")
                .addObject("person", person)
                .addObject("absences", persons.absences(person.id()))
                .addObject("hasPassword", accounts.hasPassword(person.id()))
                .addObject("mailOn", outbox.isOn())
                .addObject("usesCodes", accounts.usesCodes(person.id()))
                .addObject("standings", trainings.of(person.id()))
                .addObject("role", Acting.inRole().role())
                .addObject("today", LocalDate.now(clock));
    }

    private static UUID me() {
        return Acting.inRole().person();
    }

    private static Optional<UUID> assignment() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication signedIn
                ? signedIn.assignment()
                : Optional.empty();
    }
}
