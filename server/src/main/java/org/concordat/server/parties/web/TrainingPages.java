package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Trainings;
import org.concordat.server.parties.Trainings.Course;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The courses that the partnership asks for, how long each counts, and who passed them. */
@Controller
class TrainingPages {

    private static final int LONGEST_MONTHS = 60;
    private static final List<Crumb> CRUMBS = List.of(Crumb.key("parties.training.title", "/training"));

    private final Trainings trainings;
    private final Colleagues colleagues;
    private final MessageSource messages;
    private final Clock clock;

    TrainingPages(Trainings trainings, Colleagues colleagues, MessageSource messages, Clock clock) {
        this.trainings = trainings;
        this.colleagues = colleagues;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/training")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView courses() {
        return new ModelAndView("parties/training", "courses", trainings.courses())
                .addObject("maySet", Acting.inRole().role() == PARTNERSHIP_ADMINISTRATOR);
    }

    @GetMapping("/training/new")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView form() {
        return page(Form.empty().with("months", 12));
    }

    @PostMapping("/training/new")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView set(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Course typed = read(form, "", 1);
        Set<String> taken = trainings.courses().stream().map(Course::code).collect(Collectors.toSet());
        if (form.hasProblems()) {
            return page(form);
        }
        trainings.set(typed.name(), typed.monthsKept(), typed.roles(), taken::contains);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.course.added", typed.name()));
        return new ModelAndView("redirect:/training");
    }

    @GetMapping("/training/{code}/change")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView changeForm(@PathVariable String code) {
        Course course = course(code);
        return changePage(filledIn(course), course);
    }

    @PostMapping("/training/{code}/change")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView change(@PathVariable String code, HttpServletRequest request, RedirectAttributes next, Locale locale) {
        Course before = course(code);
        Form form = Form.of(request);
        int version = (int) form.version();
        Course typed = read(form, code, version);
        if (form.hasProblems()) {
            return changePage(form.with(Form.VERSION, version), before);
        }
        if (!trainings.change(typed)) {
            Course now = course(code);
            return Conflict.between(
                            form,
                            filledIn(now),
                            now.version(),
                            "/training/" + code + "/change",
                            "/training",
                            Map.of("roles", Offers.said(Offers.roles(roles().values()), messages, locale)))
                    .page()
                    .addObject("crumbs", CRUMBS);
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.course.changed", typed.name()));
        return new ModelAndView("redirect:/training");
    }

    private static Course read(Form form, String code, int version) {
        String name = form.text("name")
                .label("parties.course.name")
                .required()
                .atLeast(2)
                .atMost(200)
                .value();
        var months = form.wholeNumber("months", 1, LONGEST_MONTHS)
                .label("parties.course.months")
                .required()
                .value();
        Set<Role> roles =
                form.choices("roles", roles()).label("parties.course.roles").value();
        return new Course(code, name, months.orElse(1L).intValue(), roles, version);
    }

    private static Form filledIn(Course course) {
        return Form.empty()
                .with(Form.VERSION, course.version())
                .with("name", course.name())
                .with("months", course.monthsKept())
                .with("roles", course.roles().stream().sorted().map(Role::word).toList());
    }

    private Course course(String code) {
        return trainings.courses().stream()
                .filter(course -> course.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "COURSE-UNKNOWN", "parties.refusal.course"));
    }

    @GetMapping("/people/{id}/training")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView recordForm(@PathVariable UUID id) {
        return recordPage(trained(id), Form.empty());
    }

    @PostMapping("/people/{id}/training")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView record(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        Person person = trained(id);
        Form form = Form.of(request);
        Map<String, Course> courses =
                trainings.courses().stream().collect(Collectors.toMap(Course::code, course -> course));
        Optional<Course> course = form.choice("course", courses)
                .label("parties.course")
                .required()
                .value();
        Optional<LocalDate> passed = form.date("passed")
                .label("parties.training.passed")
                .required()
                .onOrBefore(LocalDate.now(clock))
                .value();
        if (form.hasProblems()) {
            return recordPage(person, form);
        }
        trainings.record(id, course.orElseThrow(), passed.orElseThrow());
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.training.recorded"));
        return new ModelAndView("redirect:/people/" + id);
    }

    private Person trained(UUID id) {
        if (Acting.current().who().equals(Optional.of(id))) {
            throw new Refusal(403, "OWN-TRAINING", "parties.refusal.own-training");
        }
        Person person = colleagues.person(id);
        if (!trainings.mayRecord(id)) {
            throw new Refusal(403, "TRAINING-OF-OTHERS", "parties.refusal.training-of-others");
        }
        return person;
    }

    private ModelAndView recordPage(Person person, Form form) {
        Map<String, String> names = trainings.courses().stream().collect(Collectors.toMap(Course::code, Course::name));
        return form.page("parties/training-record")
                .addObject("person", person)
                .addObject("courses", Offers.named(names))
                .addObject("crumbs", Colleagues.crumbs(person));
    }

    private static Map<String, Role> roles() {
        return Arrays.stream(Role.values()).collect(Collectors.toMap(Role::word, role -> role));
    }

    private static ModelAndView page(Form form) {
        return coursePage(form).addObject("change", false).addObject("address", "/training/new");
    }

    private static ModelAndView changePage(Form form, Course course) {
        return coursePage(form)
                .addObject("change", true)
                .addObject("address", "/training/" + course.code() + "/change");
    }

    private static ModelAndView coursePage(Form form) {
        return form.page("parties/course")
                .addObject("roles", Offers.roles(roles().values()))
                .addObject("crumbs", CRUMBS);
    }
}
