package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Trainings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The courses that the partnership asks for, and how long each counts. */
@Controller
class TrainingPages {

    private static final int LONGEST_MONTHS = 60;

    private final Trainings trainings;

    TrainingPages(Trainings trainings) {
        this.trainings = trainings;
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
                form.choices("roles", Role.class).label("parties.course.roles").value();
        Set<String> taken =
                trainings.courses().stream().map(Trainings.Course::code).collect(Collectors.toSet());
        if (form.hasProblems()) {
            return page(form);
        }
        trainings.set(name, months.orElseThrow().intValue(), roles, taken::contains);
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.course.added", name));
        return new ModelAndView("redirect:/training");
    }

    private static ModelAndView page(Form form) {
        return form.page("parties/course")
                .addObject("roles", Role.values())
                .addObject("crumbs", List.of(Crumb.key("parties.training.title", "/training")));
    }
}
