package org.concordat.server.decisions.web;

import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.RIGHTS_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Word;
import org.concordat.server.decisions.DecisionRegister;
import org.concordat.server.decisions.Disclosure;
import org.concordat.server.decisions.DisclosureStep;
import org.concordat.server.decisions.Offered;
import org.concordat.server.decisions.SingleDisclosures;
import org.concordat.server.decisions.SingleDisclosures.Tested;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Single disclosures: the log, writing one down, and each step to its reply. */
@Controller
class DisclosurePages {

    private static final String LOG = "/decisions/disclosures";
    private static final String ONE = LOG + "/{id}";
    private static final int LONGEST_NOTE = 4_000;
    private static final int USUAL_DAYS = 14;

    private static final ListShape SHAPE = new ListShape(
            List.of(
                    Column.sorted("number", "decisions.disclosure.number", "number"),
                    Column.plain("recipient", "decisions.recipient"),
                    Column.plain("dataset", "decisions.dataset"),
                    Column.plain("on", "decisions.disclosure.on"),
                    Column.plain("due", "decisions.disclosure.due"),
                    Column.plain("state", "decisions.disclosure.state")),
            java.util.Set.of(),
            "number",
            true);

    private final SingleDisclosures disclosures;
    private final DecisionRegister register;
    private final Offered offered;

    DisclosurePages(SingleDisclosures disclosures, DecisionRegister register, Offered offered) {
        this.disclosures = disclosures;
        this.register = register;
        this.offered = offered;
    }

    @GetMapping(LOG)
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView log(HttpServletRequest request) {
        Listing asked = SHAPE.read(request);
        return new ModelAndView(
                        "decisions/disclosures",
                        "found",
                        asked.found(disclosures.log(asked.size(), asked.offset()), disclosures.count()))
                .addObject("names", Names.of(offered))
                .addObject("today", register.today())
                .addObject("mayReceive", may(DisclosureStep.RECEIVE))
                .addObject("crumbs", List.of(Crumb.key("decisions.title", "/decisions")));
    }

