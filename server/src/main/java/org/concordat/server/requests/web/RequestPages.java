package org.concordat.server.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.foundation.parts.HistoryEntry;
import org.concordat.server.requests.AlreadyAgreed;
import org.concordat.server.requests.BenefitAndRisk;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.FourStepTest;
import org.concordat.server.requests.Impacts;
import org.concordat.server.requests.Outlines;
import org.concordat.server.requests.RedLine;
import org.concordat.server.requests.RequestState;
import org.concordat.server.requests.RequestStates;
import org.concordat.server.requests.Requests;
import org.concordat.server.requests.StepTaken;
import org.concordat.server.requests.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of requests, and one request with all that belongs to it. */
@Controller
class RequestPages {

    static final Crumb ALL = Crumb.key("requests.title", "/requests");

    private static final ListShape REQUESTS = ListShape.of(
                    Column.sorted("code", "requests.code", "made_at"),
                    Column.sorted("title", "requests.need.title", "lower(title)"),
                    Column.plain("with", "requests.with"),
                    Column.sorted("state", "requests.state", "state"),
                    Column.sorted("due", "requests.due", "due_on"))
            .filteredBy("state", "side", "words")
            .sortedBy("code", true);

    private final Requests requests;
    private final FourStepTest test;
    private final Impacts impacts;
    private final BenefitAndRisk benefit;
    private final AlreadyAgreed already;
    private final Outlines outlines;
    private final Names names;

    RequestPages(
            Requests requests,
            FourStepTest test,
            Impacts impacts,
            BenefitAndRisk benefit,
            AlreadyAgreed already,
            Outlines outlines,
            Names names) {
        this.requests = requests;
        this.impacts = impacts;
        this.benefit = benefit;
        this.test = test;
        this.already = already;
        this.outlines = outlines;
        this.names = names;
    }

    @GetMapping("/requests")
    @OpenTo(Audience.ANY_ROLE)
    @Nullable ModelAndView all(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
        Listing listing = REQUESTS.read(asked);
        Found<DataRequest> found = requests.page(listing);
        Map<String, String> organisations = names.organisations();
        if (listing.csv()) {
            CsvFile file = CsvFile.download(
                    answer,
                    "requests.csv",
                    List.of("request", "title", "asking", "supplying", "state", "since", "due"));
            for (DataRequest request : found.rows()) {
                file.row(
                        request.code(),
                        request.need().title(),
                        organisations.get(request.asking()),
                        organisations.get(request.supplying()),
                        request.state().word(),
                        request.since(),
                        request.dueOn().orElse(null));
            }
            return null;
        }
        return new ModelAndView("requests/requests", "found", found)
                .addObject("organisations", organisations)
                .addObject("today", outlines.today())
                .addObject(
                        "mayMake",
                        RequestStates.WRITERS.contains(Acting.inRole().role()))
                .addObject("states", stateOptions())
                .addObject(
                        "sides",
                        List.of(
                                Option.key("asking", "requests.side.asking"),
                                Option.key("supplying", "requests.side.supplying")));
    }

    @GetMapping("/requests/{code}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String code) {
        return page(requests.get(code), Form.empty());
    }

    @PostMapping("/requests/{code}/messages")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView say(@PathVariable String code, HttpServletRequest sent, RedirectAttributes next) {
        DataRequest request = requests.get(code);
        Form form = Form.of(sent);
        String text = form.text("text")
                .label("requests.message.text")
                .required()
                .lines()
                .atMost(4000)
                .value();
        if (form.hasProblems()) {
            return page(request, form);
        }
        requests.say(code, text, Optional.empty());
        next.addFlashAttribute(Notice.DONE, Notice.of("requests.message.sent"));
        return new ModelAndView("redirect:/requests/" + code);
    }

    /** The drafted schedule, as the file that agreements read. */
    @GetMapping("/requests/{code}/draft")
    @OpenTo(Audience.ANY_ROLE)
    ResponseEntity<byte[]> draft(@PathVariable String code) {
        String text = requests.verdict(requests.get(code).code())
                .map(Verdict::draft)
                .filter(draft -> !draft.isEmpty())
                .orElseThrow(() -> new Refusal(404, "REQUEST-UNKNOWN", "requests.refusal.no-draft"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml"))
                .header("Content-Disposition", "attachment; filename=\"schedule-" + code + ".yaml\"")
                .header("Cache-Control", "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView page(DataRequest request, Form form) {
        String code = request.code();
        Actor.InRole actor = Acting.inRole();
        boolean isParty = actor.organisation().equals(request.asking())
                || actor.organisation().equals(request.supplying());
        return form.page("requests/request")
                .addObject("request", request)
                .addObject("organisations", names.organisations())
                .addObject("datasets", names.entries(EntryKind.DATASET))
                .addObject("purposes", names.entries(EntryKind.PURPOSE))
                .addObject("today", outlines.today())
                .addObject("overdue", request.isOverdueOn(outlines.today()))
                .addObject("moves", RequestStates.open(request, actor))
                .addObject("mayWrite", Requests.mayWrite(request))
                .addObject("mayTalk", isParty && request.passedOn())
                .addObject(
                        "missing",
                        request.state() == RequestState.DRAFT ? request.need().missing() : List.of())
                .addObject(
                        "already", already.of(request.asking(), request.need().datasets()))
                .addObject("standings", test.standings(request))
                .addObject("more", true)
                .addObject("impactState", impacts.of(request).state().word())
                .addObject(
                        "redLines",
                        benefit.redLines(code).stream().filter(RedLine::stops).count())
                .addObject("messages", requests.messages(code))
                .addObject("verdict", requests.verdict(code).orElse(null))
                .addObject(
                        "history",
                        requests.steps(code).stream().map(this::entry).toList())
                .addObject("crumbs", List.of(ALL));
    }

    private HistoryEntry entry(StepTaken step) {
        return new HistoryEntry(
                step.at(),
                step.reason().isEmpty()
                        ? "requests.step." + step.step().word() + ".done"
                        : "requests.step." + step.step().word() + ".done.because",
                List.of(step.reason()),
                names.person(step.by(), step.organisation()));
    }

    private static List<Option> stateOptions() {
        return java.util.Arrays.stream(RequestState.values())
                .map(state -> Option.key(state.word(), "requests.state." + state.word()))
                .toList();
    }
}
