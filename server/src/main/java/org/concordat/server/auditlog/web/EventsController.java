package org.concordat.server.auditlog.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.auditlog.AuditKind;
import org.concordat.server.auditlog.internal.AuditReading;
import org.concordat.server.auditlog.internal.AuditReading.Proof;
import org.concordat.server.auditlog.internal.AuditReading.Shown;
import org.concordat.server.auditlog.internal.EventSearch;
import org.concordat.server.auditlog.internal.Events;
import org.concordat.server.auditlog.internal.KeptEvent;
import org.concordat.server.auditlog.internal.KindsOfEvents;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.foundation.pages.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What happened: searched, downloaded, and proved one by one. */
@Controller
class EventsController {
    private static final ListShape EVENTS = ListShape.of(
                    Column.sorted("when", "auditlog.event.when", "number"),
                    Column.plain("what", "auditlog.event.what"),
                    Column.plain("who", "auditlog.event.who"),
                    Column.plain("organisation", "auditlog.event.organisation"),
                    Column.plain("thing", "auditlog.event.thing"))
            .sortedBy("when", true)
            .filteredBy("from", "to", "kind", "who", "organisation", "thing");

    private static final List<String> CSV =
            List.of("id", "when", "kind", "what", "who", "role", "organisation", "thing");
    private static final List<Crumb> BACK = List.of(Crumb.key("auditlog.title", "/audit-log"));

    private static final DateTimeFormatter BRITISH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final AuditReading reading;
    private final KindsOfEvents kinds;
    private final EventWords words;
    private final MessageSource messages;

    EventsController(AuditReading reading, KindsOfEvents kinds, EventWords words, MessageSource messages) {
        this.reading = reading;
        this.kinds = kinds;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/audit-log")
    @OpenTo(Audience.ANY_ROLE)
    @Nullable ModelAndView events(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Listing asked = EVENTS.read(request);
        EventSearch search = search(asked);
        if (asked.csv()) {
            download(reading.download(search, !asked.lastFirst()), response, locale);
            return null;
        }
        AuditReading.Page page = reading.search(search, !asked.lastFirst(), asked.offset(), asked.size());
        return new ModelAndView("auditlog/events")
                .addObject("events", asked.found(words.lines(page.events()), page.total()))
                .addObject("kinds", options())
                .addObject("isCut", page.total() == Events.MOST_LISTED)
                .addObject("readsOthers", Events.readsOthers(Acting.inRole().role()))
                .addObject(
                        "looksInto",
                        UnusualReadingController.isFor(Acting.inRole().role()));
    }

    private EventSearch search(Listing asked) {
        return new EventSearch(
                asked.filter("from").map(EventsController::day),
                asked.filter("to").map(EventsController::day),
                asked.filter("kind"),
                asked.filter("organisation"),
                asked.filter("who").map(words::meant),
                asked.filter("thing"));
    }

    /** As international and as British people write it. */
    private static LocalDate day(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, BRITISH) : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Refusal(400, "EVENTS-DAY-UNREADABLE", "auditlog.refusal.day");
        }
    }

    private List<Option> options() {
        return kinds.all().stream()
                .map(kind -> Option.key(kind.code(), "audit." + kind.code()))
                .toList();
    }

    private void download(List<KeptEvent> events, HttpServletResponse response, Locale locale) throws IOException {
        List<String> heading = CSV.stream()
                .map(name -> messages.getMessage("auditlog.event." + name, null, locale))
                .toList();
        CsvFile file = CsvFile.download(response, "audit-log.csv", heading);
        for (EventLine line : words.lines(events)) {
            file.row(
                    line.id(),
                    line.at(),
                    line.code(),
                    messages.getMessage("audit." + line.code(), null, line.code(), locale),
                    messages.getMessage(line.whoKey(), line.whoArray(), locale),
                    line.role(),
                    line.organisation(),
                    line.thing());
        }
    }

    @GetMapping("/audit-log/kinds")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView kinds() {
        Collection<AuditKind> all = kinds.all();
        return new ModelAndView("auditlog/kinds").addObject("kinds", all).addObject("crumbs", BACK);
    }

    @GetMapping("/audit-log/events/{id}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView event(@PathVariable UUID id) {
        Shown shown = reading.event(id).orElseThrow(EventsController::unknown);
        KeptEvent event = shown.event();
        ModelAndView page = new ModelAndView("auditlog/event")
                .addObject("event", event)
                .addObject("line", words.lines(List.of(event)).getFirst())
                .addObject("bodies", words.organisations(others(event)).values())
                .addObject("crumbs", BACK);
        return switch (shown.proof()) {
            case Proof.None _ -> page.addObject("proof", "none");
            case Proof.Soon _ -> page.addObject("proof", "soon");
            case Proof.Given given ->
                page.addObject("proof", given.witnessed() ? "witnessed" : "signed")
                        .addObject("given", given)
                        .addObject(
                                "command",
                                "./concordat verify " + id + ".tlog-proof --key '" + reading.publicKey() + "'");
        };
    }

    private static Set<String> others(KeptEvent event) {
        return event.organisations().stream()
                .filter(code -> !event.by().organisation().equals(Optional.of(code)))
                .collect(Collectors.toSet());
    }

    @GetMapping("/audit-log/events/{id}/proof")
    @OpenTo(Audience.ANY_ROLE)
    ResponseEntity<byte[]> proof(@PathVariable UUID id) {
        return reading.proofFile(id)
                .map(file -> Downloads.file(id + ".tlog-proof", file))
                .orElseThrow(EventsController::unknown);
    }

    /** What the fingerprint is made of: with the salt before it, anyone can make it again. */
    @GetMapping("/audit-log/events/{id}/line")
    @OpenTo(Audience.ANY_ROLE)
    ResponseEntity<byte[]> line(@PathVariable UUID id) {
        return Downloads.file(id + ".json", kept(id).canonical().getBytes(UTF_8));
    }

    @GetMapping("/audit-log/events/{id}/salt")
    @OpenTo(Audience.ANY_ROLE)
    ResponseEntity<byte[]> salt(@PathVariable UUID id) {
        return Downloads.file(id + ".salt", kept(id).salt());
    }

    private KeptEvent kept(UUID id) {
        Optional<Shown> shown = reading.event(id);
        return shown.orElseThrow(EventsController::unknown).event();
    }

    /** The same answer whether there is none, or it is none of theirs. */
    private static Refusal unknown() {
        return new Refusal(404, "EVENT-UNKNOWN", "auditlog.refusal.event");
    }
}
