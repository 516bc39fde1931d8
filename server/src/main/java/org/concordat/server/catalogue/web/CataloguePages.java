package org.concordat.server.catalogue.web;

import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Values;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.Catalogue.Putting;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.catalogue.UsedIn;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Datasets and purposes: who holds what, what is in it, and describing one's own. */
@Controller
class CataloguePages {

    static final Crumb DATASETS = Crumb.key("catalogue.datasets", "/datasets");
    private static final int LONGEST_TEXT = 200_000;
    private static final Set<Role> DESCRIBERS =
            Set.of(DATA_STEWARD, INFORMATION_SHARING_OFFICER, INFORMATION_GOVERNANCE_OFFICER);

    private final Catalogue catalogue;
    private final Organisations organisations;
    private final ObjectProvider<UsedIn> uses;

    CataloguePages(Catalogue catalogue, Organisations organisations, ObjectProvider<UsedIn> uses) {
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.uses = uses;
    }

    @GetMapping("/datasets")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView datasets() {
        return new ModelAndView("catalogue/datasets", "datasets", catalogue.all(EntryKind.DATASET))
                .addObject("holders", holders())
                .addObject("mayDescribe", mayDescribe());
    }

    @GetMapping("/datasets/{code}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String code) {
        CatalogueEntry entry = found(code);
        Values values = catalogue.values(entry);
        Map<String, String> purposes = catalogue.all(EntryKind.PURPOSE).stream()
                .collect(Collectors.toMap(CatalogueEntry::code, CatalogueEntry::name));
        return new ModelAndView("catalogue/dataset", "dataset", entry)
                .addObject(
                        "fields",
                        values.groups("fields").stream().map(FieldLine::of).toList())
                .addObject("origin", values.text("origin").replace('-', ' '))
                .addObject(
                        "collectedFor",
                        values.texts("collected-for").stream()
                                .map(each -> purposes.getOrDefault(each, each))
                                .collect(Collectors.joining(", ")))
                .addObject("holder", holders().getOrDefault(entry.holder().orElse(""), ""))
                .addObject("usedIn", usedIn(code))
                .addObject("versions", catalogue.versions(entry))
                .addObject("mayChange", isOurs(entry) && mayDescribe())
                .addObject("crumbs", List.of(DATASETS));
    }

