package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Accounts.Attempt;
import org.concordat.server.parties.internal.Recording;
import org.concordat.server.parties.internal.SetUp;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing in with a local account, and out. */
@Controller
class SignInPages {

    /** Whose password was right, while the one-time code is awaited. */
    private static final String HALF = "concordat.half-signed-in";

    private static final String SINCE = "concordat.half-signed-in-since";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Persons persons;
    private final SetUp setUp;
    private final SignIns signIns;
    private final Recording recording;
    private final Clock clock;

    SignInPages(Accounts accounts, Persons persons, SetUp setUp, SignIns signIns, Recording recording, Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.setUp = setUp;
        this.signIns = signIns;
        this.recording = recording;
        this.clock = clock;
    }

    @GetMapping("/sign-in")
    @OpenTo(Audience.ANYONE)
    ModelAndView form() {
        if (!setUp.isDone()) {
            return new ModelAndView("redirect:/set-up");
        }
        return Acting.current() instanceof Actor.Nobody
                ? Form.empty().page("parties/sign-in")
                : new ModelAndView("redirect:/");
    }

    @PostMapping("/sign-in")
    @OpenTo(Audience.ANYONE)
    ModelAndView signIn(HttpServletRequest request, HttpServletResponse response) {
        Form form = Form.of(request);
        String email = form.email("email").label("parties.email").required().value();
        String password =
                form.password("password").label("parties.password").required().value();
        if (form.hasProblems()) {
            return form.page("parties/sign-in");
        }
        return switch (accounts.password(email, password, request.getRemoteAddr())) {
            case Attempt.Proved(UUID person) -> begin(request, response, person);
            case Attempt.NeedsCode(UUID person) -> {
                request.getSession().setAttribute(HALF, person.toString());
                request.getSession().setAttribute(SINCE, clock.instant().toString());
                request.changeSessionId();
                yield new ModelAndView("redirect:/sign-in/code");
            }
            case Attempt.Wrong _ ->
                form.problem("email", "parties.sign-in.wrong").page("parties/sign-in");
            case Attempt.TooMany(Duration wait) -> tooMany(form, "email", wait, "parties/sign-in");
        };
    }

    @GetMapping("/sign-in/code")
    @OpenTo(Audience.ANYONE)
    ModelAndView codeForm(HttpServletRequest request) {
        return half(request).isPresent()
                ? Form.empty().page("parties/sign-in-code")
                : new ModelAndView("redirect:/sign-in");
    }

    @PostMapping("/sign-in/code")
    @OpenTo(Audience.ANYONE)
    ModelAndView code(HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> half = half(request);
        if (half.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        Form form = Form.of(request);
        String code =
                form.text("code").label("parties.code").atMost(40).required().value();
        if (form.hasProblems()) {
            return form.page("parties/sign-in-code");
        }
        return switch (accounts.code(half.get(), code)) {
            case Attempt.Proved(UUID person) -> begin(request, response, person);
            case Attempt.TooMany(Duration wait) -> tooMany(form, "code", wait, "parties/sign-in-code");
            case Attempt.Wrong _, Attempt.NeedsCode _ ->
                form.problem("code", "parties.code.wrong").page("parties/sign-in-code");
        };
    }

    @PostMapping("/sign-out")
    @OpenTo(Audience.SIGNED_IN)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        Acting.current()
                .who()
                .ifPresent(person ->
                        recording.record(AuditEvent.of(PartiesAudit.SIGNED_OUT).about("person", person.toString())));
        signIns.end(request, response);
        return "redirect:/sign-in";
    }

    /** With one role only there is nothing to choose. */
    private ModelAndView begin(HttpServletRequest request, HttpServletResponse response, UUID person) {
        List<Assignment> roles = Acting.asServer("sign-in", () -> persons.roles(person));
        Optional<UUID> only = roles.size() == 1 ? Optional.of(roles.getFirst().id()) : Optional.empty();
        signIns.begin(request, response, person, only);
        Acting.as(
                new Actor.Undecided(person),
                () -> recording.record(AuditEvent.of(PartiesAudit.SIGNED_IN).about("person", person.toString())));
        return new ModelAndView(only.isPresent() ? "redirect:/" : "redirect:/role");
    }

    private Optional<UUID> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(HALF) instanceof String person)
                || !(session.getAttribute(SINCE) instanceof String since)
                || Instant.parse(since).plus(PATIENCE).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(person));
    }

    private static ModelAndView tooMany(Form form, String field, Duration wait, String view) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        ModelAndView page =
                form.problem(field, "parties.sign-in.too-many", minutes).page(view);
        page.setStatus(org.springframework.http.HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }
}
