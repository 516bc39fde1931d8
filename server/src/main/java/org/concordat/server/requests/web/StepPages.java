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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.FourStepTest;
import org.concordat.server.requests.Moving;
import org.concordat.server.requests.Outlines;
import org.concordat.server.requests.RequestStates;
import org.concordat.server.requests.RequestStep;
import org.concordat.server.requests.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a request one step further: a page for each step, which says what it does and asks for reasons where they are due. */
@Controller
class StepPages {

    private final Requests requests;
    private final FourStepTest test;
    private final Outlines outlines;

    StepPages(Requests requests, FourStepTest test, Outlines outlines) {
        this.requests = requests;
        this.test = test;
        this.outlines = outlines;
    }

    @GetMapping("/requests/{code}/steps/{step}")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView form(@PathVariable String code, @PathVariable String step) {
        DataRequest request = requests.get(code);
        return page(Form.empty().with(Form.VERSION, request.version()), request, move(request, step));
    }

    @PostMapping("/requests/{code}/steps/{step}")
    @OpenTo(
            roles = {
                INFORMATION_GOVERNANCE_OFFICER,
                CALDICOTT_GUARDIAN,
                INFORMATION_SHARING_OFFICER,
                DATA_STEWARD,
                ANALYST,
                PRACTITIONER,
                CASE_COORDINATOR,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView take(
            @PathVariable String code, @PathVariable String step, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        RequestStates.Move move = move(request, step);
        Form form = Form.of(sent);
        int version = (int) form.version();
        var words = form.text("reason")
                .label("requests.step." + move.step().word() + ".reason")
                .lines()
                .atMost(4000);
        String reason = move.needsReason() ? words.required().value() : words.value();
        String changes = "";
        Optional<LocalDate> lookAgain = Optional.empty();
        if (move.step() == RequestStep.REFUSE || move.step() == RequestStep.POSTPONE) {
            changes = form.text("changes")
                    .label("requests.decision.changes")
                    .lines()
                    .atMost(4000)
                    .value();
        }
        if (move.step() == RequestStep.POSTPONE) {
            lookAgain = form.date("lookAgain")
                    .label("requests.decision.look-again")
                    .required()
                    .onOrAfter(outlines.today())
                    .value();
        }
        if (form.hasProblems()) {
            form.with(Form.VERSION, version);
            return page(form, request, move);
        }
        Moving moving = move.step().decides()
                ? requests.decide(code, move.step(), reason, changes, lookAgain, version)
                : requests.move(code, move.step(), reason, version);
        return switch (moving) {
            case Moving.Moved _ -> {
                next.addFlashAttribute(
                        Notice.DONE, Notice.of("requests.step." + move.step().word() + ".done"));
                yield new ModelAndView("redirect:/requests/" + code);
            }
            case Moving.Overtaken overtaken -> {
                // Shown with what is there now and what was typed; sent again, it counts for what is there now.
                form.with(Form.VERSION, overtaken.now().version());
                form.problem("reason", "requests.problem.overtaken");
                ModelAndView again = page(form, overtaken.now(), move);
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
            case Moving.Incomplete _ -> {
                form.with(Form.VERSION, version);
                form.problem("reason", "requests.problem.incomplete");
                yield page(form, request, move);
            }
            case Moving.Stopped stopped -> {
                form.with(Form.VERSION, version);
                form.problem("reason", "requests.problem.red-lines", stopped.redLines());
                yield page(form, request, move);
            }
        };
    }

    private static RequestStates.Move move(DataRequest request, String step) {
        RequestStep asked = Word.of(RequestStep.class, step)
                .orElseThrow(() -> new Refusal(404, "REQUEST-UNKNOWN", "requests.refusal.unknown"));
        RequestStates.Move move = RequestStates.move(asked, request.state())
                .orElseThrow(() -> new Refusal(409, "REQUEST-STANDS-OTHERWISE", "requests.refusal.state"));
        if (!RequestStates.open(request, Acting.current()).contains(move)) {
            throw new Refusal(403, "NOT-YOUR-REQUEST", "requests.refusal.not-yours");
        }
        return move;
    }

    private ModelAndView page(Form form, DataRequest request, RequestStates.Move move) {
        return form.page("requests/step")
                .addObject("request", request)
                .addObject("move", move)
                .addObject(
                        "missing",
                        move.step() == RequestStep.SUBMIT ? request.need().missing() : List.of())
                .addObject("standings", test.standings(request))
                .addObject(
                        "crumbs",
                        List.of(RequestPages.ALL, Crumb.named(request.code(), "/requests/" + request.code())));
    }
}
