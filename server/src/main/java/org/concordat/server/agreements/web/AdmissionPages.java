package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.reading.Problem;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.Admissions.Asking;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.SignUps;
import org.concordat.server.agreements.WayIn;
import org.concordat.server.agreements.internal.AccessionFile.Brought;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Joining what others signed: asking, how far it is, giving it up. */
@Controller
class AdmissionPages {

    private static final String FIELD = "dataset-";

    private final Admissions admissions;
    private final Admitting admitting;
    private final SignUps signUps;
    private final Agreements agreements;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final Names names;

    AdmissionPages(
            Admissions admissions,
            Admitting admitting,
            SignUps signUps,
            Agreements agreements,
            Organisations organisations,
            Catalogue catalogue,
            Names names) {
        this.admissions = admissions;
        this.admitting = admitting;
        this.signUps = signUps;
        this.agreements = agreements;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.names = names;
    }

    /** A dataset for which the joiner may bring one of its own. */
    record Place(String field, String name) {}

    @GetMapping("/agreements/{code}/join")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, EXECUTIVE_SIGNATORY})
    ModelAndView form(@PathVariable String code) {
        return page(Form.empty(), document(code), List.of());
    }

    @PostMapping("/agreements/{code}/join")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, EXECUTIVE_SIGNATORY})
    ModelAndView ask(@PathVariable String code, HttpServletRequest request, RedirectAttributes next) {
        AgreementVersion version = document(code);
        Organisation own = own();
        Form form = Form.of(request);
        String office = form.text("office")
                .label("agreements.join.office")
                .required()
                .atLeast(2)
                .atMost(200)
                .value();
        List<String> datasets = catalogue.datasetsOf(own.code()).stream()
                .map(each -> each.code())
                .toList();
        var brings = new ArrayList<Brought>();
        for (String model : signUps.modelDatasets(code)) {
            form.choice(FIELD + model, datasets)
                    .label("agreements.join.dataset")
                    .value()
                    .ifPresent(dataset -> brings.add(new Brought(dataset, model)));
        }
        if (form.hasProblems()) {
            return page(form, version, List.of());
        }
        return switch (admissions.ask(code, own, office, brings)) {
            case Asking.Asked asked -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("agreements.join.asked", version.title()));
                yield Admitting.to(asked.admission());
            }
            case Asking.Shut shut -> page(form.problem("office", key(shut.why())), version, List.of());
            case Asking.Wrong wrong -> page(form.problem("office", "agreements.join.wrong"), version, wrong.problems());
        };
    }

    @GetMapping("/admissions/{id}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable UUID id) {
        Admission admission = admitting.found(id);
        AgreementVersion version = admitting.document(admission);
        var may = new Admitting.May(Acting.inRole(), admission);
        return new ModelAndView("agreements/admission", "admission", admission)
                .addObject("version", version)
                .addObject("may", may)
                .addObject("parts", admitting.parts(admission))
                .addObject("counts", admitting.counts(admission))
                .addObject("organisations", names.organisations())
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    @PostMapping("/admissions/{id}/withdraw")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, EXECUTIVE_SIGNATORY})
    ModelAndView withdraw(@PathVariable UUID id, RedirectAttributes next) {
        Admission admission = admitting.found(id);
        Roles.require(new Admitting.May(Acting.inRole(), admission).mayWithdraw());
        boolean withdrawn = admissions.withdraw(admission);
        next.addFlashAttribute(
                withdrawn ? Notice.DONE : Notice.NOTICE,
                Notice.of(withdrawn ? "agreements.admission.withdrawn" : "agreements.hindrance.already-said"));
        return Admitting.to(admission);
    }

    private ModelAndView page(Form form, AgreementVersion version, List<Problem> problems) {
        Organisation own = own();
        WayIn way = admissions.way(version.code(), own);
        List<Option> datasets = catalogue.datasetsOf(own.code()).stream()
                .map(each -> Option.named(each.code(), each.name()))
                .toList();
        var all = names.all();
        return form.page("agreements/join")
                .addObject("version", version)
                .addObject("organisation", own.name())
                .addObject("shutKey", way instanceof WayIn.Shut shut ? key(shut) : "")
                .addObject("shutBy", way instanceof WayIn.Shut shut ? admitting.title(shut.document()) : "")
                .addObject(
                        "tiers",
                        way instanceof WayIn.Open open
                                ? open.steps().stream()
                                        .map(step -> admitting.title(step.document()))
                                        .toList()
                                : List.of())
                .addObject(
                        "places",
                        signUps.modelDatasets(version.code()).stream()
                                .map(model -> new Place(
                                        FIELD + model,
                                        all.getOrDefault("dataset", java.util.Map.of())
                                                .getOrDefault(model, model)))
                                .toList())
                .addObject("datasets", datasets)
                .addObject("problems", problems)
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    private static String key(WayIn.Shut shut) {
        return "agreements.way." + shut.hindrance().word();
    }

    private Organisation own() {
        return organisations.find(Acting.inRole().organisation()).orElseThrow();
    }

    private AgreementVersion document(String code) {
        return Optional.of(code).flatMap(agreements::find).orElseThrow(() -> Roles.unknown(code));
    }
}
