package org.concordat.server.decisions.web;

import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;
import static org.concordat.server.foundation.acting.Role.RIGHTS_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Word;
import org.concordat.server.decisions.About;
import org.concordat.server.decisions.DecisionRegister;
import org.concordat.server.decisions.KeptDecision;
import org.concordat.server.decisions.Offered;
import org.concordat.server.decisions.Statements;
import org.concordat.server.decisions.Statements.Stated;
import org.concordat.server.decisions.Statements.Thing;
import org.concordat.server.decisions.WhoMayAnswer;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions that wait for an answer, answering them, and what the organisation has stated. */
@Controller
class StatementPages {

    private static final String QUESTIONS = "/decisions/questions";
    private static final int LONGEST_REASON = 4_000;

    private final Statements statements;
    private final DecisionRegister register;
    private final Offered offered;

    StatementPages(Statements statements, DecisionRegister register, Offered offered) {
        this.statements = statements;
        this.register = register;
        this.offered = offered;
    }

    @GetMapping(QUESTIONS)
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                PRACTITIONER,
                CASE_COORDINATOR,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView questions() {
        return new ModelAndView("decisions/questions", "waiting", statements.waiting())
                .addObject("own", statements.own())
                .addObject("mayState", !statable().isEmpty())
                .addObject("names", Names.of(offered))
                .addObject("crumbs", List.of(Crumb.key("decisions.title", "/decisions")));
    }

    @GetMapping("/decisions/{id}/answers/{fact}")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                PRACTITIONER,
                CASE_COORDINATOR,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView form(@PathVariable UUID id, @PathVariable String fact) {
        return page(decision(id), fact(fact), Form.empty());
    }

    @PostMapping("/decisions/{id}/answers/{fact}")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                PRACTITIONER,
                CASE_COORDINATOR,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView answer(
            @PathVariable UUID id, @PathVariable String fact, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        KeptDecision decision = decision(id);
        Optional<Answer> answer = answer(form);
        String reason = reason(form);
        if (form.hasProblems()) {
            return page(decision, fact(fact), form);
        }
        Thing thing = statements
                .thing(decision, fact(fact))
                .orElseThrow(() -> new Refusal(403, "FACT-NOT-YOURS", "decisions.refusal.fact-not-yours"));
        statements.state(new Stated(
                fact(fact),
                answer.orElseThrow(),
                thing.about(),
                thing.id(),
                reason,
                register.today(),
                Optional.empty()));
        next.addFlashAttribute(Notice.DONE, Notice.of("decisions.statement.made"));
        return new ModelAndView("redirect:" + QUESTIONS);
    }

    @GetMapping("/decisions/statements/new")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                INFORMATION_SHARING_OFFICER,
                EXECUTIVE_SIGNATORY,
                PRACTITIONER,
                CASE_COORDINATOR
            })
    ModelAndView stateForm() {
        return statePage(Form.empty().with("from", register.today()));
    }

    @PostMapping("/decisions/statements/new")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                INFORMATION_SHARING_OFFICER,
                EXECUTIVE_SIGNATORY,
                PRACTITIONER,
                CASE_COORDINATOR
            })
    ModelAndView state(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Optional<String> fact = form.choice(
                        "fact", statable().stream().map(FactName::word).toList())
                .label("decisions.statement.fact")
                .required()
                .value();
        Optional<Answer> answer = answer(form);
        Optional<String> schedule = form.choice("schedule", offered.schedules().keySet())
                .label("decisions.schedule")
                .value();
        Optional<String> purpose = form.choice("purpose", offered.purposes().keySet())
                .label("decisions.purpose")
                .value();
        String reason = reason(form);
        Optional<LocalDate> from =
                form.date("from").label("decisions.statement.from").required().value();
        Optional<LocalDate> until =
                form.date("until").label("decisions.statement.until").value();
        if (schedule.isPresent() == purpose.isPresent()) {
            form.problem("schedule", "decisions.statement.one-thing");
        }
        from.ifPresent(first ->
                until.filter(first::isAfter).ifPresent(_ -> form.problem("until", "decisions.statement.until-before")));
        if (form.hasProblems()) {
            return statePage(form);
        }
        statements.state(new Stated(
                fact(fact.orElseThrow()),
                answer.orElseThrow(),
                schedule.isPresent() ? About.SCHEDULE : About.PURPOSE,
                schedule.or(() -> purpose).orElseThrow(),
                reason,
                from.orElseThrow(),
                until));
        next.addFlashAttribute(Notice.DONE, Notice.of("decisions.statement.made"));
        return new ModelAndView("redirect:" + QUESTIONS);
    }

    @PostMapping("/decisions/statements/{id}/withdraw")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                PRACTITIONER,
                CASE_COORDINATOR,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView withdraw(@PathVariable UUID id, RedirectAttributes next) {
        statements.withdraw(id);
        next.addFlashAttribute(Notice.DONE, Notice.of("decisions.statement.withdrawn"));
        return new ModelAndView("redirect:" + QUESTIONS);
    }

    /** Whether questions wait for people in this role at all. The doors say the same. */
    static boolean mayAnswer(Role role) {
        return Arrays.stream(FactName.values())
                .anyMatch(fact -> WhoMayAnswer.of(fact).roles().contains(role));
    }

    private static Optional<Answer> answer(Form form) {
        return form.choice("answer", List.of("yes", "no"))
                .label("decisions.answer")
                .required()
                .value()
                .flatMap(word -> Word.of(Answer.class, word));
    }

    private static String reason(Form form) {
        return form.text("reason")
                .label("decisions.statement.reason")
                .required()
                .lines()
                .atMost(LONGEST_REASON)
                .value();
    }

    private ModelAndView page(KeptDecision decision, FactName fact, Form form) {
        return form.page("decisions/answer")
                .addObject("decision", decision)
                .addObject("fact", fact)
                .addObject("thing", statements.thing(decision, fact).orElse(null))
                .addObject("names", Names.of(offered))
                .addObject("answers", DecisionPages.keys(List.of("yes", "no"), "decisions.answer."))
                .addObject("crumbs", List.of(Crumb.key("decisions.questions.title", QUESTIONS)));
    }

    private ModelAndView statePage(Form form) {
        return form.page("decisions/state")
                .addObject(
                        "facts",
                        statable().stream()
                                .map(fact -> Option.named(fact.word(), fact.question()))
                                .toList())
                .addObject("answers", DecisionPages.keys(List.of("yes", "no"), "decisions.answer."))
                .addObject("schedules", DecisionPages.named(offered.schedules()))
                .addObject("purposes", DecisionPages.named(offered.purposes()))
                .addObject("crumbs", List.of(Crumb.key("decisions.questions.title", QUESTIONS)));
    }

    /** Facts that this role may state of a schedule or purpose. */
    private static List<FactName> statable() {
        Role role = Acting.inRole().role();
        return List.of(FactName.values()).stream()
                .filter(fact -> WhoMayAnswer.of(fact).roles().contains(role)
                        && WhoMayAnswer.of(fact).about().stream().anyMatch(about -> about != About.MATTER))
                .toList();
    }

    private KeptDecision decision(UUID id) {
        return register.find(id).orElseThrow(() -> new Refusal(404, "DECISION-UNKNOWN", "decisions.refusal.unknown"));
    }

    private static FactName fact(String word) {
        return Word.of(FactName.class, word)
                .orElseThrow(() -> new Refusal(404, "FACT-UNKNOWN", "decisions.refusal.fact-unknown"));
    }
}
