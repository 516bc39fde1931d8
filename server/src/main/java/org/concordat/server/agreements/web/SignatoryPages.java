package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.ORGANISATION_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.agreements.internal.Signatories.Signatory;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Notice;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who signs for one's own organisation, and in which office. Its administrator names them. */
@Controller
class SignatoryPages {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Signatories signatories;
    private final Persons persons;
    private final Names names;
    private final Clock clock;

    SignatoryPages(Signatories signatories, Persons persons, Names names, Clock clock) {
        this.signatories = signatories;
        this.persons = persons;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/signatories")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView all() {
        return page(Form.empty());
    }

    @PostMapping("/signatories")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView name(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Map<String, UUID> holders = new HashMap<>();
        holders().forEach(person -> holders.put(person.id().toString(), person.id()));
        Optional<UUID> person = form.choice("person", holders)
                .label("agreements.signatory.person")
                .required()
                .value();
        String office = form.text("office")
                .label("agreements.signatory.office")
                .required()
                .atLeast(2)
                .atMost(200)
                .value();
        if (form.hasProblems()) {
            return page(form);
        }
        signatories.name(Acting.inRole().organisation(), person.orElseThrow(), office, today());
        next.addFlashAttribute(Notice.DONE, Notice.of("agreements.signatory.named", office));
        return new ModelAndView("redirect:/signatories");
    }

    @PostMapping("/signatories/{code}/end")
    @OpenTo(roles = ORGANISATION_ADMINISTRATOR)
    ModelAndView end(@PathVariable String code, RedirectAttributes next) {
        Signatory signatory = signatories.all(Acting.inRole().organisation()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "SIGNATORY-UNKNOWN", "agreements.refusal.signatory"));
        signatories.end(signatory, today());
        next.addFlashAttribute(Notice.DONE, Notice.of("agreements.signatory.ended", signatory.office()));
        return new ModelAndView("redirect:/signatories");
    }

    private ModelAndView page(Form form) {
        Actor.InRole actor = Acting.inRole();
        Map<UUID, String> known = new HashMap<>();
        persons.of(actor.organisation())
                .forEach(each -> known.put(each.person().id(), each.person().name()));
        return form.page("agreements/signatories")
                .addObject("organisation", names.organisations().get(actor.organisation()))
                .addObject("signatories", signatories.all(actor.organisation()))
                .addObject("people", known)
                .addObject("mayName", actor.role() == ORGANISATION_ADMINISTRATOR)
                .addObject(
                        "holders",
                        holders().stream()
                                .map(person -> Option.named(person.id().toString(), person.name()))
                                .toList());
    }

    private List<Person> holders() {
        return persons.holders(Acting.inRole().organisation(), Role.EXECUTIVE_SIGNATORY).stream()
                .map(Assignment::person)
                .distinct()
                .flatMap(id -> persons.find(id).stream())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }
}
