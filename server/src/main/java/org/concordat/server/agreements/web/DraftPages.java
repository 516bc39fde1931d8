package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.AUDITOR;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.policy.reading.Problem;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Agreements.Drafting;
import org.concordat.server.agreements.SignedAgain;
import org.concordat.server.agreements.Uploads;
import org.concordat.server.agreements.Uploads.Taking;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.FolderExport;
import org.concordat.server.agreements.internal.NamedText;
import org.concordat.server.agreements.internal.ZippedTexts;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beginning and changing drafts, from files or typed; and taking the whole folder out as files. */
@Controller
class DraftPages {

    private static final long MOST_BYTES = 5L << 20;
    private static final int LONGEST_TEXT = 200_000;

    private final Agreements agreements;
    private final SignedAgain again;
    private final Uploads uploads;
    private final FolderExport export;
    private final AgreedFolder folder;

    DraftPages(Agreements agreements, SignedAgain again, Uploads uploads, FolderExport export, AgreedFolder folder) {
        this.again = again;
        this.agreements = agreements;
        this.uploads = uploads;
        this.export = export;
        this.folder = folder;
    }

    @GetMapping("/agreements/new")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView newForm() {
        return newPage(Form.empty(), List.of());
    }

    @PostMapping("/agreements/new")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView add(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Optional<MultipartFile> file = form.file("file")
                .label("agreements.new.file")
                .named("yaml", "yml", "zip")
                .atMostBytes(MOST_BYTES)
                .value();
        String typed = text(form);
        if (!form.hasProblems() && file.isEmpty() && typed.isEmpty()) {
            form.problem("file", "agreements.new.nothing");
        }
        if (form.hasProblems()) {
            return newPage(form, List.of());
        }
        Optional<List<NamedText>> texts =
                file.map(DraftPages::texts).orElse(Optional.of(List.of(new NamedText("typed.yaml", typed))));
        if (texts.isEmpty()) {
            return newPage(form.problem("file", "agreements.new.unreadable"), List.of());
        }
        return switch (uploads.take(texts.get())) {
            case Taking.Wrong wrong -> newPage(form.problem("file", "agreements.new.wrong"), wrong.problems());
            case Taking.Taken taken -> taken(taken, next);
        };
    }

    static ModelAndView taken(Taking.Taken taken, RedirectAttributes next) {
        next.addFlashAttribute(
                Notice.DONE,
                Notice.of(
                        taken.leftOut().isEmpty() ? "agreements.drafted" : "agreements.drafted.without",
                        String.valueOf(taken.drafts().size()),
                        String.join(", ", taken.leftOut())));
        return taken.drafts().isEmpty()
                ? new ModelAndView("redirect:/agreements")
                : SigningPages.to(taken.drafts().getLast());
    }

    private static Optional<List<NamedText>> texts(MultipartFile file) {
        try {
            byte[] content = file.getBytes();
            return ZippedTexts.isZip(content)
                    ? ZippedTexts.read(content)
                    : ZippedTexts.text(content).map(text -> List.of(new NamedText("upload.yaml", text)));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static String text(Form form) {
        return form.text("text")
                .label("agreements.new.text")
                .lines()
                .atMost(LONGEST_TEXT)
                .value();
    }

    private static ModelAndView newPage(Form form, List<Problem> problems) {
        return form.page("agreements/new")
                .addObject("problems", problems)
                .addObject("crumbs", List.of(RegisterPages.ALL));
    }

    @GetMapping("/agreements/{code}/versions/{number}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView changeForm(@PathVariable String code, @PathVariable int number) {
        AgreementVersion draft = editable(code, number);
        return changePage(filled(draft), draft, List.of());
    }

    @PostMapping("/agreements/{code}/versions/{number}/change")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView change(
            @PathVariable String code, @PathVariable int number, HttpServletRequest request, RedirectAttributes next) {
        AgreementVersion draft = editable(code, number);
        Form form = Form.of(request);
        String text = text(form);
        if (!form.hasProblems() && text.isEmpty()) {
            form.problem("text", "agreements.new.nothing");
        }
        if (form.hasProblems()) {
            return changePage(form.with(Form.VERSION, form.version()), draft, List.of());
        }
        return switch (agreements.redraft(draft, text + "\n", (int) form.version())) {
            case Drafting.Drafted _ -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("agreements.changed", draft.title()));
                yield SigningPages.to(draft);
            }
            case Drafting.Wrong wrong ->
                changePage(
                        form.problem("text", "agreements.new.wrong").with(Form.VERSION, form.version()),
                        draft,
                        wrong.problems());
            case Drafting.Overtaken overtaken ->
                Conflict.between(
                                form,
                                filled(overtaken.theirs()),
                                overtaken.theirs().version(),
                                "/agreements/" + code + "/versions/" + number + "/change",
                                "/agreements/" + code + "/versions/" + number,
                                Map.of())
                        .page();
        };
    }

    @PostMapping("/agreements/{code}/next")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView next(@PathVariable String code, RedirectAttributes next) {
        AgreementVersion inForce = agreements.find(code).orElseThrow(() -> Roles.unknown(code));
        Roles.require(new Roles(Acting.inRole(), inForce).mayBeginNext());
        return switch (agreements.draftNext(inForce)) {
            case Drafting.Drafted drafted ->
                new ModelAndView("redirect:/agreements/" + code + "/versions/"
                        + drafted.draft().number() + "/form");
            case Drafting.Overtaken overtaken -> SigningPages.to(overtaken.theirs());
            case Drafting.Wrong _ -> {
                next.addFlashAttribute(Notice.NOTICE, Notice.of("agreements.overtaken", inForce.title()));
                yield SigningPages.to(inForce);
            }
        };
    }

    @PostMapping("/agreements/{code}/again")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView again(@PathVariable String code, RedirectAttributes next) {
        AgreementVersion inForce = agreements.find(code).orElseThrow(() -> Roles.unknown(code));
        Roles.require(new Roles(Acting.inRole(), inForce).mayBeginNext() && again.isDue(inForce));
        return switch (again.ask(inForce)) {
            case SignedAgain.Again.Sent sent -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("agreements.sent", inForce.title()));
                yield SigningPages.to(sent.version());
            }
            case SignedAgain.Again.Draft draft -> {
                next.addFlashAttribute(Notice.NOTICE, Notice.of("agreements.again.draft", inForce.title()));
                yield SigningPages.to(draft.version());
            }
        };
    }

    @GetMapping("/agreements/export")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, AUDITOR})
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("agreements.zip")
                                .build()
                                .toString())
                .body(ZippedTexts.write(export.files()));
    }

    @GetMapping("/agreements/problems")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, AUDITOR})
    ModelAndView problems() {
        return new ModelAndView(
                        "agreements/problems", "problems", folder.reading().leftOut())
                .addObject("crumbs", List.of(RegisterPages.ALL));
    }

    private static Form filled(AgreementVersion draft) {
        return Form.empty().with("text", draft.text()).with(Form.VERSION, draft.version());
    }

    private static ModelAndView changePage(Form form, AgreementVersion draft, List<Problem> problems) {
        return form.page("agreements/change")
                .addObject("version", draft)
                .addObject("problems", problems)
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(draft)));
    }

    private AgreementVersion editable(String code, int number) {
        AgreementVersion draft = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), draft).mayEdit());
        return draft;
    }
}
