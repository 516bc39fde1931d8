package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concordat.policy.reading.Problem;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Agreements.Sending;
import org.concordat.server.agreements.SignOffs;
import org.concordat.server.agreements.SignOffs.Signed;
import org.concordat.server.agreements.SignedAgain;
import org.concordat.server.agreements.SigningLinks;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.agreements.internal.Signatories.Signatory;
import org.concordat.server.foundation.Links;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a draft to a signed agreement: sending out, signing, declining, links for signatories, chasing, giving up. */
@Controller
class SigningPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Agreements agreements;
    private final SignOffs signOffs;
    private final SignedAgain again;
    private final SigningLinks links;
    private final Signatories signatories;
    private final Names names;
    private final Links addresses;
    private final Clock clock;

    SigningPages(
            Agreements agreements,
            SignOffs signOffs,
            SignedAgain again,
            SigningLinks links,
            Signatories signatories,
            Names names,
            Links addresses,
            Clock clock) {
        this.agreements = agreements;
        this.signOffs = signOffs;
        this.again = again;
        this.links = links;
        this.signatories = signatories;
        this.names = names;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping("/agreements/{code}/versions/{number}/send")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView sendForm(@PathVariable String code, @PathVariable int number) {
        AgreementVersion draft = editable(code, number);
        return sendPage(Form.empty(), draft, agreements.problems(draft));
    }

    @PostMapping("/agreements/{code}/versions/{number}/send")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView send(
            @PathVariable String code, @PathVariable int number, HttpServletRequest request, RedirectAttributes next) {
        AgreementVersion draft = editable(code, number);
        Form form = Form.of(request);
        boolean mass = form.ticked("mass");
        return switch (agreements.send(draft, mass)) {
            case Sending.Sent sent -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("agreements.sent", draft.title()));
                yield to(sent.version());
            }
            case Sending.Wrong wrong -> sendPage(form, draft, wrong.problems());
        };
    }

    private ModelAndView sendPage(Form form, AgreementVersion draft, List<Problem> problems) {
        return form.page("agreements/send")
                .addObject("version", draft)
                .addObject("problems", problems)
                .addObject("follows", again.follows(draft))
                .addObject("organisations", names.organisations())
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(draft)));
    }

    @GetMapping("/agreements/{code}/versions/{number}/sign")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView signForm(@PathVariable String code, @PathVariable int number) {
        return signPage(Form.empty(), DocumentPages.version(agreements, code, number));
    }

    @PostMapping("/agreements/{code}/versions/{number}/sign")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView sign(
            @PathVariable String code, @PathVariable int number, HttpServletRequest request, RedirectAttributes next) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Actor.InRole actor = Acting.inRole();
        Form form = Form.of(request);
        String fingerprint = fingerprint(form);
        if (form.hasProblems()) {
            return signPage(form, version);
        }
        return switch (signOffs.sign(version, actor.organisation(), actor.person(), fingerprint, false)) {
            case Signed.Done done -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("agreements.signed", version.title()));
                yield to(done.version());
            }
            case Signed.Not not -> signPage(form.problem("confirmed", hindranceKey(not.hindrance())), version);
        };
    }

    /** What a form says of the text that was signed, once the signatory confirmed that they read it. */
    static String fingerprint(Form form) {
        if (!form.ticked("confirmed")) {
            form.problem("confirmed", "agreements.sign.confirmed.required");
        }
        return form.text("fingerprint")
                .matches(java.util.regex.Pattern.compile("[0-9a-f]{64}"), "characters")
                .value();
    }

    static String hindranceKey(SignOffs.Hindrance hindrance) {
        return "agreements.hindrance."
                + hindrance.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ModelAndView signPage(Form form, AgreementVersion version) {
        Actor.InRole actor = Acting.inRole();
        Optional<Signatory> signatory = signatories.of(actor.organisation(), actor.person(), today());
        return form.page("agreements/sign")
                .addObject("version", version)
                .addObject("fingerprintText", version.fingerprint().orElse(""))
                .addObject("office", signatory.map(Signatory::office).orElse(""))
                .addObject("organisation", names.organisations().get(actor.organisation()))
                .addObject("paper", Paper.of(version.tier().word(), agreements.values(version), names.all()))
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    @GetMapping("/agreements/{code}/versions/{number}/decline")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView declineForm(@PathVariable String code, @PathVariable int number) {
        return declinePage(Form.empty(), DocumentPages.version(agreements, code, number));
    }

    @PostMapping("/agreements/{code}/versions/{number}/decline")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView decline(
            @PathVariable String code, @PathVariable int number, HttpServletRequest request, RedirectAttributes next) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Form form = Form.of(request);
        String reason = reason(form);
        if (form.hasProblems()) {
            return declinePage(form, version);
        }
        Actor.InRole actor = Acting.inRole();
        String office = signatories
                .of(actor.organisation(), actor.person(), today())
                .map(Signatory::office)
                .orElse("");
        boolean said = signOffs.decline(version, actor.organisation(), actor.person(), office, reason);
        next.addFlashAttribute(
                said ? Notice.DONE : Notice.NOTICE,
                Notice.of(said ? "agreements.declined" : "agreements.hindrance.already-said", version.title()));
        return to(version);
    }

    static String reason(Form form) {
        return form.text("reason")
                .label("agreements.decline.reason")
                .required()
                .lines()
                .atMost(4000)
                .value();
    }

    private ModelAndView declinePage(Form form, AgreementVersion version) {
        return form.page("agreements/decline")
                .addObject("version", version)
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    @GetMapping("/agreements/{code}/versions/{number}/link")
    @OpenTo(roles = {ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView linkForm(@PathVariable String code, @PathVariable int number) {
        return linkPage(Form.empty(), DocumentPages.version(agreements, code, number));
    }

    @PostMapping("/agreements/{code}/versions/{number}/link")
    @OpenTo(roles = {ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView link(@PathVariable String code, @PathVariable int number, HttpServletRequest request) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        List<Signatory> own = signatories.all(Acting.inRole().organisation());
        Form form = Form.of(request);
        Optional<String> chosen = form.choice(
                        "signatory", own.stream().map(Signatory::code).toList())
                .label("agreements.link.signatory")
                .required()
                .value();
        if (form.hasProblems()) {
            return linkPage(form, version);
        }
        Signatory signatory = own.stream()
                .filter(each -> each.code().equals(chosen.orElseThrow()))
                .findFirst()
                .orElseThrow();
        String secret = links.makeAndRecord(version, signatory);
        return new ModelAndView("agreements/linked")
                .addObject("version", version)
                .addObject("office", signatory.office())
                .addObject("days", SigningLinks.LIFE.toDays())
                .addObject("link", addresses.to(request, "/sign/" + secret))
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    private ModelAndView linkPage(Form form, AgreementVersion version) {
        return form.page("agreements/link")
                .addObject("version", version)
                .addObject(
                        "signatories",
                        signatories.all(Acting.inRole().organisation()).stream()
                                .map(each -> Option.named(each.code(), each.office()))
                                .toList())
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    @PostMapping("/agreements/{code}/versions/{number}/chase")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView chase(@PathVariable String code, @PathVariable int number, RedirectAttributes next) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), version).mayChase());
        int chased = signOffs.chase(version);
        next.addFlashAttribute(Notice.DONE, Notice.of("agreements.chased", String.valueOf(chased)));
        return to(version);
    }

    @PostMapping("/agreements/{code}/versions/{number}/withdraw")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView withdraw(@PathVariable String code, @PathVariable int number, RedirectAttributes next) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), version).mayWithdraw());
        boolean withdrawn = agreements.withdraw(version);
        next.addFlashAttribute(
                withdrawn ? Notice.DONE : Notice.NOTICE,
                Notice.of(withdrawn ? "agreements.withdrawn" : "agreements.overtaken", version.title()));
        return to(version);
    }

    private AgreementVersion editable(String code, int number) {
        AgreementVersion draft = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), draft).mayEdit());
        return draft;
    }

    static ModelAndView to(AgreementVersion version) {
        return new ModelAndView("redirect:/agreements/" + version.code() + "/versions/" + version.number());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }
}
