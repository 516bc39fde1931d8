package org.concordat.server.decisions.web;

import static org.concordat.server.foundation.acting.Role.ANALYST;
import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.decisions.DecisionRegister;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Offered;
import org.concordat.server.decisions.Question;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ask whether something may be shared, also where somebody is in danger: first which dataset, then the rest. */
@Controller
class AskPages {

    private static final Set<Role> ASKERS = Set.of(
            INFORMATION_GOVERNANCE_OFFICER,
            CALDICOTT_GUARDIAN,
            INFORMATION_SHARING_OFFICER,
            DATA_STEWARD,
            ANALYST,
            PRACTITIONER,
            CASE_COORDINATOR);
    private static final List<String> GROUNDS = List.of("agreement", "serious-harm");
    private static final int LONGEST_REASON = 4_000;

    private final Decisions decisions;
    private final DecisionRegister register;
    private final Offered offered;

    AskPages(Decisions decisions, DecisionRegister register, Offered offered) {
        this.decisions = decisions;
        this.register = register;
        this.offered = offered;
    }

    /** Whether people in this role are offered to ask. The doors say the same. */
    static boolean mayAsk(Role role) {
        return ASKERS.contains(role);
    }

    @GetMapping("/decisions/new")
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
    ModelAndView form(
            @RequestParam(defaultValue = "") String dataset, @RequestParam(defaultValue = "agreement") String restsOn) {
        String ground = GROUNDS.contains(restsOn) ? restsOn : GROUNDS.getFirst();
        if (dataset.isEmpty()) {
            return new ModelAndView("decisions/ask", "form", Form.empty())
                    .addObject("datasets", DecisionPages.named(offered.datasets()))
                    .addObject("restsOn", ground)
                    .addObject("crumbs", crumbs());
        }
        return page(dataset(dataset), Form.empty().with("restsOn", ground).with("subjects", "one"));
    }

    @PostMapping("/decisions/new")
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
    ModelAndView ask(@RequestParam String dataset, HttpServletRequest request) {
        Form form = Form.of(request);
        Dataset about = dataset(dataset);
        Optional<Question> question = question(about, form);
        if (question.isEmpty()) {
            return page(about, form);
        }
        UUID decided = decisions.decide(question.get()).id();
        return new ModelAndView("redirect:/decisions/" + decided);
    }

    private Optional<Question> question(Dataset about, Form form) {
        var recipient = form.choice("recipient", offered.organisations().keySet())
                .label("decisions.recipient")
                .required()
                .value();
        var role = form.choice("role", offered.roles().keySet())
                .label("decisions.ask.role")
                .required()
                .value();
        Map<String, String> own =
                about.fields().keySet().stream().collect(Collectors.toMap(field -> field, field -> field));
        Set<String> fields =
                form.choices("fields", own).label("decisions.fields").required().value();
        var purpose = form.choice("purpose", offered.purposes().keySet())
                .label("decisions.purpose")
                .required()
                .value();
        var leaves = form.oneOf("leaves", SharingForm.class)
                .label("decisions.form")
                .required()
                .value();
        var subjects = form.choice("subjects", List.of("one", "many"))
                .label("decisions.ask.subjects")
                .required()
                .value();
        Optional<String> subject =
                form.text("subject").label("decisions.subject").atMost(200).optional();
        var restsOn = form.choice("restsOn", GROUNDS)
                .label("decisions.ground")
                .required()
                .value();
        var schedule = form.choice("schedule", offered.schedules().keySet())
                .label("decisions.schedule")
                .value();
        Optional<String> reason = form.text("reason")
                .label("decisions.ask.reason")
                .lines()
                .atMost(LONGEST_REASON)
                .optional();
        boolean lifeAndDeath = form.ticked("lifeAndDeath");
        boolean significant = form.ticked("significant");
        boolean again = form.ticked("identifyingAgain");
        boolean harm = restsOn.filter("serious-harm"::equals).isPresent();
        if (harm && reason.isEmpty()) {
            form.problem("reason", "decisions.ask.reason.missing");
        }
        if (harm && subject.isEmpty()) {
            form.problem("subject", "decisions.subject.missing");
        }
        if (subjects.filter("many"::equals).isPresent() && subject.isPresent()) {
            form.problem("subject", "decisions.subject.many");
        }
        if (form.hasProblems()) {
            return Optional.empty();
        }
        Ground ground =
                harm ? new Ground.SeriousHarm(lifeAndDeath, reason.orElse("")) : new Ground.UnderAgreement(schedule);
        return Optional.of(Question.of(
                new Request(
                        Side.of(about.holder()),
                        recipient(recipient.orElseThrow()),
                        role.orElseThrow(),
                        about.id(),
                        fields,
                        purpose.orElseThrow(),
                        leaves.orElseThrow(),
                        subjects.orElseThrow().equals("one") ? Subjects.ONE : Subjects.MANY,
                        ground,
                        significant,
                        again,
                        register.today()),
                subject.map(SubjectReference::new)));
    }

    /** Whoever asks for their own organisation asks for their own team, since a schedule may name no other. */
    private static Side recipient(String organisation) {
        Actor.InRole actor = Acting.inRole();
        return new Side(organisation, actor.organisation().equals(organisation) ? actor.team() : Optional.empty());
    }

    private ModelAndView page(Dataset about, Form form) {
        return form.page("decisions/ask-more")
                .addObject("dataset", about)
                .addObject("datasetName", about.name())
                .addObject("holder", offered.organisation(about.holder()))
                .addObject("organisations", DecisionPages.named(offered.organisations()))
                .addObject("roles", DecisionPages.named(offered.roles()))
                .addObject(
                        "fields",
                        about.fields().keySet().stream()
                                .map(field -> Option.named(field, field.replace('-', ' ')))
                                .toList())
                .addObject("purposes", DecisionPages.named(offered.purposes()))
                .addObject("forms", Option.of(SharingForm.class, "decisions.form"))
                .addObject("subjectsOptions", DecisionPages.keys(List.of("one", "many"), "decisions.ask.subjects."))
                .addObject("grounds", DecisionPages.keys(List.of("agreement", "serious-harm"), "decisions.ask.ground."))
                .addObject("schedules", DecisionPages.named(offered.schedules()))
                .addObject("crumbs", crumbs());
    }

    private Dataset dataset(String code) {
        return offered.dataset(code)
                .orElseThrow(() -> new Refusal(404, "DATASET-UNKNOWN", "decisions.refusal.dataset-unknown"));
    }

    private static List<Crumb> crumbs() {
        return List.of(Crumb.key("decisions.title", "/decisions"));
    }
}
