package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.EXECUTIVE_SIGNATORY;
import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.CheckedRow;
import org.concordat.server.agreements.CheckedRow.Standing;
import org.concordat.server.agreements.PastedRow;
import org.concordat.server.agreements.SignUp;
import org.concordat.server.agreements.SignUpSteps;
import org.concordat.server.agreements.SignUps;
import org.concordat.server.agreements.SignUps.Pasting;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sign-up: opening it, pasting rows, correcting them, letting them go ahead, stopping it. */
@Controller
class SignUpPages {

    private static final int LONGEST_PASTE = 300_000;

    private final SignUps signUps;
    private final SignUpSteps steps;
    private final Progress progress;
    private final Agreements agreements;
    private final Names names;

    SignUpPages(SignUps signUps, SignUpSteps steps, Progress progress, Agreements agreements, Names names) {
        this.signUps = signUps;
        this.steps = steps;
        this.progress = progress;
        this.agreements = agreements;
        this.names = names;
    }

    @GetMapping("/agreements/{code}/sign-up")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView form(@PathVariable String code) {
        AgreementVersion version = openable(code);
        return signUps.ofDocument(code)
                .map(SignUpPages::to)
                .orElseGet(() -> new ModelAndView("agreements/sign-up-open", "version", version)
                        .addObject(
                                "datasets",
                                signUps.modelDatasets(code).stream()
                                        .map(each -> names.all()
                                                .getOrDefault("dataset", java.util.Map.of())
                                                .getOrDefault(each, each))
                                        .toList())
                        .addObject("most", SignUps.MOST_ROWS)
                        .addObject("form", Form.empty())
                        .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version))));
    }

    @PostMapping("/agreements/{code}/sign-up")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView open(@PathVariable String code, HttpServletRequest request) {
        AgreementVersion version = openable(code);
        boolean brings = Form.of(request).ticked("brings")
                && !signUps.modelDatasets(code).isEmpty();
        return to(signUps.open(version, brings));
    }

    @GetMapping("/sign-ups/{id}")
    @OpenTo(
            roles = {
                PARTNERSHIP_ADMINISTRATOR,
                INFORMATION_GOVERNANCE_OFFICER,
                INFORMATION_SHARING_OFFICER,
                EXECUTIVE_SIGNATORY
            })
    ModelAndView one(@PathVariable UUID id) {
        return page(Form.empty(), found(id));
    }

    @PostMapping("/sign-ups/{id}/rows")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView paste(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        SignUp signUp = run(id);
        Form form = Form.of(request);
        String text = text(form, "rows", "agreements.sign-up.rows");
        return form.hasProblems() ? page(form, signUp) : after(form, "rows", signUps.paste(signUp, text), signUp, next);
    }

    @PostMapping("/sign-ups/{id}/correct")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView correct(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        SignUp signUp = run(id);
        Form form = Form.of(request);
        String text = form.text("corrected")
                .label("agreements.sign-up.corrected")
                .lines()
                .atMost(LONGEST_PASTE)
                .value();
        var lines = java.util.Arrays.stream(
                        form.text("lines").atMost(LONGEST_PASTE).value().split(","))
                .filter(each -> each.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        return form.hasProblems()
                ? page(form, signUp)
                : after(form, "corrected", signUps.correct(signUp, lines, text), signUp, next);
    }

    private ModelAndView after(Form form, String field, Pasting pasting, SignUp signUp, RedirectAttributes next) {
        return switch (pasting) {
            case Pasting.Pasted pasted -> {
                next.addFlashAttribute(
                        Notice.DONE, Notice.of("agreements.sign-up.pasted", String.valueOf(pasted.rows())));
                yield to(signUp);
            }
            case Pasting.TooMany tooMany ->
                page(form.problem(field, "agreements.sign-up.too-many", SignUps.MOST_ROWS, tooMany.rows()), signUp);
            case Pasting.Nothing _ -> page(form.problem(field, "agreements.sign-up.nothing"), signUp);
        };
    }

    private static String text(Form form, String field, String label) {
        return form.text(field)
                .label(label)
                .required()
                .lines()
                .atMost(LONGEST_PASTE)
                .value();
    }

    @PostMapping("/sign-ups/{id}/answers")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView answer(@PathVariable UUID id, HttpServletRequest request) {
        SignUp signUp = run(id);
        Form form = Form.of(request);
        for (CheckedRow row : signUps.rows(signUp)) {
            if (row.standing() == Standing.ASKED) {
                List<String> offered = new java.util.ArrayList<>(
                        row.alike().stream().map(each -> each.code()).toList());
                offered.add(PastedRow.NEW);
                form.choice("row-" + row.row().line(), offered)
                        .value()
                        .ifPresent(same -> signUps.answer(signUp, row.row().line(), same));
            }
        }
        return to(signUp);
    }

    @PostMapping("/sign-ups/{id}/ahead")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView goAhead(@PathVariable UUID id, RedirectAttributes next) {
        SignUp signUp = run(id);
        int gone = steps.goAhead(signUp);
        next.addFlashAttribute(Notice.DONE, Notice.of("agreements.sign-up.gone", String.valueOf(gone)));
        return to(signUp);
    }

    @PostMapping("/sign-ups/{id}/stop")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView stop(@PathVariable UUID id, RedirectAttributes next) {
        SignUp signUp = run(id);
        int given = steps.stop(signUp);
        next.addFlashAttribute(Notice.DONE, Notice.of("agreements.sign-up.stopped", String.valueOf(given)));
        return to(signUp);
    }

    private ModelAndView page(Form form, SignUp signUp) {
        AgreementVersion version = signUps.document(signUp);
        List<CheckedRow> rows = signUps.rows(signUp);
        List<CheckedRow> wrong = with(rows, Standing.WRONG);
        Form shown = form.hasProblems()
                ? form
                : form.with(
                        "corrected",
                        wrong.stream().map(row -> row.row().cells()).collect(Collectors.joining("\n")));
        return shown.page("agreements/sign-up")
                .addObject("signUp", signUp)
                .addObject("version", version)
                .addObject("wrong", wrong)
                .addObject(
                        "wrongLines",
                        wrong.stream()
                                .map(row -> String.valueOf(row.row().line()))
                                .collect(Collectors.joining(",")))
                .addObject("asked", with(rows, Standing.ASKED))
                .addObject("ready", with(rows, Standing.READY))
                .addObject("progress", progress.of(signUp, rows))
                .addObject("mayRun", signUp.open() && mayRun(Acting.inRole(), signUp))
                .addObject("mayAccept", progress.mayAccept(Acting.inRole(), signUp))
                .addObject("newRow", PastedRow.NEW)
                .addObject("most", SignUps.MOST_ROWS)
                .addObject("longest", LONGEST_PASTE)
                .addObject("crumbs", List.of(RegisterPages.ALL, DocumentPages.crumb(version)));
    }

    private static List<CheckedRow> with(List<CheckedRow> rows, Standing standing) {
        return rows.stream().filter(row -> row.standing() == standing).toList();
    }

    static boolean mayRun(Actor.InRole actor, SignUp signUp) {
        return actor.role() == PARTNERSHIP_ADMINISTRATOR
                || actor.role() == INFORMATION_GOVERNANCE_OFFICER
                        && actor.organisation().equals(signUp.organisation());
    }

    private AgreementVersion openable(String code) {
        AgreementVersion version = agreements.find(code).orElseThrow(() -> Roles.unknown(code));
        Actor.InRole actor = Acting.inRole();
        Roles.require(signUps.keeper(version)
                .filter(keeper -> actor.role() == PARTNERSHIP_ADMINISTRATOR || keeper.equals(actor.organisation()))
                .isPresent());
        return version;
    }

    private SignUp found(UUID id) {
        return found(signUps, id);
    }

    static SignUp found(SignUps signUps, UUID id) {
        return signUps.find(id).orElseThrow(() -> new Refusal(404, "SIGN-UP-UNKNOWN", "agreements.refusal.sign-up"));
    }

    /** One that goes on, for somebody who may run it. */
    private SignUp run(UUID id) {
        return run(signUps, id);
    }

    static SignUp run(SignUps signUps, UUID id) {
        SignUp signUp = found(signUps, id);
        Roles.require(signUp.open() && mayRun(Acting.inRole(), signUp));
        return signUp;
    }

    static ModelAndView to(SignUp signUp) {
        return new ModelAndView("redirect:/sign-ups/" + signUp.id());
    }
}
