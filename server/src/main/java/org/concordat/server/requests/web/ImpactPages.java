package org.concordat.server.requests.web;

import static org.concordat.server.foundation.acting.Role.ANALYST;
import static org.concordat.server.foundation.acting.Role.CALDICOTT_GUARDIAN;
import static org.concordat.server.foundation.acting.Role.CASE_COORDINATOR;
import static org.concordat.server.foundation.acting.Role.DATA_STEWARD;
import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PRACTITIONER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Impact;
import org.concordat.server.requests.Impacts;
import org.concordat.server.requests.Outlines;
import org.concordat.server.requests.Requests;
import org.concordat.server.requests.ScreeningQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The impact assessment of a request: one page to read and print, and forms for its words, its risks and its steps. */
@Controller
class ImpactPages {

    private static final int LONG_TEXT = 4000;

    private final Impacts impacts;
    private final Requests requests;
    private final Outlines outlines;

    ImpactPages(Impacts impacts, Requests requests, Outlines outlines) {
        this.impacts = impacts;
        this.requests = requests;
        this.outlines = outlines;
    }

    @GetMapping("/requests/{code}/impact")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String code) {
        DataRequest request = requests.get(code);
        Impact impact = impacts.of(request);
        return new ModelAndView("requests/impact", "request", request)
                .addObject("impact", impact)
                .addObject("screened", ScreeningQuestion.values())
                .addObject("mayWrite", Impacts.mayWrite(request, impact))
                .addObject(
                        "next",
                        Impacts.mayGoOn(request, impact)
                                ? impact.state().next().step().word()
                                : "")
                .addObject("outrun", impacts.isOutrun(impact))
                .addObject("crumbs", crumbs(request));
    }

    @GetMapping("/requests/{code}/impact/words")
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
    ModelAndView wordsForm(@PathVariable String code) {
        DataRequest request = requests.get(code);
        return wordsPage(filled(impacts.of(request)), request);
    }

    @PostMapping("/requests/{code}/impact/words")
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
    ModelAndView words(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Form form = Form.of(sent);
        int version = (int) form.version();
        Impact before = impacts.of(request);
        var screening = form.choices(
                        "screening",
                        Arrays.stream(ScreeningQuestion.values())
                                .collect(Collectors.toMap(ScreeningQuestion::word, question -> question)))
                .label("requests.impact.screening")
                .value();
        var changed = new Impact(
                code,
                before.schedule(),
                before.scheduleVersion(),
                screening,
                text(form, "screeningReason"),
                text(form, "description"),
                text(form, "necessity"),
                text(form, "consultation"),
                before.state(),
                before.opinion(),
                before.accepted(),
                before.decision(),
                before.decidedBy(),
                before.signedBy(),
                before.signedOn(),
                before.reviewOn(),
                before.risks(),
                version);
        if (form.hasProblems()) {
            form.with(Form.VERSION, version);
            return wordsPage(form, request);
        }
        if (!impacts.write(changed)) {
            Impact now = impacts.of(request);
            String address = "/requests/" + code + "/impact";
            return Conflict.between(form, filled(now), now.version(), address + "/words", address, Map.of())
                    .page();
        }
        return done(next, code, "requests.impact.saved");
    }

    @GetMapping("/requests/{code}/impact/risks/{risk}")
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
    ModelAndView riskForm(@PathVariable String code, @PathVariable String risk) {
        DataRequest request = requests.get(code);
        Form form = find(request, risk)
                .map(known -> Form.empty()
                        .with("source", known.source())
                        .with("harm", known.harm())
                        .with("likelihood", known.likelihood())
                        .with("severity", known.severity())
                        .with("measure", known.measure())
                        .with("residualLikelihood", known.residual().map(Impact.Weight::likelihood))
                        .with("residualSeverity", known.residual().map(Impact.Weight::severity)))
                .orElse(Form.empty());
        return riskPage(form, request, risk);
    }

    @PostMapping("/requests/{code}/impact/risks/{risk}")
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
    ModelAndView risk(
            @PathVariable String code, @PathVariable String risk, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Optional<Impact.Risk> known = find(request, risk);
        Form form = Form.of(sent);
        if (known.isPresent()
                && form.choice("act", List.of("save", "remove")).value().equals(Optional.of("remove"))) {
            impacts.remove(code, known.get().id());
            return done(next, code, "requests.impact.risk.removed");
        }
        String source = form.text("source")
                .label("requests.impact.risk.source")
                .required()
                .value();
        String harm = form.text("harm")
                .label("requests.impact.risk.harm")
                .required()
                .lines()
                .atMost(1000)
                .value();
        int likelihood = weight(form, "likelihood", true).orElse(1);
        int severity = weight(form, "severity", true).orElse(1);
        String measure = form.text("measure")
                .label("requests.impact.risk.measure")
                .lines()
                .atMost(2000)
                .value();
        Optional<Integer> residualLikelihood = weight(form, "residualLikelihood", false);
        Optional<Integer> residualSeverity = weight(form, "residualSeverity", false);
        residualLikelihood
                .filter(rest -> rest > likelihood)
                .ifPresent(more -> form.problem("residualLikelihood", "requests.impact.risk.more"));
        residualSeverity
                .filter(rest -> rest > severity)
                .ifPresent(more -> form.problem("residualSeverity", "requests.impact.risk.more"));
        if (residualLikelihood.isPresent() != residualSeverity.isPresent()) {
            form.problem(
                    residualLikelihood.isPresent() ? "residualSeverity" : "residualLikelihood",
                    "requests.impact.risk.both");
        }
        if (form.hasProblems()) {
            return riskPage(form, request, risk);
        }
        impacts.put(
                code,
                new Impact.Risk(
                        known.map(Impact.Risk::id).orElseGet(UUID::randomUUID),
                        source,
                        harm,
                        likelihood,
                        severity,
                        measure,
                        residualLikelihood.flatMap(
                                rest -> residualSeverity.map(other -> new Impact.Weight(rest, other)))));
        return done(next, code, "requests.impact.saved");
    }

    @GetMapping("/requests/{code}/impact/step")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView stepForm(@PathVariable String code) {
        DataRequest request = requests.get(code);
        return stepPage(Form.empty(), request, impacts.of(request));
    }

    @PostMapping("/requests/{code}/impact/step")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView step(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Impact impact = impacts.of(request);
        Form form = Form.of(sent);
        int version = (int) form.version();
        boolean done = switch (impact.state().next().step()) {
            case OPINION -> {
                String opinion = words(form, "opinion");
                yield form.hasProblems() || impacts.giveOpinion(code, version, opinion);
            }
            case DECIDE -> {
                boolean accepted = form.choice("accepted", Map.of("yes", true, "no", false))
                        .label("requests.impact.accepted")
                        .required()
                        .value()
                        .orElse(false);
                String decision = words(form, "decision");
                yield form.hasProblems() || impacts.decide(code, version, accepted, decision);
            }
            case SIGN_OFF -> {
                var reviewOn = form.date("reviewOn")
                        .label("requests.impact.reviewOn")
                        .required()
                        .onOrAfter(outlines.today().plusDays(1))
                        .onOrBefore(outlines.today().plusYears(2))
                        .value();
                yield form.hasProblems() || impacts.signOff(code, version, reviewOn.orElseThrow());
            }
            case REVIEW -> impacts.review(code, version);
        };
        if (form.hasProblems()) {
            return stepPage(form, request, impact);
        }
        if (!done) {
            form.problem("version", "requests.problem.overtaken");
            ModelAndView again = stepPage(form, request, impacts.of(request));
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        }
        return done(next, code, "requests.impact.saved");
    }

    private static String words(Form form, String field) {
        return form.text(field)
                .label("requests.impact." + field)
                .required()
                .lines()
                .atMost(LONG_TEXT)
                .value();
    }

    private static String text(Form form, String field) {
        return form.text(field)
                .label("requests.impact." + field)
                .lines()
                .atMost(LONG_TEXT)
                .value();
    }

    private static Optional<Integer> weight(Form form, String field, boolean required) {
        var choice = form.choice(field, Map.of("1", 1, "2", 2, "3", 3)).label("requests.impact.risk." + field);
        return required ? choice.required().value() : choice.value();
    }

    private Optional<Impact.Risk> find(DataRequest request, String risk) {
        return impacts.of(request).risks().stream()
                .filter(each -> each.id().toString().equals(risk))
                .findFirst();
    }

    private static Form filled(Impact impact) {
        return Form.empty()
                .with(Form.VERSION, impact.version())
                .with(
                        "screening",
                        impact.screening().stream().map(ScreeningQuestion::word).toList())
                .with("screeningReason", impact.screeningReason())
                .with("description", impact.description())
                .with("necessity", impact.necessity())
                .with("consultation", impact.consultation());
    }

    private static ModelAndView wordsPage(Form form, DataRequest request) {
        return form.page("requests/impact-words")
                .addObject("request", request)
                .addObject(
                        "signs",
                        Arrays.stream(ScreeningQuestion.values())
                                .map(each -> Option.key(each.word(), "requests.impact.sign." + each.word()))
                                .toList())
                .addObject("crumbs", crumbs(request));
    }

    private static ModelAndView riskPage(Form form, DataRequest request, String risk) {
        return form.page("requests/impact-risk")
                .addObject("request", request)
                .addObject("risk", risk)
                .addObject("likelihoods", weights("likelihood"))
                .addObject("severities", weights("severity"))
                .addObject("crumbs", crumbs(request));
    }

    private static ModelAndView stepPage(Form form, DataRequest request, Impact impact) {
        return form.page("requests/impact-step")
                .addObject("request", request)
                .addObject("impact", impact)
                .addObject("stepWord", impact.state().next().step().word())
                .addObject(
                        "yesOrNo",
                        List.of(
                                Option.key("yes", "requests.impact.accepted.yes"),
                                Option.key("no", "requests.impact.accepted.no")))
                .addObject("crumbs", crumbs(request));
    }

    private static List<Option> weights(String of) {
        return List.of("1", "2", "3").stream()
                .map(weight -> Option.key(weight, "requests.impact." + of + "." + weight))
                .toList();
    }

    private static List<Crumb> crumbs(DataRequest request) {
        String address = "/requests/" + request.code();
        return List.of(RequestPages.ALL, Crumb.named(request.code(), address));
    }

    private static ModelAndView done(RedirectAttributes next, String code, String key) {
        next.addFlashAttribute(Notice.DONE, Notice.of(key));
        return new ModelAndView("redirect:/requests/" + code + "/impact");
    }
}
