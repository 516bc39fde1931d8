package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.questions.Change;
import org.concordat.policy.questions.Impact;
import org.concordat.policy.questions.Shift;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stops when an agreement falls away, and stopping it: for a while or for good. */
@Controller
class StopPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int MOST_SHOWN = 100;

    private final Agreements agreements;
    private final AgreedFolder folder;
    private final LawPack law;
    private final Clock clock;

    StopPages(Agreements agreements, AgreedFolder folder, LawPack law, Clock clock) {
        this.agreements = agreements;
        this.folder = folder;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/agreements/{code}/versions/{number}/impact")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView impact(@PathVariable String code, @PathVariable int number) {
        return page(Form.empty(), DocumentPages.version(agreements, code, number), "impact");
    }

    @GetMapping("/agreements/{code}/versions/{number}/suspend")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView suspendForm(@PathVariable String code, @PathVariable int number) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), version).maySuspend());
        return page(Form.empty(), version, "suspend");
    }

    @PostMapping("/agreements/{code}/versions/{number}/suspend")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView suspend(
            @PathVariable String code, @PathVariable int number, HttpServletRequest request, RedirectAttributes next) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), version).maySuspend());
        return stop(request, version, "suspend", () -> agreements.suspend(version), next);
    }

    @GetMapping("/agreements/{code}/versions/{number}/end")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView endForm(@PathVariable String code, @PathVariable int number) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), version).mayEnd());
        return page(Form.empty(), version, "end");
    }

    @PostMapping("/agreements/{code}/versions/{number}/end")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView end(
            @PathVariable String code, @PathVariable int number, HttpServletRequest request, RedirectAttributes next) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), version).mayEnd());
        return stop(request, version, "end", () -> agreements.end(version), next);
    }

    @PostMapping("/agreements/{code}/versions/{number}/resume")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView resume(@PathVariable String code, @PathVariable int number, RedirectAttributes next) {
        AgreementVersion version = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), version).mayResume());
        return after(version, agreements.resume(version), "agreements.resumed", next);
    }

    private ModelAndView stop(
            HttpServletRequest request,
            AgreementVersion version,
            String what,
            java.util.function.BooleanSupplier stopping,
            RedirectAttributes next) {
        Form form = Form.of(request);
        if (!form.ticked("sure")) {
            return page(form.problem("sure", "agreements.stop.sure.required"), version, what);
        }
        return after(version, stopping.getAsBoolean(), "agreements.stopped." + what, next);
    }

    private static ModelAndView after(AgreementVersion version, boolean done, String key, RedirectAttributes next) {
        next.addFlashAttribute(
                done ? Notice.DONE : Notice.NOTICE, Notice.of(done ? key : "agreements.overtaken", version.title()));
        return SigningPages.to(version);
    }

    private ModelAndView page(Form form, AgreementVersion version, String what) {
        AgreementFolder now = folder.folder();
        Optional<Impact> impact = now.agreements().containsKey(version.code())
                ? Optional.of(Impact.of(
                        now, law, LocalDate.now(clock.withZone(HERE)), new Change.AgreementLapses(version.code())))
                : Optional.empty();
        return form.page("agreements/stop")
                .addObject("version", version)
                .addObject("what", what)
                .addObject("summary", impact.map(Impact::sentence).orElse(""))
                .addObject(
                        "stopped",
                        impact.map(Impact::stopped).orElse(List.of()).stream()
                                .limit(MOST_SHOWN)
                                .map(Shift::sentence)
                                .toList())
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }
}
