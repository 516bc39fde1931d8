package org.concordat.server.parties.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.WorkRoles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saying what a colleague is in the words of agreements. */
@Controller
class WorkRolePages {

    private static final int LONGEST = 60;

    private final Colleagues colleagues;
    private final WorkRoles workRoles;

    WorkRolePages(Colleagues colleagues, WorkRoles workRoles) {
        this.colleagues = colleagues;
        this.workRoles = workRoles;
    }

    @GetMapping("/people/{id}/roles/{assignment}/work")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView form(@PathVariable UUID id, @PathVariable UUID assignment) {
        Assignment role = own(id, assignment);
        return page(colleagues.person(id), role, filledIn(role).with(Form.VERSION, role.version()));
    }

    @PostMapping("/people/{id}/roles/{assignment}/work")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, ORGANISATION_ADMINISTRATOR})
    ModelAndView say(
            @PathVariable UUID id, @PathVariable UUID assignment, HttpServletRequest request, RedirectAttributes next) {
        Assignment role = own(id, assignment);
        Form form = Form.of(request);
        String word =
                form.text("work").label("parties.work").atMost(LONGEST).value().strip();
        if (!form.hasProblems() && !word.isEmpty() && !word.matches(WorkRoles.FORM)) {
            form.problem("work", "parties.work.form");
        }
        if (form.hasProblems()) {
            return page(colleagues.person(id), role, form.with(Form.VERSION, form.version()));
        }
        Optional<String> said = Optional.of(word).filter(each -> !each.isEmpty());
        if (form.version() != role.version() || !workRoles.set(role, said)) {
            Assignment now = own(id, assignment);
            return Conflict.between(
                            form,
                            filledIn(now),
                            now.version(),
                            "/people/" + id + "/roles/" + assignment + "/work",
                            "/people/" + id,
                            Map.of())
                    .page()
                    .addObject("crumbs", Colleagues.crumbs(colleagues.person(id)));
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("parties.work.said"));
        return new ModelAndView("redirect:/people/" + id);
    }

    /** For one's own organisation alone: nobody else can say what its people are. */
    private Assignment own(UUID person, UUID assignment) {
        Assignment role = colleagues.changeable(person, assignment);
        if (!Colleagues.mayMove(role)) {
            throw new Refusal(403, "NOT-YOUR-ORGANISATION", "parties.refusal.other-organisation");
        }
        return role;
    }

    private Form filledIn(Assignment role) {
        return Form.empty().with("work", workRoles.of(role.id()).orElse(""));
    }

    private ModelAndView page(Person person, Assignment role, Form form) {
        return form.page("parties/work-role")
                .addObject("person", person)
                .addObject("role", colleagues.shown(role))
                .addObject("crumbs", Colleagues.crumbs(person));
    }
}
