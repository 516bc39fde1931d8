package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.questions.Change;
import org.concordat.policy.questions.Impact;
import org.concordat.policy.questions.Shift;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.AdmissionSignatures;
import org.concordat.server.agreements.AdmissionSignatures.Signed;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.agreements.internal.Signatories.Signatory;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What signatories do with a joining: sign or decline it for the joiner, accept or refuse it; and leaving again. */
@Controller
class AdmissionSigningPages {

    private static final int MOST_SHOWN = 100;

    private final Admissions admissions;
    private final AdmissionSignatures signatures;
    private final Admitting admitting;
    private final Signatories signatories;
    private final AgreedFolder folder;
    private final LawPack law;
    private final Names names;

    AdmissionSigningPages(
            Admissions admissions,
            AdmissionSignatures signatures,
            Admitting admitting,
            Signatories signatories,
            AgreedFolder folder,
            LawPack law,
            Names names) {
        this.admissions = admissions;
        this.signatures = signatures;
        this.admitting = admitting;
        this.signatories = signatories;
        this.folder = folder;
        this.law = law;
        this.names = names;
    }

    @GetMapping("/admissions/{id}/sign")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView signForm(@PathVariable UUID id) {
        return signPage(Form.empty(), admitting.found(id), "sign");
    }

    @PostMapping("/admissions/{id}/sign")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView sign(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Admission admission = admitting.found(id);
        Actor.InRole actor = Acting.inRole();
        Roles.require(actor.organisation().equals(admission.organisation()));
        Form form = Form.of(request);
        String seen = SigningPages.fingerprint(form);
        return form.hasProblems()
                ? signPage(form, admission, "sign")
                : after(form, signatures.sign(admission, actor.person(), seen, false), admission, "sign", next);
    }

    @GetMapping("/admissions/{id}/accept")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView acceptForm(@PathVariable UUID id) {
        return signPage(Form.empty(), admitting.found(id), "accept");
    }

    @PostMapping("/admissions/{id}/accept")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView accept(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Admission admission = admitting.found(id);
        Actor.InRole actor = Acting.inRole();
        Roles.require(admission.allAcceptors().contains(actor.organisation()));
        Form form = Form.of(request);
        String seen = SigningPages.fingerprint(form);
        return form.hasProblems()
                ? signPage(form, admission, "accept")
                : after(
                        form,
                        signatures.accept(admission, actor.organisation(), actor.person(), seen),
                        admission,
                        "accept",
                        next);
    }

    private ModelAndView after(Form form, Signed signed, Admission admission, String what, RedirectAttributes next) {
        return switch (signed) {
            case Signed.Done done -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("agreements.done." + what));
                yield Admitting.to(done.admission());
            }
            case Signed.Not not ->
                signPage(form.problem("confirmed", SigningPages.hindranceKey(not.hindrance())), admission, what);
        };
    }

    /** Ends what is asked: the joiner's signatory declines, the other side's refuses. */
    @PostMapping("/admissions/{id}/decline")
    @OpenTo(roles = EXECUTIVE_SIGNATORY)
    ModelAndView decline(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Admission admission = admitting.found(id);
        var may = new Admitting.May(Acting.inRole(), admission);
        Roles.require(may.maySign() || may.mayAccept());
        Form form = Form.of(request);
        String reason = SigningPages.reason(form);
        if (form.hasProblems()) {
            return signPage(form, admission, may.maySign() ? "sign" : "accept");
        }
        boolean ended = may.maySign() ? signatures.decline(admission, reason) : signatures.refuse(admission, reason);
        next.addFlashAttribute(
                ended ? Notice.DONE : Notice.NOTICE,
                Notice.of(ended ? "agreements.admission.ended" : "agreements.hindrance.already-said"));
        return Admitting.to(admission);
    }

    private ModelAndView signPage(Form form, Admission admission, String what) {
        Actor.InRole actor = Acting.inRole();
        AgreementVersion version = admitting.document(admission);
        Optional<Signatory> signatory = signatories.of(actor.organisation(), actor.person(), admitting.today());
        return form.page("agreements/admission-sign")
                .addObject("what", what)
                .addObject("admission", admission)
                .addObject("version", version)
                .addObject("fingerprintText", signatures.seen(admission).orElse(""))
                .addObject("office", signatory.map(Signatory::office).orElse(""))
                .addObject("organisation", names.organisations().get(actor.organisation()))
                .addObject("joiner", names.organisations().getOrDefault(admission.organisation(), ""))
                .addObject("parts", admitting.parts(admission))
                .addObject("brought", admitting.brought(admission))
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    @GetMapping("/admissions/{id}/leave")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, EXECUTIVE_SIGNATORY})
    ModelAndView leaveForm(@PathVariable UUID id) {
        Admission admission = admitting.found(id);
        Roles.require(new Admitting.May(Acting.inRole(), admission).mayLeave());
        return leavePage(Form.empty().with("lastDay", admitting.today()), admission);
    }

    @PostMapping("/admissions/{id}/leave")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, EXECUTIVE_SIGNATORY})
    ModelAndView leave(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Admission admission = admitting.found(id);
        Roles.require(new Admitting.May(Acting.inRole(), admission).mayLeave());
        Form form = Form.of(request);
        Optional<LocalDate> lastDay = form.date("lastDay")
                .label("agreements.leave.last-day")
                .required()
                .onOrAfter(admitting.today())
                .value();
        if (!form.ticked("sure")) {
            form.problem("sure", "agreements.stop.sure.required");
        }
        if (form.hasProblems()) {
            return leavePage(form, admission);
        }
        boolean left = admissions.leave(admission, lastDay.orElseThrow());
        next.addFlashAttribute(
                left ? Notice.DONE : Notice.NOTICE,
                Notice.of(left ? "agreements.leave.left" : "agreements.hindrance.already-said"));
        return Admitting.to(admission);
    }

    private ModelAndView leavePage(Form form, Admission admission) {
        AgreementVersion version = admitting.document(admission);
        var leaving = new Change.PartyLeaves(admission.organisation(), Optional.of(admission.document()));
        Optional<Impact> impact = leaving.unknownIn(folder.folder(), law).isEmpty()
                ? Optional.of(Impact.of(folder.folder(), law, admitting.today(), leaving))
                : Optional.empty();
        return form.page("agreements/leave")
                .addObject("admission", admission)
                .addObject("version", version)
                .addObject("joiner", names.organisations().getOrDefault(admission.organisation(), ""))
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
