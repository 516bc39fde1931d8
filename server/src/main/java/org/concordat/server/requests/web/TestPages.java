package org.concordat.server.requests.web;

import static org.concordat.server.foundation.acting.Role.ANALYST;
import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.policy.decide.Step;
import org.concordat.policy.questions.Powers;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.FourStepTest;
import org.concordat.server.requests.Outlines;
import org.concordat.server.requests.Requests;
import org.concordat.server.requests.TestQuestion;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The four-step test: a page for each step, which can be left half answered, and a page with the answer to each. */
@Controller
class TestPages {

    private final Requests requests;
    private final FourStepTest test;
    private final Outlines outlines;
    private final TestChoices choices;

    TestPages(Requests requests, FourStepTest test, Outlines outlines, TestChoices choices) {
        this.requests = requests;
        this.test = test;
        this.outlines = outlines;
        this.choices = choices;
    }

    /** One question as the page shows it. */
    record Asked(TestQuestion question, List<Option> options) {

        /** For templates: {@code text}, {@code days}, {@code radios} or {@code select}. */
        public String shape() {
            return switch (question.kind()) {
                case TEXT -> "text";
                case DAYS -> "days";
                case CHOICE, OPTIONAL, SPECIAL, CRIMINAL -> options.size() > 8 ? "select" : "radios";
            };
        }
    }

    @GetMapping("/requests/{code}/test")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView result(@PathVariable String code) {
        DataRequest request = requests.get(code);
        List<FourStepTest.Standing> standings = test.standings(request);
        var shown = new HashMap<String, Option>();
        standings.forEach(standing -> standing.answered()
                .forEach((question, answer) -> shown.put(question.word(), choices.shown(question, answer, request))));
        return new ModelAndView("requests/test", "request", request)
                .addObject("standings", standings)
                .addObject("shown", shown)
                .addObject(
                        "restriction",
                        outlines.powers(request).flatMap(Powers::restriction).orElse(""))
                .addObject("mayWrite", Requests.mayWrite(request))
                .addObject("crumbs", crumbs(request));
    }

    @GetMapping("/requests/{code}/test/{step}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView form(@PathVariable String code, @PathVariable String step) {
        DataRequest request = requests.get(code);
        Step asked = step(step);
        if (!Requests.mayWrite(request)) {
            return new ModelAndView("redirect:/requests/" + code + "/test");
        }
        return page(filled(code, asked), request, asked);
    }

    @PostMapping("/requests/{code}/test/{step}")
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
    ModelAndView answer(
            @PathVariable String code, @PathVariable String step, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Step asked = step(step);
        Form form = Form.of(sent);
        int version = (int) form.version();
        var answers = new EnumMap<TestQuestion, String>(TestQuestion.class);
        for (TestQuestion question : TestQuestion.of(asked)) {
            answers.put(question, read(form, question, request));
        }
        boolean later = form.choice("act", List.of("later", "next")).value().equals(Optional.of("later"));
        if (form.hasProblems()) {
            form.with(Form.VERSION, version);
            return page(form, request, asked);
        }
        if (!test.answer(code, answers, version)) {
            return conflict(form, request, asked);
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("requests.test.saved"));
        int place = FourStepTest.STEPS.indexOf(asked) + 1;
        return new ModelAndView(
                later || place == FourStepTest.STEPS.size()
                        ? "redirect:/requests/" + code + "/test"
                        : "redirect:/requests/" + code + "/test/" + word(FourStepTest.STEPS.get(place)));
    }

    private String read(Form form, TestQuestion question, DataRequest request) {
        return switch (question.kind()) {
            case TEXT ->
                form.text(question.word())
                        .label(question.labelKey())
                        .lines()
                        .atMost(4000)
                        .value();
            case DAYS ->
                form.wholeNumber(question.word(), 1, 36_500)
                        .label(question.labelKey())
                        .value()
                        .map(Object::toString)
                        .orElse("");
            case CHOICE, OPTIONAL, SPECIAL, CRIMINAL ->
                form.choice(
                                question.word(),
                                choices.of(question, request).stream()
                                        .map(Option::value)
                                        .toList())
                        .label(question.labelKey())
                        .value()
                        .orElse("");
        };
    }

    private ModelAndView conflict(Form form, DataRequest request, Step step) {
        String address = "/requests/" + request.code() + "/test";
        var options = new HashMap<String, List<Option>>();
        TestQuestion.of(step).forEach(question -> options.put(question.word(), choices.of(question, request)));
        return Conflict.between(
                        form,
                        filled(request.code(), step),
                        test.version(request.code()),
                        address + "/" + word(step),
                        address,
                        options)
                .page();
    }

    private Form filled(String code, Step step) {
        Form form = Form.empty().with(Form.VERSION, test.version(code));
        Map<TestQuestion, String> answers = test.answers(code);
        TestQuestion.of(step).forEach(question -> form.with(question.word(), answers.get(question)));
        return form;
    }

    private ModelAndView page(Form form, DataRequest request, Step step) {
        Optional<Powers> powers = step == Step.POWER ? outlines.powers(request) : Optional.empty();
        return form.page("requests/test-step")
                .addObject("request", request)
                .addObject("stepWord", word(step))
                .addObject("number", FourStepTest.STEPS.indexOf(step) + 1)
                .addObject(
                        "questions",
                        TestQuestion.of(step).stream()
                                .map(question -> new Asked(question, choices.of(question, request)))
                                .filter(asked -> !asked.options().isEmpty()
                                        || !asked.shape().equals("radios"))
                                .toList())
                .addObject("powers", powers.orElse(null))
                .addObject("told", step == Step.CONFIDENCE && outlines.isConfidential(request.need()))
                .addObject("crumbs", crumbs(request));
    }

    private static List<Crumb> crumbs(DataRequest request) {
        return List.of(RequestPages.ALL, Crumb.named(request.code(), "/requests/" + request.code()));
    }

    private static Step step(String word) {
        return FourStepTest.STEPS.stream()
                .filter(step -> word(step).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "REQUEST-UNKNOWN", "requests.refusal.unknown"));
    }

    private static String word(Step step) {
        return step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
