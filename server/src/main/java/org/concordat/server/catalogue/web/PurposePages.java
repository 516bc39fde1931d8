package org.concordat.server.catalogue.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Values;
import org.concordat.server.catalogue.AskedFor;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.Catalogue.Putting;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.catalogue.UsedIn;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Purposes: what each means, what rests on it, adding one and saying one otherwise. Once agreements rest on a purpose, saying it
 * otherwise has all of them signed again, so the partnership's administrator alone does it.
 */
@Controller
class PurposePages {

    static final Crumb PURPOSES = Crumb.key("catalogue.purposes", "/purposes");

    private static final Set<Role> WRITERS =
            Set.of(PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER);

    private final Catalogue catalogue;
    private final ObjectProvider<UsedIn> uses;
    private final ObjectProvider<AskedFor> asks;

    PurposePages(Catalogue catalogue, ObjectProvider<UsedIn> uses, ObjectProvider<AskedFor> asks) {
        this.catalogue = catalogue;
        this.uses = uses;
        this.asks = asks;
    }

    /** One line of the list. */
    record Line(String code, String name, String about, String kinds) {}

    @GetMapping("/purposes")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView all() {
        return new ModelAndView(
                        "catalogue/purposes",
                        "purposes",
                        catalogue.all(EntryKind.PURPOSE).stream()
                                .map(this::line)
                                .toList())
                .addObject("mayAdd", WRITERS.contains(Acting.inRole().role()))
                .addObject("crumbs", List.of(CataloguePages.DATASETS));
    }

    private Line line(CatalogueEntry entry) {
        Values values = catalogue.values(entry);
        return new Line(entry.code(), entry.name(), values.text("about"), PurposeForm.kinds(values));
    }

    @GetMapping("/purposes/{code}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String code) {
        CatalogueEntry entry = found(code);
        return new ModelAndView("catalogue/purpose", "purpose", entry)
                .addObject("line", line(entry))
                .addObject("usedIn", usedIn(code))
                .addObject(
                        "requests",
                        asks.stream().flatMap(each -> each.of(code).stream()).toList())
                .addObject(
                        "datasets",
                        catalogue.all(EntryKind.DATASET).stream()
                                .filter(dataset -> catalogue
                                        .values(dataset)
                                        .texts("collected-for")
                                        .contains(code))
                                .toList())
                .addObject("versions", catalogue.versions(entry))
                .addObject("mayChange", mayReword(code))
                .addObject("crumbs", List.of(CataloguePages.DATASETS, PURPOSES));
    }

    @GetMapping("/purposes/new")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView newForm() {
        return page(Form.empty(), Optional.empty(), List.of());
    }

    @PostMapping("/purposes/new")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView add(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Optional<String> text = PurposeForm.text(form, Optional.empty());
        return text.isEmpty() ? page(form, Optional.empty(), List.of()) : put(form, text.get(), Optional.empty(), next);
    }

    @GetMapping("/purposes/{code}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView changeForm(@PathVariable String code) {
        CatalogueEntry entry = rewordable(code);
        return page(filled(entry), Optional.of(entry), List.of());
    }

    @PostMapping("/purposes/{code}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView change(@PathVariable String code, HttpServletRequest request, RedirectAttributes next) {
        CatalogueEntry entry = rewordable(code);
        Form form = Form.of(request);
        Optional<String> text = PurposeForm.text(form, Optional.of(code));
        if (!usedIn(code).isEmpty() && !form.ticked("sure")) {
            form.problem("sure", "catalogue.sure.required");
        }
        form.with(Form.VERSION, form.version());
        return text.isEmpty() || form.hasProblems()
                ? page(form, Optional.of(entry), List.of())
                : put(form, text.get(), Optional.of(entry), next);
    }

    private ModelAndView put(Form form, String text, Optional<CatalogueEntry> before, RedirectAttributes next) {
        return switch (catalogue.put(EntryKind.PURPOSE, text, before.map(_ -> (int) form.version()))) {
            case Putting.Put put -> {
                next.addFlashAttribute(
                        Notice.DONE, Notice.of("catalogue.saved", put.entry().name()));
                yield new ModelAndView("redirect:/purposes/" + put.entry().code());
            }
            case Putting.Wrong wrong -> page(form.problem("name", "catalogue.wrong"), before, wrong.problems());
            case Putting.Overtaken overtaken ->
                before.isEmpty()
                        ? page(form.problem("code", "catalogue.purpose.taken"), before, List.of())
                        : Conflict.between(
                                        form,
                                        filled(overtaken.theirs()),
                                        overtaken.theirs().version(),
                                        "/purposes/" + overtaken.theirs().code() + "/change",
                                        "/purposes/" + overtaken.theirs().code(),
                                        Map.of())
                                .page();
        };
    }

    private ModelAndView page(Form form, Optional<CatalogueEntry> entry, List<Problem> problems) {
        return form.page("catalogue/purpose-change")
                .addObject("purpose", entry.orElse(null))
                .addObject(
                        "address",
                        entry.map(each -> "/purposes/" + each.code() + "/change")
                                .orElse("/purposes/new"))
                .addObject(
                        "usedIn",
                        entry.map(CatalogueEntry::code).map(this::usedIn).orElse(List.of()))
                .addObject("kinds", PurposeForm.kindsOffered())
                .addObject("problems", problems)
                .addObject("crumbs", List.of(CataloguePages.DATASETS, PURPOSES));
    }

    private Form filled(CatalogueEntry entry) {
        return PurposeForm.filled(catalogue.values(entry)).with(Form.VERSION, entry.version());
    }

    private List<String> usedIn(String code) {
        return uses.stream()
                .flatMap(each -> each.titles(EntryKind.PURPOSE, code).stream())
                .toList();
    }

    private boolean mayReword(String code) {
        Role role = Acting.inRole().role();
        return role == PARTNERSHIP_ADMINISTRATOR
                || WRITERS.contains(role) && usedIn(code).isEmpty();
    }

    private CatalogueEntry found(String code) {
        return catalogue
                .find(EntryKind.PURPOSE, code)
                .orElseThrow(() -> new Refusal(404, "PURPOSE-UNKNOWN", "catalogue.refusal.purpose", code));
    }

    private CatalogueEntry rewordable(String code) {
        CatalogueEntry entry = found(code);
        if (!mayReword(code)) {
            throw new Refusal(403, "PURPOSE-IN-USE", "catalogue.refusal.purpose-in-use");
        }
        return entry;
    }
}
