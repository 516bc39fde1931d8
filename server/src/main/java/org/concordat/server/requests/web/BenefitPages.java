package org.concordat.server.requests.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Persons;
import org.concordat.server.requests.Assessor;
import org.concordat.server.requests.BenefitAndRisk;
import org.concordat.server.requests.Comments;
import org.concordat.server.requests.Criterion;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Outlines;
import org.concordat.server.requests.RedLineKind;
import org.concordat.server.requests.Requests;
import org.concordat.server.requests.Scores;
import org.concordat.server.requests.ScoringRounds;
import org.concordat.server.requests.Stake;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Benefit and risk of a request: who was asked, how they scored, red lines, and what the public says. */
@Controller
class BenefitPages {

    private static final String NO_LINE = "none";

    private final BenefitAndRisk assessment;
    private final ScoringRounds rounds;
    private final Comments comments;
    private final Requests requests;
    private final Persons persons;
    private final Outlines outlines;

    BenefitPages(
            BenefitAndRisk assessment,
            ScoringRounds rounds,
            Comments comments,
            Requests requests,
            Persons persons,
            Outlines outlines) {
        this.assessment = assessment;
        this.rounds = rounds;
        this.comments = comments;
        this.requests = requests;
        this.persons = persons;
        this.outlines = outlines;
    }

