package org.concordat.server.demo.lessons.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.demo.Tideford;
import org.concordat.server.demo.lessons.AllLessons;
import org.concordat.server.demo.lessons.Attempts;
import org.concordat.server.demo.lessons.Lesson;
import org.concordat.server.demo.lessons.OnlyInPractice;
import org.concordat.server.demo.lessons.Standing;
import org.concordat.server.demo.lessons.Step;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of lessons, and each lesson with its steps. */
@Controller
@OnlyInPractice
class LessonPages {

    static final Crumb ALL = Crumb.key("lessons.title", "/lessons");

    private static final int LONGEST_NAME = 200;

    private final Attempts attempts;

    LessonPages(Attempts attempts) {
        this.attempts = attempts;
    }

    @GetMapping("/lessons")
    @OpenTo(Audience.ANYONE)
    ModelAndView all() {
        return new ModelAndView("lessons/lessons", "lessons", AllLessons.all())
                .addObject(
                        "mayLookAfterOthers",
                        Acting.current()
                                .inWhichRole()
                                .filter(FinishedPages::looksAfterOthers)
                                .isPresent());
    }

    @GetMapping("/lessons/{lesson}")
    @OpenTo(Audience.ANYONE)
    ModelAndView one(@PathVariable String lesson) {
        return page(lesson(lesson), Form.empty());
    }

    @PostMapping("/lessons/{lesson}/begin")
    @OpenTo(Audience.ANYONE)
    ModelAndView begin(@PathVariable String lesson, HttpServletRequest request, RedirectAttributes next) {
        Lesson taken = lesson(lesson);
        Form form = Form.of(request);
        String learner = form.text("learner")
                .label("lessons.learner")
                .required()
                .atMost(LONGEST_NAME)
                .value();
        if (form.hasProblems()) {
            return page(taken, form);
        }
        attempts.begin(taken, learner);
        next.addFlashAttribute(Notice.DONE, Notice.of("lessons.begun"));
        return new ModelAndView("redirect:" + taken.address());
    }

    @PostMapping("/lessons/{lesson}/steps/{step}")
    @OpenTo(Audience.SIGNED_IN)
    ModelAndView answer(
            @PathVariable String lesson,
            @PathVariable String step,
            HttpServletRequest request,
            RedirectAttributes next) {
        Lesson taken = lesson(lesson);
        Standing standing = own(taken);
        if (!(taken.step(step).orElseThrow(LessonPages::unknown) instanceof Step.Reading reading)) {
            throw unknown();
        }
        String field = "answer-" + step;
        Form form = Form.of(request);
        Optional<String> answer = form.choice(field, List.of("a", "b", "c"))
                .label(taken.key(step + ".ask"))
                .required()
                .value();
        if (answer.isPresent() && !attempts.answer(standing.attempt(), reading, answer.get())) {
            form.problem(field, "lessons.answer.wrong");
        }
        if (form.hasProblems()) {
            return page(taken, form);
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("lessons.answer.right"));
        return new ModelAndView("redirect:" + taken.address() + "#" + step);
    }

    @PostMapping("/lessons/{lesson}/put-away")
    @OpenTo(Audience.SIGNED_IN)
    String putAway(@PathVariable String lesson, RedirectAttributes next) {
        attempts.putAway(own(lesson(lesson)).attempt().person());
        next.addFlashAttribute(Notice.DONE, Notice.of("lessons.put-away.done"));
        return "redirect:/lessons";
    }

    private ModelAndView page(Lesson lesson, Form form) {
        Person person = attempts.person(lesson);
        Optional<UUID> who = Acting.current().who();
        Optional<Standing> standing =
                attempts.of(person.id()).filter(each -> each.attempt().lesson().equals(lesson));
        return form.page("lessons/lesson")
                .addObject("lesson", lesson)
                .addObject("person", person)
                .addObject("password", Tideford.PASSWORD)
                .addObject("standing", standing.orElse(null))
                .addObject("steps", standing.map(StepLine::of).orElse(List.of()))
                .addObject("isLearner", who.filter(person.id()::equals).isPresent())
                .addObject("isSignedIn", !(Acting.current() instanceof Actor.Nobody))
                .addObject("crumbs", List.of(ALL));
    }

    /** The lesson as it stands with whoever acts. */
    private Standing own(Lesson lesson) {
        return Acting.current()
                .who()
                .flatMap(attempts::of)
                .filter(standing -> standing.attempt().lesson().equals(lesson))
                .orElseThrow(() -> new Refusal(403, "LESSON-NOT-YOURS", "lessons.refusal.not-yours"));
    }

    static Lesson lesson(String word) {
        return AllLessons.of(word).orElseThrow(LessonPages::unknown);
    }

    static Refusal unknown() {
        return new Refusal(404, "LESSON-UNKNOWN", "lessons.refusal.unknown");
    }
}
