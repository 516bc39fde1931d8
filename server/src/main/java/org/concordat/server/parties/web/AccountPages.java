package org.concordat.server.parties.web;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
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

/** One's own account: password, one-time codes, days away, training. */
@Controller
class AccountPages {

    private static final List<Crumb> CRUMBS = List.of(Crumb.key("parties.account.title", "/account"));
    private static final int QUIET_MODULES = 4;

    private final Accounts accounts;
    private final Persons persons;
    private final Trainings trainings;
    private final SignIns signIns;
    private final DailyLetters letters;
    private final Outbox outbox;
    private final Clock clock;

    AccountPages(
            Accounts accounts,
            Persons persons,
            Trainings trainings,
            SignIns signIns,
            DailyLetters letters,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.trainings = trainings;
        this.signIns = signIns;
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
        String present = form.password("present")
                .label("parties.password.present")
                .required()
                .value();
        String fresh = form.password("fresh")
                .label("parties.password.fresh")
                .required()
                .value();
        if (!form.hasProblems() && !isProved(person, present, request)) {
            form.problem("present", "parties.password.wrong");
        }
        if (!form.hasProblems()) {
            accounts.trouble(person, fresh).ifPresent(key -> form.problem("fresh", key));
        }
        if (form.hasProblems()) {
            return form.page("parties/password").addObject("crumbs", CRUMBS);
        }
        accounts.setPassword(person.id(), fresh);
        Optional<UUID> role = assignment();
        signIns.endAll(person.id());
        signIns.begin(request, response, person.id(), role);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.password.changed"));
        return new ModelAndView("redirect:/account");
    }

    @PostMapping("/account/codes/begin")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView beginCodes() {
        Person person = persons.find(me()).orElseThrow();
        if (accounts.usesCodes(person.id()) || !accounts.hasPassword(person.id())) {
            return new ModelAndView("redirect:/account");
        }
        String secret = new Base32().encodeToString(accounts.beginCodes(person.id()));
        return codesPage(Form.empty(), person, secret);
    }

    @PostMapping("/account/codes/confirm")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView confirmCodes(HttpServletRequest request) {
        Person person = persons.find(me()).orElseThrow();
        Form form = Form.of(request);
        String code =
                form.text("code").label("parties.code").required().atMost(20).value();
        Optional<List<String>> recovery = form.hasProblems() || !accounts.hasPassword(person.id())
                ? Optional.empty()
                : accounts.confirmCodes(person.id(), code);
        if (recovery.isEmpty()) {
            if (!form.hasProblems()) {
                form.problem("code", "parties.code.wrong");
            }
            return form.page("parties/codes").addObject("crumbs", CRUMBS);
        }
        return new ModelAndView("parties/recovery-codes", "codes", recovery.get()).addObject("crumbs", CRUMBS);
    }

    @PostMapping("/account/codes/end")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView endCodes(HttpServletRequest request, RedirectAttributes next) {
        Person person = persons.find(me()).orElseThrow();
        Form form = Form.of(request);
        String present = form.password("present")
                .label("parties.password.present")
                .required()
                .value();
        if (!form.hasProblems() && !isProved(person, present, request)) {
            form.problem("present", "parties.password.wrong");
        }
        if (form.hasProblems()) {
            return page(form);
        }
        accounts.endCodes(person.id());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.codes.ended"));
        return new ModelAndView("redirect:/account");
    }

    private boolean isProved(Person person, String password, HttpServletRequest request) {
        return switch (accounts.password(person.email(), password, request.getRemoteAddr())) {
            case Accounts.Attempt.Proved _, Accounts.Attempt.NeedsCode _ -> true;
            case Accounts.Attempt.Wrong _, Accounts.Attempt.TooMany _ -> false;
        };
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

    private ModelAndView codesPage(Form form, Person person, String secret) {
        String address = "otpauth://totp/Concordat:"
                + URLEncoder.encode(person.email(), StandardCharsets.UTF_8)
                + "?secret=" + secret + "&issuer=Concordat";
        return form.page("parties/codes")
                .addObject("secret", secret.replaceAll("(.{4})", "$1 ").strip())
                .addObject("picture", picture(QrCode.encodeText(address, QrCode.Ecc.MEDIUM)))
                .addObject("crumbs", CRUMBS);
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

    private static Optional<UUID> assignment() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication signedIn
                ? signedIn.assignment()
                : Optional.empty();
    }
}