    @GetMapping("/datasets/new")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, DATA_STEWARD})
    ModelAndView newForm() {
        return page(Form.empty(), Optional.empty(), List.of());
    }

    @PostMapping("/datasets/new")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, DATA_STEWARD})
    ModelAndView add(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Optional<String> text = DatasetForm.text(
                form,
                file(form),
                Acting.inRole().organisation(),
                catalogue.all(EntryKind.PURPOSE).stream()
                        .collect(Collectors.toMap(CatalogueEntry::code, CatalogueEntry::code)));
        if (form.hasProblems()) {
            return page(form, Optional.empty(), List.of());
        }
        return put(form, text.orElseThrow(), Optional.empty(), next);
    }

    @GetMapping("/datasets/{code}/change")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, DATA_STEWARD})
    ModelAndView changeForm(@PathVariable String code) {
        CatalogueEntry entry = ours(code);
        return page(filled(entry), Optional.of(entry), List.of());
    }

    @PostMapping("/datasets/{code}/change")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, DATA_STEWARD})
    ModelAndView change(@PathVariable String code, HttpServletRequest request, RedirectAttributes next) {
        CatalogueEntry entry = ours(code);
        Form form = Form.of(request);
        String text = form.text("text")
                .label("catalogue.text")
                .required()
                .lines()
                .atMost(LONGEST_TEXT)
                .value();
        if (!usedIn(code).isEmpty() && !form.ticked("sure")) {
            form.problem("sure", "catalogue.sure.required");
        }
        form.with(Form.VERSION, form.version());
        if (form.hasProblems()) {
            return page(form, Optional.of(entry), List.of());
        }
        return put(form, text + "\n", Optional.of(entry), next);
    }

    private ModelAndView put(Form form, String text, Optional<CatalogueEntry> before, RedirectAttributes next) {
        Optional<Problem> elsewhere =
                DatasetForm.elsewhere(text, Acting.inRole().organisation(), before);
        if (elsewhere.isPresent()) {
            return page(form.problem(field(before), "catalogue.wrong"), before, List.of(elsewhere.get()));
        }
        return switch (catalogue.put(EntryKind.DATASET, text, before.map(_ -> (int) form.version()))) {
            case Putting.Put put -> {
                next.addFlashAttribute(
                        Notice.DONE, Notice.of("catalogue.saved", put.entry().name()));
                yield new ModelAndView("redirect:/datasets/" + put.entry().code());
            }
            case Putting.Wrong wrong -> page(form.problem(field(before), "catalogue.wrong"), before, wrong.problems());
            case Putting.Overtaken overtaken ->
                before.isEmpty()
                        ? page(form.problem("code", "catalogue.taken"), before, List.of())
                        : Conflict.between(
                                        form,
                                        filled(overtaken.theirs()),
                                        overtaken.theirs().version(),
                                        "/datasets/" + overtaken.theirs().code() + "/change",
                                        "/datasets/" + overtaken.theirs().code(),
                                        Map.of())
                                .page();
        };
    }

    /** Beside which field the whole text is said to be wrong. */
    private static String field(Optional<CatalogueEntry> before) {
        return before.isPresent() ? "text" : "fields";
    }

    private static Optional<String> file(Form form) {
        Optional<MultipartFile> file =
                form.file("file").label("catalogue.file").named("yaml", "yml").value();
        try {
            return file.isEmpty()
                    ? Optional.empty()
                    : Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(file.get().getBytes()))
                            .toString());
        } catch (CharacterCodingException notText) {
            form.problem("file", "catalogue.file.unreadable");
            return Optional.empty();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private ModelAndView page(Form form, Optional<CatalogueEntry> entry, List<Problem> problems) {
        return form.page(entry.isPresent() ? "catalogue/dataset-change" : "catalogue/dataset-new")
                .addObject("dataset", entry.orElse(null))
                .addObject(
                        "usedIn",
                        entry.map(CatalogueEntry::code).map(this::usedIn).orElse(List.of()))
                .addObject("purposes", DatasetForm.purposes(catalogue.all(EntryKind.PURPOSE)))
                .addObject("origins", DatasetForm.origins())
                .addObject("problems", problems)
                .addObject("crumbs", List.of(DATASETS));
    }

    private static Form filled(CatalogueEntry entry) {
        return Form.empty().with("text", entry.text()).with(Form.VERSION, entry.version());
    }

    private List<String> usedIn(String code) {
        return uses.stream()
                .flatMap(each -> each.titles(EntryKind.DATASET, code).stream())
                .toList();
    }

    private CatalogueEntry found(String code) {
        return catalogue
                .find(EntryKind.DATASET, code)
                .orElseThrow(() -> new Refusal(404, "DATASET-UNKNOWN", "catalogue.refusal.unknown", code));
    }

    private CatalogueEntry ours(String code) {
        CatalogueEntry entry = found(code);
        if (!isOurs(entry)) {
            throw new Refusal(403, "DATASET-NOT-YOURS", "catalogue.refusal.not-yours");
        }
        return entry;
    }

    private static boolean isOurs(CatalogueEntry entry) {
        return entry.holder().equals(Optional.of(Acting.inRole().organisation()));
    }

    private static boolean mayDescribe() {
        Actor.InRole actor = Acting.inRole();
        return DESCRIBERS.contains(actor.role());
    }

    private Map<String, String> holders() {
        return organisations.all().stream().collect(Collectors.toMap(Organisation::code, Organisation::name));
    }
}