    @GetMapping("/requests/{code}/benefit")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String code) {
        return page(Form.empty(), requests.get(code));
    }

    @PostMapping("/requests/{code}/benefit/assessors")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView invite(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Form form = Form.of(sent);
        Map<String, UUID> colleagues = colleagues().stream()
                .collect(Collectors.toMap(Option::value, option -> UUID.fromString(option.value())));
        var person = form.choice("person", colleagues)
                .label("requests.benefit.person")
                .required()
                .value();
        var kind = form.choice("kind", byWord(Assessor.Kind.values()))
                .label("requests.benefit.kind")
                .required()
                .value();
        var scoreBy = form.date("scoreBy")
                .label("requests.benefit.score-by")
                .required()
                .onOrAfter(outlines.today())
                .value();
        if (form.hasProblems()) {
            return page(form, request);
        }
        assessment.invite(code, person.orElseThrow(), kind.orElseThrow(), scoreBy.orElseThrow());
        return done(next, code, "requests.benefit.invited");
    }

    @PostMapping("/requests/{code}/benefit/rounds")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView plan(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Form form = Form.of(sent);
        var due = form.date("due")
                .label("requests.round.due")
                .required()
                .onOrAfter(outlines.today().plusDays(1))
                .value();
        if (form.hasProblems()) {
            return page(form, request);
        }
        rounds.plan(code, due.orElseThrow());
        return done(next, code, "requests.round.is-planned");
    }

    @GetMapping("/requests/{code}/benefit/score")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView scoreForm(@PathVariable String code) {
        return scorePage(Form.empty(), asked(code));
    }

    @PostMapping("/requests/{code}/benefit/score")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView score(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = asked(code);
        Form form = Form.of(sent);
        Assessor mine = assessment.mine(code).orElseThrow();
        var given = new EnumMap<Criterion, Scores.Given>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            var points = form.choice(criterion.word(), Map.of("1", 1, "2", 2, "3", 3, "4", 4, "5", 5))
                    .label("requests.criterion." + criterion.word())
                    .required()
                    .value();
            String reason = form.text(criterion.word() + "-reason")
                    .label("requests.benefit.reason")
                    .lines()
                    .atMost(1000)
                    .value();
            points.ifPresent(each -> given.put(criterion, new Scores.Given(mine.kind(), each, reason)));
        }
        String who = form.text("who").label("requests.stake.who").atMost(200).value();
        String gains = form.text("gains")
                .label("requests.stake.gains")
                .lines()
                .atMost(1000)
                .value();
        String bears = form.text("bears")
                .label("requests.stake.bears")
                .lines()
                .atMost(1000)
                .value();
        var line =
                form.choice("line", lines()).label("requests.red-line").value().flatMap(each -> each);
        String lineReason = form.text("lineReason")
                .label("requests.red-line.reason")
                .lines()
                .atMost(2000)
                .value();
        if (line.isPresent() && lineReason.isEmpty()) {
            form.problem("lineReason", "requests.red-line.reason.required");
        }
        if (form.hasProblems()) {
            return scorePage(form, request);
        }
        assessment.submit(
                code,
                given,
                who.isEmpty() ? Optional.empty() : Optional.of(new Stake(who, gains, bears)),
                line,
                lineReason);
        return done(next, code, "requests.benefit.submitted");
    }

    @PostMapping("/requests/{code}/benefit/red-lines/{line}")
    @OpenTo(roles = INFORMATION_GOVERNANCE_OFFICER)
    ModelAndView lift(
            @PathVariable String code, @PathVariable String line, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Form form = Form.of(sent);
        String reasons = form.text("lifting")
                .label("requests.red-line.lifting")
                .required()
                .lines()
                .atMost(2000)
                .value();
        if (form.hasProblems()) {
            return page(form, request);
        }
        assessment.lift(code, id(line), reasons);
        return done(next, code, "requests.red-line.lifted");
    }

    @PostMapping("/requests/{code}/benefit/comments")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView open(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Form form = Form.of(sent);
        String title = form.text("pageTitle")
                .label("requests.comments.page-title")
                .required()
                .atMost(200)
                .value();
        String about = form.text("about")
                .label("requests.comments.about-label")
                .required()
                .lines()
                .atMost(4000)
                .value();
        var closesOn = form.date("closesOn")
                .label("requests.comments.closes")
                .required()
                .onOrAfter(outlines.today())
                .value();
        if (form.hasProblems()) {
            return page(form, request);
        }
        comments.open(code, title, about, closesOn.orElseThrow());
        return done(next, code, "requests.comments.opened");
    }

    @PostMapping("/requests/{code}/benefit/comments/{comment}")
    @OpenTo(roles = {INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView moderate(
            @PathVariable String code, @PathVariable String comment, HttpServletRequest sent, RedirectAttributes next) {
        requests.get(code);
        boolean show = Form.of(sent)
                .choice("act", Map.of("show", true, "hide", false))
                .value()
                .orElse(false);
        comments.moderate(code, id(comment), show);
        return done(next, code, "requests.comments.moderated");
    }

    private DataRequest asked(String code) {
        DataRequest request = requests.get(code);
        if (assessment.mine(code).filter(mine -> !mine.submitted()).isEmpty()) {
            throw new Refusal(403, "NOT-YOUR-REQUEST", "requests.refusal.not-asked");
        }
        return request;
    }

    private ModelAndView page(Form form, DataRequest request) {
        String code = request.code();
        Optional<Assessor> mine = assessment.mine(code);
        boolean mayInvite = BenefitAndRisk.mayInvite(request);
        var page = comments.pageOf(code);
        return form.page("requests/benefit")
                .addObject("request", request)
                .addObject("assessors", assessment.assessors(code))
                .addObject("mayScore", mine.filter(each -> !each.submitted()).isPresent())
                .addObject("scores", assessment.scores(code))
                .addObject("earlier", rounds.earlier(code))
                .addObject("round", rounds.planned(code).orElse(null))
                .addObject("kinds", Assessor.Kind.values())
                .addObject("stakes", assessment.stakes(code))
                .addObject("redLines", assessment.redLines(code))
                .addObject("mayInvite", mayInvite)
                .addObject("mayLift", BenefitAndRisk.mayLift(request))
                .addObject("colleagues", mayInvite ? colleagues() : List.of())
                .addObject("kindOptions", options(Assessor.Kind.values(), "requests.assessor."))
                .addObject("commentPage", page.orElse(null))
                .addObject("comments", page.map(comments::all).orElse(List.of()))
                .addObject("crumbs", crumbs(request));
    }

    private static ModelAndView scorePage(Form form, DataRequest request) {
        return form.page("requests/score")
                .addObject("request", request)
                .addObject("criteria", Criterion.values())
                .addObject(
                        "points",
                        List.of("1", "2", "3", "4", "5").stream()
                                .map(each -> Option.key(each, "requests.points." + each))
                                .toList())
                .addObject(
                        "lines",
                        Stream.concat(
                                        Stream.of(Option.key(NO_LINE, "requests.red-line.none-seen")),
                                        options(RedLineKind.values(), "requests.red-line.").stream())
                                .toList())
                .addObject("crumbs", crumbs(request));
    }

    private List<Option> colleagues() {
        return persons.of(Acting.inRole().organisation()).stream()
                .map(each -> Option.named(
                        each.person().id().toString(), each.person().name()))
                .toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new Refusal(404, "REQUEST-UNKNOWN", "requests.refusal.unknown");
        }
    }

    private static List<Crumb> crumbs(DataRequest request) {
        return List.of(RequestPages.ALL, Crumb.named(request.code(), "/requests/" + request.code()));
    }

    /** Red lines by their words, and the word for none: a choice that was made can be taken back. */
    private static Map<String, Optional<RedLineKind>> lines() {
        return Stream.concat(
                        Stream.of(Optional.<RedLineKind>empty()),
                        Arrays.stream(RedLineKind.values()).map(Optional::of))
                .collect(Collectors.toMap(line -> line.map(RedLineKind::word).orElse(NO_LINE), line -> line));
    }

    private static <W extends Word> Map<String, W> byWord(W[] words) {
        return Arrays.stream(words).collect(Collectors.toMap(Word::word, word -> word));
    }

    private static List<Option> options(Word[] words, String prefix) {
        return Arrays.stream(words)
                .map(word -> Option.key(word.word(), prefix + word.word()))
                .toList();
    }

    private static ModelAndView done(RedirectAttributes next, String code, String key) {
        next.addFlashAttribute(Notice.DONE, Notice.of(key));
        return new ModelAndView("redirect:/requests/" + code + "/benefit");
    }
}
