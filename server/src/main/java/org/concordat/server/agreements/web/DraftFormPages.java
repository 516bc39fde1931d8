package org.concordat.server.agreements.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problem;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Agreements.Drafting;
import org.concordat.server.agreements.Unwritten;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.YamlText;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.foundation.parts.Task;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changing a draft by a form: a list of its sections with how each stands, and a page for each. */
@Controller
class DraftFormPages {

    /** What the section said when the page was made, so that a change elsewhere in the draft is no conflict. */
    private static final String SEEN = "seen";

    private static final String ACT = "act";
    private static final String ADD = "add:";
    private static final String REMOVE = "remove:";
    private static final String SHOW = "show";
    private static final String KEEP = "keep";

    private final Agreements agreements;
    private final AgreedFolder folder;
    private final Names names;

    DraftFormPages(Agreements agreements, AgreedFolder folder, Names names) {
        this.agreements = agreements;
        this.folder = folder;
        this.names = names;
    }

    @GetMapping("/agreements/{code}/versions/{number}/form")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView sections(@PathVariable String code, @PathVariable int number) {
        AgreementVersion draft = editable(code, number);
        Node.Fields said = agreements.values(draft).fields();
        List<Problem> problems = agreements.problems(draft);
        List<DraftSection> sections = DraftSection.of(draft.tier().word());
        List<Task> tasks = sections.stream()
                .map(section -> task(draft, section, said, problems))
                .toList();
        List<Task> left =
                tasks.stream().filter(task -> !task.colour().isEmpty()).toList();
        return new ModelAndView("agreements/form", "version", draft)
                .addObject("sections", tasks)
                .addObject("left", left.size())
                .addObject("next", left.stream().findFirst())
                // Such as that the tier above is not in force: no part could show it.
                .addObject(
                        "problems",
                        problems.stream()
                                .filter(problem -> sections.stream()
                                        .noneMatch(section -> section.holds(
                                                said, problem.place().line())))
                                .toList())
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(draft)));
    }

    private static Task task(AgreementVersion draft, DraftSection section, Node.Fields said, List<Problem> problems) {
        Map<String, Node> answers = section.in(said);
        String status;
        if (answers.values().stream().anyMatch(Unwritten::isIn)) {
            status = "unwritten";
        } else if (problems.stream()
                .anyMatch(problem -> section.holds(said, problem.place().line()))) {
            status = "problem";
        } else {
            status = answers.isEmpty() ? "left-out" : "completed";
        }
        String colour = switch (status) {
            case "unwritten" -> "blue";
            case "problem" -> "red";
            default -> "";
        };
        return new Task(
                "agreements.section." + section.key(),
                List.of(),
                Optional.of(address(draft) + "/" + section.key()),
                "agreements.form.status." + status,
                colour);
    }

    @GetMapping("/agreements/{code}/versions/{number}/form/{key}")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView section(@PathVariable String code, @PathVariable int number, @PathVariable String key) {
        AgreementVersion draft = editable(code, number);
        DraftSection section = section(draft, key);
        Node.Fields said = agreements.values(draft).fields();
        List<Problem> problems = agreements.problems(draft).stream()
                .filter(problem -> section.holds(said, problem.place().line())
                        && !problem.code().equals(Unwritten.PROBLEM))
                .toList();
        return page(filled(draft, section), draft, section, section.in(said), problems);
    }

    @PostMapping("/agreements/{code}/versions/{number}/form/{key}")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView save(
            @PathVariable String code,
            @PathVariable int number,
            @PathVariable String key,
            HttpServletRequest request,
            RedirectAttributes next) {
        AgreementVersion draft = editable(code, number);
        DraftSection section = section(draft, key);
        Node.Fields said = agreements.values(draft).fields();
        Form form = Form.of(request);
        long version = form.version();
        String seen = form.text(SEEN).value();
        String act = form.text(ACT).value();
        var reading = new SectionAnswers(form);
        Map<String, Node> answers = reading.read(section.fields(), section.in(said));
        if (act.equals(SHOW) || act.startsWith(ADD) || act.startsWith(REMOVE)) {
            Map<String, Node> other = GroupLists.after(act, answers);
            Form shown = SectionFields.form(section.fields(), other)
                    .with(Form.VERSION, version)
                    .with(SEEN, seen);
            return page(shown, draft, section, other, List.of());
        }
        form.with(Form.VERSION, version);
        if (act.equals(KEEP)) {
            answers = Unwritten.filled(section.fields(), answers);
        }
        reading.check(section.fields(), answers);
        if (form.hasProblems()) {
            return page(form, draft, section, answers, List.of());
        }
        boolean sectionAsSeen = seen.equals(seen(draft, section));
        String text = YamlText.of(section.replaced(draft.tier().word(), said, answers));
        return switch (agreements.redraft(draft, text, sectionAsSeen ? draft.version() : (int) version)) {
            case Drafting.Drafted _ -> {
                next.addFlashAttribute(
                        Notice.DONE, Notice.of(act.equals(KEEP) ? "agreements.form.kept" : "agreements.form.saved"));
                yield new ModelAndView("redirect:" + address(draft));
            }
            case Drafting.Wrong wrong -> {
                form.problem(section.fields().getFirst().name(), "agreements.form.listed");
                yield page(form, draft, section, answers, wrong.problems());
            }
            case Drafting.Overtaken overtaken -> conflict(form, overtaken.theirs(), section);
        };
    }

    private ModelAndView conflict(Form form, AgreementVersion theirs, DraftSection section) {
        Form now = filled(theirs, section);
        Map<String, Node> said = section.in(agreements.values(theirs).fields());
        // Where they have more groups in a list, those belong to what has to be chosen from too.
        SectionAnswers.readAll(form, SectionFields.of(section.fields(), said).keySet());
        return Conflict.between(
                        form, now, theirs.version(), address(theirs) + "/" + section.key(), address(theirs), Map.of())
                .page();
    }

    private ModelAndView page(
            Form form,
            AgreementVersion draft,
            DraftSection section,
            Map<String, Node> answers,
            List<Problem> problems) {
        List<Part> parts = new SectionParts(choices()).of(section.fields(), answers);
        // The page's heading says already what a single group is called.
        boolean single = parts.getFirst() instanceof Part.Together;
        return form.page("agreements/form-section")
                .addObject("version", draft)
                .addObject("section", section)
                .addObject("about", single ? section.fields().getFirst().meaning() : "")
                .addObject("parts", parts.getFirst() instanceof Part.Together group ? group.parts() : parts)
                .addObject("problems", problems)
                .addObject("unwritten", answers.values().stream().anyMatch(Unwritten::isIn))
                .addObject(
                        "crumbs",
                        List.of(
                                RegisterPages.ALL,
                                DocumentPages.crumb(draft),
                                Crumb.key("agreements.change.title", address(draft))));
    }

    private Choices choices() {
        return new Choices(
                names.all(),
                folder.folder().datasets().values().stream()
                        .collect(Collectors.toMap(
                                dataset -> dataset.id(),
                                dataset -> List.copyOf(dataset.fields().keySet()))));
    }

    private Form filled(AgreementVersion draft, DraftSection section) {
        return SectionFields.form(
                        section.fields(), section.in(agreements.values(draft).fields()))
                .with(Form.VERSION, draft.version())
                .with(SEEN, seen(draft, section));
    }

    private String seen(AgreementVersion draft, DraftSection section) {
        String said = YamlText.of(
                SectionAnswers.group(section.in(agreements.values(draft).fields())));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String address(AgreementVersion draft) {
        return "/agreements/" + draft.code() + "/versions/" + draft.number() + "/form";
    }

    private static DraftSection section(AgreementVersion draft, String key) {
        return DraftSection.of(draft.tier().word()).stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "AGREEMENT-SECTION", "agreements.refusal.section"));
    }

    private AgreementVersion editable(String code, int number) {
        AgreementVersion draft = DocumentPages.version(agreements, code, number);
        Roles.require(new Roles(Acting.inRole(), draft).mayEdit());
        return draft;
    }
}