    @GetMapping(LOG + "/new")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, RIGHTS_OFFICER})
    ModelAndView form(@RequestParam(defaultValue = "") String dataset) {
        if (dataset.isEmpty()) {
            return new ModelAndView("decisions/disclosure-dataset", "form", Form.empty())
                    .addObject(
                            "datasets",
                            DecisionPages.named(
                                    offered.datasetsOf(Acting.inRole().organisation())))
                    .addObject("crumbs", crumbs());
        }
        Form form = Form.empty()
                .with("on", register.today())
                .with("due", register.today().plusDays(USUAL_DAYS));
        return new DisclosureForm(offered, dataset(dataset)).page(form).addObject("crumbs", crumbs());
    }

    @PostMapping(LOG + "/new")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER, RIGHTS_OFFICER})
    ModelAndView receive(@RequestParam String dataset, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        var fields = new DisclosureForm(offered, dataset(dataset));
        var received = fields.read(form, register.today());
        if (received.isEmpty()) {
            return fields.page(form).addObject("crumbs", crumbs());
        }
        UUID id = disclosures.receive(received.get());
        next.addFlashAttribute(Notice.DONE, Notice.of("decisions.disclosure.received"));
        return to(id);
    }

    @GetMapping(ONE)
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView show(@PathVariable UUID id) {
        return page(disclosures.open(id), Form.empty());
    }

    @GetMapping(ONE + "/letter")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                RIGHTS_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView letter(@PathVariable UUID id) {
        Disclosure disclosure = disclosures.open(id);
        return new ModelAndView("decisions/letter", "disclosure", disclosure)
                .addObject("names", Names.of(offered))
                .addObject("today", register.today())
                .addObject(
                        "decision",
                        disclosure.decision().flatMap(register::find).orElse(null))
                .addObject(
                        "crumbs",
                        List.of(
                                Crumb.key("decisions.disclosures.title", LOG),
                                Crumb.named(disclosure.code(), LOG + "/" + id)));
    }

    @PostMapping(ONE + "/test")
    @OpenTo(roles = INFORMATION_GOVERNANCE_OFFICER)
    ModelAndView test(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Map<FactName, Answer> answers = answers(form, disclosures.answerable(id));
        String note = note(form, "testNote");
        if (form.hasProblems()) {
            return page(disclosures.find(id), form);
        }
        disclosures.test(id, version(form), new Tested(answers, note));
        return done(id, "decisions.disclosure.tested", next);
    }

    @PostMapping(ONE + "/sign-off")
    @OpenTo(roles = {CALDICOTT_GUARDIAN, EXECUTIVE_SIGNATORY})
    ModelAndView signOff(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        String agreed = form.choice("agreed", List.of("yes", "no"))
                .label("decisions.disclosure.agreed")
                .required()
                .value()
                .orElse("");
        Map<FactName, Answer> answers = answers(form, disclosures.answerable(id));
        String note = note(form, "signNote");
        if (form.hasProblems()) {
            return page(disclosures.find(id), form);
        }
        disclosures.signOff(id, version(form), agreed.equals("yes"), new Tested(answers, note));
        return done(id, "decisions.disclosure.signed-off", next);
    }

    @PostMapping(ONE + "/decide")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView decide(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        disclosures.decide(id, version(Form.of(request)));
        return done(id, "decisions.asked-again", next);
    }

    @PostMapping(ONE + "/not-share")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, CALDICOTT_GUARDIAN, EXECUTIVE_SIGNATORY})
    ModelAndView notShare(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        String reason = note(form, "notShareReason");
        if (form.hasProblems()) {
            return page(disclosures.find(id), form);
        }
        disclosures.notShare(id, version(form), reason);
        return done(id, "decisions.disclosure.not-shared", next);
    }

    @PostMapping(ONE + "/reply")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView reply(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        String note = note(form, "replyNote");
        if (form.hasProblems()) {
            return page(disclosures.find(id), form);
        }
        disclosures.reply(id, version(form), note);
        return done(id, "decisions.disclosure.replied", next);
    }

    private ModelAndView page(Disclosure disclosure, Form form) {
        return form.page("decisions/disclosure")
                .addObject("disclosure", disclosure)
                .addObject("names", Names.of(offered))
                .addObject("overdue", disclosure.isOverdue(register.today()))
                .addObject("steps", disclosures.steps(disclosure.id()))
                .addObject(
                        "decision",
                        disclosure.decision().flatMap(register::find).orElse(null))
                .addObject("facts", disclosures.answerable(disclosure.id()))
                .addObject("answers", DecisionPages.keys(List.of("yes", "no", "unknown"), "decisions.answer."))
                .addObject("agrees", DecisionPages.keys(List.of("yes", "no"), "decisions.disclosure.agreed."))
                .addObject(
                        "open",
                        disclosure.next().stream()
                                .filter(DisclosurePages::may)
                                .map(DisclosureStep::word)
                                .toList())
                .addObject("crumbs", crumbs());
    }

    private static Map<FactName, Answer> answers(Form form, List<FactName> facts) {
        var answers = new EnumMap<FactName, Answer>(FactName.class);
        for (FactName fact : facts) {
            form.choice("fact-" + fact.word(), List.of("yes", "no", "unknown"))
                    .label("decisions.answer")
                    .value()
                    .flatMap(word -> Word.of(Answer.class, word))
                    .filter(answer -> answer != Answer.UNKNOWN)
                    .ifPresent(answer -> answers.put(fact, answer));
        }
        return answers;
    }

    private static String note(Form form, String name) {
        return form.text(name)
                .label("decisions.disclosure." + name)
                .required()
                .lines()
                .atMost(LONGEST_NOTE)
                .value();
    }

    private static int version(Form form) {
        return Math.toIntExact(form.version());
    }

    private static boolean may(DisclosureStep step) {
        return step.roles().contains(Acting.inRole().role());
    }

    private static ModelAndView done(UUID id, String messageKey, RedirectAttributes next) {
        next.addFlashAttribute(Notice.DONE, Notice.of(messageKey));
        return to(id);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:" + LOG + "/" + id);
    }

    private Dataset dataset(String code) {
        return offered.dataset(code)
                .filter(each -> each.holder().equals(Acting.inRole().organisation()))
                .orElseThrow(() -> new Refusal(404, "DATASET-UNKNOWN", "decisions.refusal.dataset-unknown"));
    }

    private static List<Crumb> crumbs() {
        return List.of(Crumb.key("decisions.title", "/decisions"), Crumb.key("decisions.disclosures.title", LOG));
    }
}
