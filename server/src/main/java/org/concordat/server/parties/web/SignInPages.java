package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignInWay;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Accounts.Attempt;
import org.concordat.server.parties.internal.Passkeys;
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

    private final Accounts accounts;
    private final SessionStart start;
    private final Providers providers;
    private final SetUp setUp;
    private final SignIns signIns;
    private final Recording recording;
    private final HalfSignedIn half;
    private final Passkeys passkeys;

    SignInPages(
            Accounts accounts,
            SessionStart start,
            Providers providers,
            SetUp setUp,
            SignIns signIns,
            Recording recording,
            HalfSignedIn half,
            Passkeys passkeys) {
        this.accounts = accounts;
        this.start = start;
        this.providers = providers;
        this.setUp = setUp;
        this.signIns = signIns;
        this.recording = recording;
        this.half = half;
        this.passkeys = passkeys;
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
            case Attempt.Proved(UUID person) ->
                new ModelAndView("redirect:" + start.begin(request, response, person, SignInWay.PASSWORD));
            case Attempt.NeedsCode(UUID person) -> {
                half.begin(request, person);
                yield new ModelAndView("redirect:/sign-in/code");
            }
            case Attempt.Wrong _ -> page(form.problem("email", "parties.sign-in.wrong"));
            case Attempt.TooMany(Duration wait) -> tooMany(page(tooOften(form, "email", wait)));
        };
    }

    @GetMapping("/sign-in/code")
    @OpenTo(Audience.ANYONE)
    ModelAndView codeForm(HttpServletRequest request) {
        Optional<UUID> begun = half.find(request);
        if (begun.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        return accounts.usesCodes(begun.get())
                ? codePage(Form.empty(), begun.get())
                : new ModelAndView("redirect:/sign-in/passkey");
    }

    @PostMapping("/sign-in/code")
    @OpenTo(Audience.ANYONE)
    ModelAndView code(HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> begun = half.find(request);
        if (begun.isEmpty()) {
            return new ModelAndView("redirect:/sign-in");
        }
        Form form = Form.of(request);
        String code =
                form.text("code").label("parties.code").atMost(40).required().value();
        if (form.hasProblems()) {
            return codePage(form, begun.get());
        }
        return switch (accounts.code(begun.get(), code)) {
            case Attempt.Proved(UUID person) ->
                new ModelAndView("redirect:" + start.begin(request, response, person, SignInWay.PASSWORD_AND_CODE));
            case Attempt.TooMany(Duration wait) -> tooMany(codePage(tooOften(form, "code", wait), begun.get()));
            case Attempt.Wrong _, Attempt.NeedsCode _ ->
                codePage(form.problem("code", "parties.code.wrong"), begun.get());
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

    private ModelAndView page(Form form) {
        return form.page("parties/sign-in").addObject("providers", Offers.named(providers.names()));
    }

    private ModelAndView codePage(Form form, UUID person) {
        return form.page("parties/sign-in-code")
                .addObject("hasPasskey", !passkeys.of(person).isEmpty());
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
