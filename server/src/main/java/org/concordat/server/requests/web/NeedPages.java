package org.concordat.server.requests.web;

import static org.concordat.server.foundation.acting.Role.ANALYST;
import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Moving;
import org.concordat.server.requests.Outlines;
import org.concordat.server.requests.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "I need …": saying what is needed, and why. Nothing but a title and whom to ask is needed to begin. */
@Controller
class NeedPages {

    private static final Crumb ALL = Crumb.key("requests.title", "/requests");

    private final Requests requests;
    private final Outlines outlines;
    private final Catalogue catalogue;
    private final Names names;

    NeedPages(Requests requests, Outlines outlines, Catalogue catalogue, Names names) {
        this.requests = requests;
        this.outlines = outlines;
        this.catalogue = catalogue;
        this.names = names;
    }

    @GetMapping("/requests/new")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR
            })
    ModelAndView newForm(
            @RequestParam(defaultValue = "") String dataset, @RequestParam(defaultValue = "") String supplying) {
        Optional<Dataset> asked = outlines.dataset(dataset);
        List<String> chosen = asked.stream().map(Dataset::id).toList();
        Form form = Form.empty()
                .with("datasets", chosen)
                .with("supplying", asked.map(Dataset::holder).orElse(supplying));
        return page(form, choices(chosen), "/requests/new", "requests.new.title");
    }

    @PostMapping("/requests/new")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR
            })
    ModelAndView make(HttpServletRequest sent, RedirectAttributes next) {
        Form form = Form.of(sent);
        NeedForm.NeedChoices choices = choices(List.of());
        NeedForm.Filled filled = NeedForm.read(form, choices, outlines.today());
        if (form.hasProblems()) {
            return page(form, choices, "/requests/new", "requests.new.title");
        }
        DataRequest made = requests.make(filled.need(), filled.supplying());
        next.addFlashAttribute(Notice.DONE, Notice.of("requests.made", made.code()));
        return new ModelAndView("redirect:/requests/" + made.code());
    }

    @GetMapping("/requests/{code}/change")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR
            })
    ModelAndView changeForm(@PathVariable String code) {
        DataRequest request = writable(code);
        return changePage(NeedForm.filled(request), request);
    }

    @PostMapping("/requests/{code}/change")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR
            })
    ModelAndView change(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest before = writable(code);
        Form form = Form.of(sent);
        NeedForm.NeedChoices choices = choices(before.need().datasets());
        NeedForm.Filled filled = NeedForm.read(form, choices, outlines.today());
        long version = form.version();
        if (form.hasProblems()) {
            form.with(Form.VERSION, version);
            return changePage(form, before);
        }
        return switch (requests.change(code, (int) version, filled.need(), filled.supplying())) {
            case Moving.Moved _ -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("requests.changed", code));
                yield new ModelAndView("redirect:/requests/" + code);
            }
            case Moving.Overtaken overtaken -> conflict(form, overtaken.now(), choices);
            case Moving.Incomplete _, Moving.Stopped _ ->
                throw new IllegalStateException("a change of words is never stopped");
        };
    }

    private static ModelAndView conflict(Form form, DataRequest now, NeedForm.NeedChoices choices) {
        String address = "/requests/" + now.code();
        return Conflict.between(
                        form,
                        NeedForm.filled(now),
                        now.version(),
                        address + "/change",
                        address,
                        Map.of(
                                "purpose", choices.purposes(),
                                "supplying", choices.suppliers(),
                                "datasets", choices.datasets(),
                                "fields", choices.fields()))
                .page();
    }

    private DataRequest writable(String code) {
        DataRequest request = requests.get(code);
        if (!Requests.mayWrite(request)) {
            throw new Refusal(403, "NOT-YOUR-REQUEST", "requests.refusal.not-yours");
        }
        return request;
    }

    private ModelAndView changePage(Form form, DataRequest request) {
        return page(
                        form,
                        choices(request.need().datasets()),
                        "/requests/" + request.code() + "/change",
                        "requests.change.title")
                .addObject("versionNumber", form.typed(Form.VERSION))
                .addObject("crumbs", List.of(ALL, Crumb.named(request.code(), "/requests/" + request.code())));
    }

    private static ModelAndView page(Form form, NeedForm.NeedChoices choices, String address, String titleKey) {
        return form.page("requests/need")
                .addObject("choices", choices)
                .addObject("sharingForms", Option.of(SharingForm.class, "requests.form"))
                .addObject("address", address)
                .addObject("titleKey", titleKey)
                .addObject("crumbs", List.of(ALL));
    }

    private NeedForm.NeedChoices choices(List<String> chosen) {
        List<Dataset> datasets =
                chosen.stream().flatMap(code -> outlines.dataset(code).stream()).toList();
        return new NeedForm.NeedChoices(
                names.options(EntryKind.PURPOSE),
                names.organisationsBut(Acting.inRole().organisation()),
                names.options(EntryKind.DATASET),
                NeedForm.fieldOptions(datasets),
                catalogue.all(EntryKind.DATASET).stream()
                        .collect(Collectors.toMap(
                                CatalogueEntry::code, entry -> entry.holder().orElse(""))));
    }
}
