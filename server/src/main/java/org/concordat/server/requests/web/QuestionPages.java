package org.concordat.server.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.requests.DataKind;
import org.concordat.server.requests.Question;
import org.concordat.server.requests.Questions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The questions and answers, to be searched by anybody. */
@Controller
class QuestionPages {

    static final List<String> SERVICES = List.of(
            "housing", "health", "social-care", "children", "police", "benefits", "voluntary", "fire", "analysis");

    private final Questions questions;

    QuestionPages(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/questions")
    @OpenTo(Audience.ANYONE)
    ModelAndView all(HttpServletRequest asked) {
        Form form = Form.of(asked);
        String words =
                form.text("words").label("requests.questions.words").atMost(200).value();
        String kind = form.choice("kind", words(DataKind.values()))
                .label("requests.questions.kind")
                .value()
                .orElse("");
        String service = form.choice("service", SERVICES)
                .label("requests.questions.service")
                .value()
                .orElse("");
        List<Question> found = form.hasProblems() ? List.of() : questions.search(words, kind, service);
        return form.page("requests/questions")
                .addObject("found", found)
                .addObject("asked", Stream.of(words, kind, service).anyMatch(text -> !text.isEmpty()))
                .addObject(
                        "kinds",
                        Arrays.stream(DataKind.values())
                                .map(each -> Option.key(each.word(), "requests.kind." + each.word()))
                                .toList())
                .addObject(
                        "services",
                        SERVICES.stream()
                                .map(each -> Option.key(each, "requests.service." + each))
                                .toList());
    }

    @GetMapping("/questions/{code}")
    @OpenTo(Audience.ANYONE)
    ModelAndView one(@PathVariable String code) {
        Question question = questions
                .find(code)
                .orElseThrow(() -> new Refusal(404, "QUESTION-UNKNOWN", "requests.refusal.question"));
        return new ModelAndView("requests/question", "question", question)
                .addObject("crumbs", List.of(Crumb.key("requests.questions.title", "/questions")));
    }

    private static List<String> words(DataKind[] kinds) {
        return Arrays.stream(kinds).map(DataKind::word).collect(Collectors.toList());
    }
}
