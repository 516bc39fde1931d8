package org.concordat.server.auditlog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.server.auditlog.internal.UnusualReadingRule;
import org.concordat.server.auditlog.internal.UnusualReadings;
import org.concordat.server.auditlog.internal.UnusualReadings.Finding;
import org.concordat.server.auditlog.internal.UnusualReadings.Outcome;
import org.concordat.server.auditlog.internal.UnusualReadings.UnusualReading;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where officers and auditors look into reading that is far above the usual, and write down what they found. */
@Controller
class UnusualReadingController {
    private static final String PAGE = "/audit-log/unusual-reading";
    private static final int LONGEST_WORDS = 2000;
    private static final List<Crumb> TO_LOG = List.of(Crumb.key("auditlog.title", "/audit-log"));
    private static final List<Crumb> TO_LIST =
            List.of(Crumb.key("auditlog.title", "/audit-log"), Crumb.key("auditlog.unusual.title", PAGE));

    private final UnusualReadings readings;
    private final UnusualReadingRule rule;
    private final EventWords words;

    UnusualReadingController(UnusualReadings readings, UnusualReadingRule rule, EventWords words) {
        this.readings = readings;
        this.rule = rule;
        this.words = words;
    }

    /** Whether these pages are open to that role. */
    static boolean isFor(Role role) {
        return role == Role.AUDITOR || role == Role.INFORMATION_GOVERNANCE_OFFICER;
    }

    /** One as a page shows it, with names where they are known. */
    record Line(UnusualReading reading, String who, String organisation) {
        /** The hour's beginning, by the clocks of the United Kingdom. */
        public ZonedDateTime localTime() {
            return reading.hour().atZone(EventLine.HERE);
        }

        /** For templates. */
        public boolean isOpen() {
            return reading.finding().isEmpty();
        }

        /** For templates. */
        public @Nullable Finding found() {
            return reading.finding().orElse(null);
        }

        /** For templates. */
        public @Nullable Double own() {
            return reading.ownHabit().orElse(null);
        }

        /** For templates. */
        public @Nullable Double others() {
            return reading.roleHabit().orElse(null);
        }
    }

    @GetMapping(PAGE)
    @OpenTo(roles = {Role.AUDITOR, Role.INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView all() {
        return new ModelAndView("auditlog/unusual-readings")
                .addObject("lines", lines(readings.all()))
                .addObject("rule", rule)
                .addObject("crumbs", TO_LOG);
    }

    @GetMapping(PAGE + "/{id}")
    @OpenTo(roles = {Role.AUDITOR, Role.INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView one(@PathVariable UUID id) {
        return page(known(id), Form.empty());
    }

    @PostMapping(PAGE + "/{id}")
    @OpenTo(roles = {Role.AUDITOR, Role.INFORMATION_GOVERNANCE_OFFICER})
    ModelAndView found(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        UnusualReading reading = known(id);
        Form form = Form.of(request);
        Optional<Outcome> outcome = form.oneOf("outcome", Outcome.class)
                .label("auditlog.unusual.outcome")
                .required()
                .value();
        String text = form.text("words")
                .label("auditlog.unusual.words")
                .required()
                .lines()
                .atMost(LONGEST_WORDS)
                .value();
        if (form.hasProblems()) {
            return page(reading, form);
        }
        boolean first = readings.find(reading, outcome.orElseThrow(), text);
        next.addFlashAttribute(
                first ? Notice.DONE : Notice.NOTICE,
                Notice.of(first ? "auditlog.unusual.written" : "auditlog.unusual.already"));
        return new ModelAndView("redirect:" + PAGE);
    }

    private ModelAndView page(UnusualReading reading, Form form) {
        return form.page("auditlog/unusual-reading")
                .addObject("line", lines(List.of(reading)).getFirst())
                .addObject("outcomes", Option.of(Outcome.class, "auditlog.unusual.outcome"))
                .addObject("crumbs", TO_LIST);
    }

    private UnusualReading known(UUID id) {
        return readings.one(id).orElseThrow(() -> new Refusal(404, "READING-UNKNOWN", "auditlog.refusal.reading"));
    }

    private List<Line> lines(List<UnusualReading> all) {
        Set<UUID> people = all.stream()
                .flatMap(reading ->
                        Stream.concat(Stream.of(reading.person()), reading.finding().map(Finding::by).stream()))
                .collect(Collectors.toSet());
        Set<String> codes = all.stream().map(UnusualReading::organisation).collect(Collectors.toSet());
        Map<UUID, String> called = words.people(people);
        Map<String, String> bodies = words.organisations(codes);
        return all.stream()
                .map(reading -> new Line(
                        reading,
                        called.getOrDefault(reading.person(), reading.person().toString()),
                        bodies.getOrDefault(reading.organisation(), reading.organisation())))
                .toList();
    }
}
