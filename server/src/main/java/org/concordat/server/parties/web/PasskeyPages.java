package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignInWay;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Passkeys;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adding and removing one's passkeys, and signing in by one. A page carries the question for the device, a script of ours asks it, and
 * the answer comes back in a field of the page's form. The question waits in the session meanwhile and counts once.
 */
@Controller
class PasskeyPages {

    private static final String QUESTION = "concordat.passkey-question";
    private static final String LABEL = "concordat.passkey-label";
    private static final int LONGEST_ANSWER = 20_000;
    private static final List<Crumb> CRUMBS = List.of(
            Crumb.key("parties.account.title", "/account"), Crumb.key("parties.passkeys.title", "/account/passkeys"));

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final ProofAgain proof;
    private final SessionStart start;
    private final SessionEnds ends;
    private final HalfSignedIn half;

    PasskeyPages(
            Passkeys passkeys,
            Accounts accounts,
            ProofAgain proof,
            SessionStart start,
            SessionEnds ends,
            HalfSignedIn half) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.proof = proof;
        this.start = start;
        this.ends = ends;
        this.half = half;
    }

    @GetMapping("/account/passkeys")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView all() {
        return page(Form.empty());
    }

    /** Whoever adds a passkey can sign in by it from then on, so they prove again who they are. */
    @PostMapping("/account/passkeys/begin")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView begin(HttpServletRequest request) {
        Form form = Form.of(request);
        String label = form.text("label")
                .label("parties.passkey.label")
                .required()
                .atMost(100)
                .value();
        proof.ask(form, request);
        if (form.hasProblems()) {
            return page(form);
        }
        if (proof.isTooOld(request)) {
            return ProofAgain.tooOld(page(form));
        }
        PublicKeyCredentialCreationOptions question = passkeys.questionForNew(me());
        request.getSession().setAttribute(QUESTION, question);
        request.getSession().setAttribute(LABEL, label);
        return new ModelAndView("parties/passkey-make", "question", passkeys.text(question))
                .addObject("crumbs", CRUMBS);
    }

    @PostMapping("/account/passkeys")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView add(HttpServletRequest request, RedirectAttributes next) {
        Optional<PublicKeyCredentialCreationOptions> question =
                take(request, QUESTION, PublicKeyCredentialCreationOptions.class);
        Optional<String> label = take(request, LABEL, String.class);
        String answer = answer(request);
        if (question.isEmpty() || label.isEmpty() || !passkeys.add(question.get(), label.get(), answer)) {
            return refused(page(Form.empty()));
        }
        ends.others(request, SessionEnds.Why.FACTOR);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.passkey.added"));
        return new ModelAndView("redirect:/account/passkeys");
    }

    @GetMapping("/account/passkeys/{id}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable UUID id) {
        return onePage(Form.empty(), id);
    }

    @PostMapping("/account/passkeys/{id}/end")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView end(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        proof.ask(form, request);
        if (form.hasProblems()) {
            return onePage(form, id);
        }
        if (proof.isTooOld(request)) {
            return ProofAgain.tooOld(onePage(form, id));
        }
        passkeys.remove(me(), id);
        ends.others(request, SessionEnds.Why.FACTOR);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.passkey.removed"));
        return new ModelAndView("redirect:/account/passkeys");
    }

    @GetMapping("/sign-in/passkey")
    @OpenTo(Audience.ANYONE)
    ModelAndView signInForm(HttpServletRequest request) {
        return Acting.current() instanceof Actor.Nobody ? signInPage(request) : new ModelAndView("redirect:/");
    }

    @PostMapping("/sign-in/passkey")
    @OpenTo(Audience.ANYONE)
    ModelAndView signIn(HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> begun = half.find(request);
        Optional<UUID> proved = take(request, QUESTION, PublicKeyCredentialRequestOptions.class)
                .flatMap(question -> passkeys.proved(question, answer(request)))
                .filter(person -> begun.isEmpty() || begun.get().equals(person));
        SignInWay way = begun.isPresent() ? SignInWay.PASSWORD_AND_PASSKEY : SignInWay.PASSKEY;
        return proved.map(person -> new ModelAndView("redirect:" + start.begin(request, response, person, way)))
                .orElseGet(() -> refused(signInPage(request)));
    }

    private ModelAndView signInPage(HttpServletRequest request) {
        Optional<UUID> begun = half.find(request);
        PublicKeyCredentialRequestOptions question = passkeys.question(begun);
        request.getSession().setAttribute(QUESTION, question);
        return new ModelAndView("parties/sign-in-passkey", "question", passkeys.text(question))
                .addObject("second", begun.isPresent());
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("refused", true);
    }

    private static String answer(HttpServletRequest request) {
        return Form.of(request).text("answer").atMost(LONGEST_ANSWER).value();
    }

    /** What waits in the session, for the last time. */
    private static <T> Optional<T> take(HttpServletRequest request, String name, Class<T> kind) {
        HttpSession session = request.getSession(false);
        if (session == null || !kind.isInstance(session.getAttribute(name))) {
            return Optional.empty();
        }
        T waiting = kind.cast(session.getAttribute(name));
        session.removeAttribute(name);
        return Optional.of(waiting);
    }

    private ModelAndView page(Form form) {
        return form.page("parties/passkeys")
                .addObject("passkeys", passkeys.of(me()))
                .addObject("hasPassword", accounts.hasPassword(me()))
                .addObject("crumbs", CRUMBS.subList(0, 1));
    }

    private ModelAndView onePage(Form form, UUID id) {
        Passkeys.Passkey passkey = passkeys.of(me()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "PASSKEY-UNKNOWN", "parties.refusal.passkey"));
        return form.page("parties/passkey")
                .addObject("passkey", passkey)
                .addObject("hasPassword", accounts.hasPassword(me()))
                .addObject("crumbs", CRUMBS);
    }

    private static UUID me() {
        return Acting.inRole().person();
    }
}
