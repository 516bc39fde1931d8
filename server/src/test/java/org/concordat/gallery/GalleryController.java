package org.concordat.gallery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.forms.Conflict;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.foundation.parts.Changes;
import org.concordat.server.foundation.parts.HistoryEntry;
import org.concordat.server.foundation.parts.Revised;
import org.concordat.server.foundation.parts.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of the gallery. */
@Controller
class GalleryController {

    enum Kind {
        COUNCIL,
        POLICE,
        OTHER
    }

    private static final ListShape PLACES = ListShape.of(
                    Column.sorted("name", "gallery.name", "name"),
                    Column.sorted("people", "gallery.people", "people").ofNumbers(),
                    Column.plain("state", "gallery.state"))
            .filteredBy("name", "kind");

    record Place(String name, int people, boolean open) {}

    @GetMapping("/gallery")
    ModelAndView fields() {
        return filled(Form.empty()
                .with("name", "Tideford")
                .with("kind", Kind.OTHER)
                .with("uses", List.of(Kind.COUNCIL))
                .with("starts", LocalDate.of(2027, 3, 27)));
    }

    @PostMapping("/gallery")
    ModelAndView sent(HttpServletRequest request, RedirectAttributes flash) {
        Form form = Form.of(request);
        read(form);
        if (form.hasProblems()) {
            return filled(form);
        }
        flash.addFlashAttribute(Notice.DONE, Notice.of("gallery.saved", form.typed("name")));
        return new ModelAndView("redirect:/things");
    }

    private static void read(Form form) {
        form.text("name").label("gallery.name").required().atMost(60).value();
        form.email("email").label("gallery.email").required().value();
        form.wholeNumber("people", 1, 5000).label("gallery.people").required().value();
        form.password("secret").label("gallery.secret").required().atLeast(12).value();
        form.text("reason")
                .label("gallery.reason")
                .required()
                .atMost(1000)
                .lines()
                .value();
        form.choice("place", List.of("north", "south"))
                .label("gallery.place")
                .required()
                .value();
        form.oneOf("kind", Kind.class).label("gallery.kind").required().value();
        form.text("other").label("gallery.other").value();
        form.choices("uses", Kind.class).label("gallery.uses").required().value();
        form.date("starts")
                .label("gallery.starts")
                .required()
                .onOrAfter(LocalDate.of(2026, 1, 1))
                .value();
        form.file("paper").label("gallery.paper").required().named("yaml").value();
        if (!form.ticked("sure")) {
            form.problem("sure", "gallery.sure.needed");
        }
    }

    private static ModelAndView filled(Form form) {
        return form.page("gallery/fields")
                .addObject("kinds", kinds())
                .addObject("places", List.of(Option.named("north", "North quay"), Option.named("south", "South quay")))
                .addObject(
                        "crumbs", List.of(Crumb.key("gallery.title", "/gallery"), Crumb.named("Tideford", "/things")));
    }

    private static List<Option> kinds() {
        return Option.of(Kind.class, "gallery.kind").stream()
                .map(option -> option.value().equals("POLICE") ? option.withHint("gallery.kind.POLICE.hint") : option)
                .toList();
    }

    @GetMapping("/lists")
    @Nullable ModelAndView lists(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Listing asked = PLACES.read(request);
        List<Place> all = IntStream.rangeClosed(1, 230)
                .mapToObj(i -> new Place("Place number " + i, i * 37, i % 3 == 0))
                .filter(place -> place.name().contains(asked.filterText("name")))
                .toList();
        if (asked.csv()) {
            CsvFile file = CsvFile.download(response, "places.csv", List.of("name", "people"));
            for (Place place : all) {
                file.row(place.name(), place.people());
            }
            return null;
        }
        List<Place> rows = all.stream().skip(asked.offset()).limit(asked.size()).toList();
        return new ModelAndView("gallery/lists")
                .addObject("kinds", kinds())
                .addObject("places", asked.found(rows, all.size()))
                .addObject("none", asked.found(List.<Place>of(), 0))
                .addObject("head", List.of("gallery.name", "gallery.people"));
    }

    @GetMapping("/things")
    ModelAndView things() {
        String before = "Tenancies go to the council each month.\nThey are kept for two years.";
        String after = "Tenancies and arrears go to the council each week.\nThey are kept for two years.";
        return new ModelAndView("gallery/things")
                .addObject("changes", Changes.between(before, after))
                .addObject(
                        "revised",
                        List.of(
                                Revised.of("gallery.reason", before, after),
                                Revised.of("gallery.name", "Tideford", "Tideford")))
                .addObject("day", LocalDate.of(2027, 3, 27))
                .addObject(
                        "tasks",
                        List.of(
                                new Task(
                                        "gallery.task",
                                        List.of("SC-1"),
                                        Optional.of("/things"),
                                        "gallery.waiting",
                                        "blue"),
                                new Task(
                                        "gallery.task",
                                        List.of("SC-2"),
                                        Optional.of("/things"),
                                        "gallery.finished",
                                        ""),
                                new Task("gallery.task", List.of("SC-3"), Optional.empty(), "gallery.later", "grey")))
                .addObject(
                        "entries",
                        List.of(
                                new HistoryEntry(
                                        Instant.parse("2026-11-30T09:05:00Z"),
                                        "gallery.signed",
                                        List.of("Tideford Borough Council"),
                                        Optional.of("Ada Pemberton")),
                                new HistoryEntry(
                                        Instant.parse("2026-07-01T09:05:00Z"),
                                        "gallery.signed",
                                        List.of("Harbour Housing"),
                                        Optional.empty())))
                .addObject("notice", Notice.of("gallery.saved", "SC-1"));
    }

    @GetMapping("/conflict")
    ModelAndView conflict() {
        return conflictOf(Form.empty().with("name", "Tideford by the sea").with("starts", LocalDate.of(2027, 3, 27)));
    }

    private static ModelAndView conflictOf(Form now) {
        var request = new org.springframework.mock.web.MockHttpServletRequest();
        request.setParameter("name", "Tideford on sea");
        request.setParameter("starts-day", "28");
        request.setParameter("starts-month", "3");
        request.setParameter("starts-year", "2027");
        request.setParameter("other", "same");
        Form mine = Form.of(request);
        mine.text("name").label("gallery.name").value();
        mine.date("starts").label("gallery.starts").value();
        mine.text("other").label("gallery.other").value();
        return Conflict.between(mine, now.with("other", "same"), 7, "/chosen", "/things", Map.of())
                .page();
    }

    @PostMapping("/chosen")
    @ResponseBody
    String chosen(HttpServletRequest request) {
        Form form = Form.of(request);
        return form.version() + " " + form.text("name").value() + " "
                + form.date("starts").value().orElseThrow() + " "
                + form.text("other").value();
    }

    @GetMapping({"/trouble/{kind}", "/api/trouble/{kind}"})
    @Nullable ModelAndView trouble(@PathVariable String kind, HttpServletResponse response) throws IOException {
        switch (kind) {
            case "refused" -> throw new Refusal(403, "ROLE-NOT-ALLOWED", "gallery.refused", "SC-1");
            case "fault" -> throw new IllegalStateException("Ada Pemberton's secret");
            case "edited" -> throw new OptimisticLockingFailureException("row 7");
            case "template" -> {
                return new ModelAndView("gallery/broken");
            }
            default -> response.sendError(Integer.parseInt(kind));
        }
        return null;
    }
}
