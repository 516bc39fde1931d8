package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Accounts.Attempt;
import org.concordat.server.parties.internal.Recording;
import org.concordat.server.parties.internal.SetUp;
import org.springframework.http.HttpStatus;
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
    private final SessionStart start;
    private final Providers providers;
    private final SetUp setUp;
    private final SignIns signIns;
    private final Recording recording;
    private final Clock clock;

    SignInPages(
            Accounts accounts,
            SessionStart start,
            Providers providers,
            SetUp setUp,
            SignIns signIns,
            Recording recording,
            Clock clock) {
        this.accounts = accounts;
        this.start = start;
        this.providers = providers;
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
        return Acting.current() instanceof Actor.Nobody ? page(Form.empty()) : new ModelAndView("redirect:/");
    }

    @PostMapping("/sign-in")
    @OpenTo(Audience.ANYONE)
    ModelAndView signIn(HttpServletRequest request, HttpServletResponse response) {
        Form form = Form.of(request);
        String email = form.email("email").label("parties.email").required().value();
        String password =
                form.password("password").label("parties.password").required().value();
        if (form.hasProblems()) {
            return page(form);
        }
        return switch (accounts.password(email, password, request.getRemoteAddr())) {
            case Attempt.Proved(UUID person) -> new ModelAndView("redirect:" + start.begin(request, response, person));
            case Attempt.NeedsCode(UUID person) -> {
                request.getSession().setAttribute(HALF, person.toString());
                request.getSession().setAttribute(SINCE, clock.instant().toString());
                request.changeSessionId();
                yield new ModelAndView("redirect:/sign-in/code");
            }
            case Attempt.Wrong _ -> page(form.problem("email", "parties.sign-in.wrong"));
            case Attempt.TooMany(Duration wait) -> tooMany(page(tooOften(form, "email", wait)));
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
            case Attempt.Proved(UUID person) -> new ModelAndView("redirect:" + start.begin(request, response, person));
            case Attempt.TooMany(Duration wait) ->
                tooMany(tooOften(form, "code", wait).page("parties/sign-in-code"));
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

    private ModelAndView page(Form form) {
        return form.page("parties/sign-in").addObject("providers", Offers.named(providers.names()));
    }

    private static Form tooOften(Form form, String field, Duration wait) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        return form.problem(field, "parties.sign-in.too-many", minutes);
    }

    private static ModelAndView tooMany(ModelAndView page) {
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }
}
