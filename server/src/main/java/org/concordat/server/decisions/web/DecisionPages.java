package org.concordat.server.decisions.web;

import static org.concordat.server.foundation.acting.Role.ANALYST;
import static org.concordat.server.foundation.acting.Role.AUDITOR;
import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;
import static org.concordat.server.foundation.acting.Role.RIGHTS_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Word;
import org.concordat.server.decisions.Decided;
import org.concordat.server.decisions.DecisionRegister;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Emergencies;
import org.concordat.server.decisions.Explanation;
import org.concordat.server.decisions.KeptDecision;
import org.concordat.server.decisions.Offered;
import org.concordat.server.decisions.RulePage;
import org.concordat.server.decisions.Statements;
import org.concordat.server.decisions.Use;
import org.concordat.server.decisions.WhoMayAnswer;
import org.concordat.server.decisions.internal.DecisionList;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisation's decisions, and the page that explains one. */
@Controller
class DecisionPages {

    private static final ListShape DECISIONS = ListShape.of(
                    Column.sorted("at", "decisions.at", "d.at"),
                    Column.sorted("sender", "decisions.sender", "d.sender"),
                    Column.sorted("recipient", "decisions.recipient", "d.recipient"),
                    Column.sorted("dataset", "decisions.dataset", "d.dataset"),
                    Column.sorted("purpose", "decisions.purpose", "d.purpose"),
                    Column.sorted("ground", "decisions.ground", "d.ground"),
                    Column.sorted("outcome", "decisions.outcome", "d.outcome"))
            .filteredBy("outcome", "ground", "organisation")
            .sortedBy("at", true);

    private static final List<String> OUTCOMES = List.of("permitted", "refused", "needs-facts", "not-shared");
    private static final List<String> GROUNDS = List.of("agreement", "single-disclosure", "reuse", "serious-harm");
    private static final int MOST_IN_A_FILE = 10_000;

    private final DecisionRegister register;
    private final Decisions decisions;
    private final Emergencies emergencies;
    private final Statements statements;
    private final Offered offered;
    private final Clock clock;

    DecisionPages(
            DecisionRegister register,
            Decisions decisions,
            Emergencies emergencies,
            Statements statements,
            Offered offered,
            Clock clock) {
        this.register = register;
        this.decisions = decisions;
        this.emergencies = emergencies;
        this.statements = statements;
        this.offered = offered;
        this.clock = clock;
    }

