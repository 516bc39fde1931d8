package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.concordat.server.foundation.access.OpenSession;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.internal.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one is signed in, to end what is not wanted any more; and the end that an administrator makes of somebody's sessions. */
@Controller
class SessionPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String OWN = "/account/sessions";
    private static final String OTHERS = "others";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private final SignIns signIns;
    private final SessionEnds ends;
    private final ProofAgain proof;
    private final Accounts accounts;
    private final Colleagues colleagues;
    private final MessageSource messages;

    SessionPages(
            SignIns signIns,
            SessionEnds ends,
            ProofAgain proof,
            Accounts accounts,
            Colleagues colleagues,
            MessageSource messages) {
        this.signIns = signIns;
        this.ends = ends;
        this.proof = proof;
        this.accounts = accounts;
        this.colleagues = colleagues;
        this.messages = messages;
    }

    /** A session as the page shows it. */
    record Line(OpenSession session, String wayKey, String browser, ZonedDateTime began, ZonedDateTime lastUsed) {

        static Line of(OpenSession session) {
            return new Line(
                    session,
                    session.way()
                            .map(way -> "parties.sessions.way." + way.name())
                            .orElse("parties.sessions.unknown"),
                    session.browser().orElse(""),
                    local(session.began()),
                    local(session.lastUsed()));
        }

        private static ZonedDateTime local(Instant moment) {
            return moment.atZone(HERE);
        }
    }

    @GetMapping(OWN)
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView own(HttpServletRequest request, Locale locale) {
        return page(Form.empty(), request, locale);
    }

    /** Ends the one whose mark comes, or all others. */
    @PostMapping("/account/sessions/end")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView end(HttpServletRequest request, Locale locale, RedirectAttributes next) {
        Form form = Form.of(request);
        String which =
                form.text("session").label("parties.sessions.which").required().value();
        proof.ask(form, request);
        if (form.hasProblems()) {
            return page(form, request, locale);
        }
        if (proof.isTooOldWithoutPassword(request)) {
            return ProofAgain.tooOld(page(form, request, locale));
        }
        if (which.equals(OTHERS)) {
            next.addFlashAttribute(
                    Notice.DONE,
                    Notice.of(
                            "parties.sessions.ended-others",
                            String.valueOf(ends.others(request, SessionEnds.Why.WISH))));
        } else {
            next.addFlashAttribute(
                    Notice.DONE, Notice.of(ends.one(which) ? "parties.sessions.ended" : "parties.sessions.gone"));
        }
        return new ModelAndView("redirect:" + OWN);
    }

    private ModelAndView page(Form form, HttpServletRequest request, Locale locale) {
        List<Line> lines = signIns.open(Acting.inRole().person(), request).stream()
                .map(Line::of)
                .toList();
        return form.page("parties/sessions")
                .addObject("sessions", lines)
                .addObject("others", others(lines, locale))
                .addObject("hasPassword", accounts.hasPassword(Acting.inRole().person()))
                .addObject("crumbs", List.of(Crumb.key("parties.account.title", "/account")));
    }

    /** What can be ended: each session but this one, and where there are several, all of those. */
    private List<Option> others(List<Line> lines, Locale locale) {
        List<Option> others = new ArrayList<>();
        for (Line line : lines) {
            if (!line.session().isThis()) {
                String browser = line.session()
                        .browser()
                        .orElseGet(() -> messages.getMessage("parties.sessions.unknown-browser", null, locale));
                String text = messages.getMessage(
                        "parties.sessions.one", new Object[] {browser, MOMENT.format(line.began())}, locale);
                others.add(Option.named(line.session().mark(), text));
            }
        }
        if (others.size() > 1) {
            others.add(Option.key(OTHERS, "parties.sessions.all-others"));
        }
        return others;
    }

    @GetMapping("/people/{id}/sessions")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView others(@PathVariable UUID id, HttpServletRequest request) {
        Person person = colleagues.managed(id);
        if (isMe(person)) {
            return new ModelAndView("redirect:" + OWN);
        }
        return new ModelAndView("parties/person-sessions", "person", person)
                .addObject("count", signIns.open(id, request).size())
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    @PostMapping("/people/{id}/sessions/end")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    String endOthers(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person person = colleagues.managed(id);
        if (isMe(person)) {
            return "redirect:" + OWN;
        }
        next.addFlashAttribute(
                Notice.DONE, Notice.of("parties.person-sessions.ended", String.valueOf(ends.all(person, request))));
        return "redirect:/people/" + id;
    }

    private static boolean isMe(Person person) {
        return person.id().equals(Acting.inRole().person());
    }
}
