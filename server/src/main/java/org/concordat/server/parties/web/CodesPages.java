package org.concordat.server.parties.web;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.internal.Accounts;
import org.concordat.server.parties.internal.Accounts.Confirmation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Turning one's one-time codes on and off. Both ask for a proof again, and end the sessions in other browsers. */
@Controller
class CodesPages {

    private static final String CODES = "/account/codes";
    private static final List<Crumb> CRUMBS =
            List.of(Crumb.key("parties.account.title", "/account"), Crumb.key("parties.codes.title", CODES));
    private static final int QUIET_MODULES = 4;

    private final Accounts accounts;
    private final Persons persons;
    private final ProofAgain proof;
    private final SessionEnds ends;

    CodesPages(Accounts accounts, Persons persons, ProofAgain proof, SessionEnds ends) {
        this.accounts = accounts;
        this.persons = persons;
        this.proof = proof;
        this.ends = ends;
    }

    @GetMapping(CODES)
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView all() {
        return accounts.hasPassword(me()) ? page(Form.empty()) : toAccount();
    }

    @PostMapping("/account/codes/begin")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView begin(HttpServletRequest request) {
        if (accounts.usesCodes(me()) || !accounts.hasPassword(me())) {
            return toAccount();
        }
        Form form = Form.of(request);
        proof.ask(form, request);
        if (form.hasProblems()) {
            return page(form);
        }
        if (proof.isTooOld(request)) {
            return ProofAgain.tooOld(page(form));
        }
        Person person = persons.find(me()).orElseThrow();
        String secret = new Base32().encodeToString(accounts.beginCodes(person.id()));
        String address = "otpauth://totp/Concordat:"
                + URLEncoder.encode(person.email(), StandardCharsets.UTF_8)
                + "?secret=" + secret + "&issuer=Concordat&algorithm=SHA256";
        return Form.empty()
                .page("parties/codes-app")
                .addObject("secret", secret.replaceAll("(.{4})", "$1 ").strip())
                .addObject("picture", picture(QrCode.encodeText(address, QrCode.Ecc.MEDIUM)))
                .addObject("crumbs", CRUMBS);
    }

    @PostMapping("/account/codes/confirm")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView confirm(HttpServletRequest request) {
        Form form = Form.of(request);
        String code =
                form.text("code").label("parties.code").required().atMost(20).value();
        if (form.hasProblems() || !accounts.hasPassword(me())) {
            return confirmPage(form);
        }
        return switch (accounts.confirmCodes(me(), code)) {
            case Confirmation.On(List<String> recovery) -> {
                ends.others(request, SessionEnds.Why.FACTOR);
                yield new ModelAndView("parties/recovery-codes", "codes", recovery).addObject("crumbs", CRUMBS);
            }
            case Confirmation.KnowsSha1Only _ -> confirmPage(form.problem("code", "parties.codes.sha1"));
            case Confirmation.Wrong _ -> confirmPage(form.problem("code", "parties.code.wrong"));
        };
    }

    private static ModelAndView confirmPage(Form form) {
        return form.page("parties/codes-app")
                .addObject(
                        "sha1",
                        form.problems().stream()
                                .anyMatch(problem -> problem.message().equals("parties.codes.sha1")))
                .addObject("crumbs", CRUMBS);
    }

    @PostMapping("/account/codes/end")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView end(HttpServletRequest request, RedirectAttributes next) {
        if (!accounts.hasPassword(me())) {
            return toAccount();
        }
        Form form = Form.of(request);
        proof.ask(form, request);
        if (form.hasProblems()) {
            return page(form);
        }
        if (proof.isTooOld(request)) {
            return ProofAgain.tooOld(page(form));
        }
        accounts.endCodes(me());
        ends.others(request, SessionEnds.Why.FACTOR);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.codes.ended"));
        return toAccount();
    }

    private ModelAndView page(Form form) {
        return form.page("parties/codes")
                .addObject("usesCodes", accounts.usesCodes(me()))
                .addObject("crumbs", CRUMBS.subList(0, 1));
    }

    private static ModelAndView toAccount() {
        return new ModelAndView("redirect:/account");
    }

    /** The square as an SVG path of one unit a module, with the quiet zone that readers need. */
    private static Square picture(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_MODULES)
                            .append(',')
                            .append(y + QUIET_MODULES)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET_MODULES;
        return new Square("0 0 " + side + " " + side, path.toString());
    }

    /** A QR code as the parts of an SVG. */
    record Square(String viewBox, String path) {}

    private static UUID me() {
        return Acting.inRole().person();
    }
}