    @GetMapping("/decisions")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY,
                AUDITOR
            })
    @Nullable ModelAndView list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Listing asked = DECISIONS.read(request);
        var wanted =
                new DecisionList.Wanted(asked.filter("outcome"), asked.filter("ground"), asked.filter("organisation"));
        if (asked.csv()) {
            csv(wanted, asked, response);
            return null;
        }
        List<DecisionList.Line> lines = register.list(wanted, asked.orderBy(), asked.size(), asked.offset());
        return new ModelAndView("decisions/list", "found", asked.found(lines, register.count(wanted)))
                .addObject("names", Names.of(offered))
                .addObject("outcomes", keys(OUTCOMES, "decisions.outcome."))
                .addObject("grounds", keys(GROUNDS, "decisions.ground."))
                .addObject("organisations", named(offered.organisations()))
                .addObject("mayAsk", AskPages.mayAsk(Acting.inRole().role()))
                .addObject("mayAnswer", StatementPages.mayAnswer(Acting.inRole().role()));
    }

    private void csv(DecisionList.Wanted wanted, Listing asked, HttpServletResponse response) throws IOException {
        CsvFile file = CsvFile.download(
                response,
                "decisions.csv",
                List.of("at", "sender", "recipient", "dataset", "purpose", "rests-on", "answer", "decision"));
        for (DecisionList.Line line : register.list(wanted, asked.orderBy(), MOST_IN_A_FILE, 0)) {
            file.row(
                    line.at(),
                    line.sender(),
                    line.recipient(),
                    line.dataset(),
                    line.purpose(),
                    line.ground(),
                    line.outcome(),
                    line.id());
        }
    }

    @GetMapping("/decisions/{id}")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY,
                AUDITOR
            })
    ModelAndView show(@PathVariable UUID id) {
        KeptDecision decision =
                register.open(id).orElseThrow(() -> new Refusal(404, "DECISION-UNKNOWN", "decisions.refusal.unknown"));
        return page(decision, Form.empty());
    }

    private ModelAndView page(KeptDecision decision, Form form) {
        return form.page("decisions/decision")
                .addObject("decision", decision)
                .addObject("names", Names.of(offered))
                .addObject("usable", decision.isUsable(clock.instant()))
                .addObject("answers", answers(decision))
                .addObject("review", emergencies.of(decision.id()).orElse(null))
                .addObject("mayReview", emergencies.mayReview(decision.id()))
                .addObject("upheld", keys(List.of("yes", "no"), "decisions.review.upheld."))
                .addObject(
                        "mayAsk",
                        AskPages.mayAsk(Acting.inRole().role())
                                && !decision.explanation().outcome().equals("not-shared"))
                .addObject("crumbs", List.of(Crumb.key("decisions.title", "/decisions")));
    }

    /** For each missing fact, whether the reader may answer it, and for whom it waits otherwise. */
    private Map<String, Waits> answers(KeptDecision decision) {
        Names names = Names.of(offered);
        String sender = names.organisation(decision.request().sender().organisation());
        String recipient = names.organisation(decision.request().recipient().organisation());
        var all = new HashMap<String, Waits>();
        for (Explanation.Missing each : decision.explanation().needs()) {
            Word.of(FactName.class, each.fact()).ifPresent(fact -> {
                WhoMayAnswer who = WhoMayAnswer.of(fact);
                List<String> sides = switch (who.side()) {
                    case SENDER -> List.of(sender);
                    case RECIPIENT -> List.of(recipient);
                    case EITHER -> List.of(sender, recipient);
                };
                all.put(
                        each.fact(),
                        new Waits(
                                statements.mayAnswer(decision, fact),
                                who.roles().stream().map(Role::word).toList(),
                                sides));
            });
        }
        return all;
    }

    /**
     * For templates: for whom an answer waits.
     *
     * @param own whether the reader may give it
     */
    public record Waits(boolean own, List<String> roles, List<String> organisations) {}

    @PostMapping("/decisions/{id}/again")
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
    ModelAndView again(@PathVariable UUID id, RedirectAttributes next) {
        UUID decided = decisions.again(id).id();
        next.addFlashAttribute(Notice.DONE, Notice.of("decisions.asked-again"));
        return new ModelAndView("redirect:/decisions/" + decided);
    }

    @PostMapping("/decisions/{id}/use")
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
    ModelAndView use(@PathVariable UUID id, RedirectAttributes next) {
        return switch (decisions.use(id)) {
            case Use.Allowed _ -> used(id, Notice.DONE, "decisions.used", next);
            case Use.NoLonger(Decided today) -> used(today.id(), Notice.NOTICE, "decisions.use.no-longer", next);
            case Use.UsedBefore _ -> used(id, Notice.NOTICE, "decisions.use.used", next);
            case Use.Expired _ -> used(id, Notice.NOTICE, "decisions.use.expired", next);
            case Use.NotPermitted _ -> used(id, Notice.NOTICE, "decisions.use.not", next);
            case Use.Unknown _ -> throw new Refusal(404, "DECISION-UNKNOWN", "decisions.refusal.unknown");
        };
    }

    private static ModelAndView used(UUID shown, String kind, String message, RedirectAttributes next) {
        next.addFlashAttribute(kind, Notice.of(message));
        return new ModelAndView("redirect:/decisions/" + shown);
    }

    @PostMapping("/decisions/{id}/review")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, CALDICOTT_GUARDIAN, EXECUTIVE_SIGNATORY})
    ModelAndView review(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        String upheld = form.choice("upheld", List.of("yes", "no"))
                .label("decisions.review.upheld")
                .required()
                .value()
                .orElse("");
        String note = form.text("note")
                .label("decisions.review.note")
                .required()
                .atMost(4_000)
                .lines()
                .value();
        if (form.hasProblems()) {
            return page(
                    register.find(id)
                            .orElseThrow(() -> new Refusal(404, "DECISION-UNKNOWN", "decisions.refusal.unknown")),
                    form);
        }
        emergencies.review(id, upheld.equals("yes"), note);
        next.addFlashAttribute(Notice.DONE, Notice.of("decisions.review.done"));
        return new ModelAndView("redirect:/decisions/" + id);
    }

    @GetMapping("/decisions/rules/{code}")
    @OpenTo(OpenTo.Audience.ANY_ROLE)
    ModelAndView rule(@PathVariable String code) {
        RulePage rule =
                RulePage.of(code).orElseThrow(() -> new Refusal(404, "RULE-UNKNOWN", "decisions.refusal.rule-unknown"));
        return new ModelAndView("decisions/rule", "rule", rule)
                .addObject("crumbs", List.of(Crumb.key("decisions.title", "/decisions")));
    }

    static List<Option> keys(List<String> words, String prefix) {
        return words.stream().map(word -> Option.key(word, prefix + word)).toList();
    }

    static List<Option> named(Map<String, String> named) {
        return named.entrySet().stream()
                .map(each -> Option.named(each.getKey(), each.getValue()))
                .toList();
    }
}
