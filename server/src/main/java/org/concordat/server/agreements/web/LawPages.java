package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.concordat.policy.law.LawRow;
import org.concordat.server.agreements.LawReadings;
import org.concordat.server.agreements.LawReadings.LawReading;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The provisions of the law pack: which of them an officer has read and found in force. */
@Controller
class LawPages {

    private static final Crumb ALL = Crumb.key("agreements.law.title", "/law");

    private final LawReadings readings;
    private final Names names;

    LawPages(LawReadings readings, Names names) {
        this.readings = readings;
        this.names = names;
    }

    /**
     * A provision as the list shows it.
     *
     * @param state {@code unread}, {@code read}, {@code outdated} or {@code by-itself}
     */
    record Provision(LawRow row, String state, List<LawReading> readings) {
        Provision {
            readings = List.copyOf(readings);
        }
    }

    @GetMapping("/law")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView all() {
        List<LawReading> all = readings.all();
        return new ModelAndView("agreements/law")
                .addObject(
                        "provisions",
                        readings.law().rows().values().stream()
                                .map(row -> provision(row, all))
                                .toList());
    }

    @GetMapping("/law/{id}")
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView one(@PathVariable String id) {
        return page(Form.empty(), row(id));
    }

    @PostMapping("/law/{id}")
    @OpenTo(roles = INFORMATION_GOVERNANCE_OFFICER)
    ModelAndView read(@PathVariable String id, HttpServletRequest request, RedirectAttributes next) {
        LawRow row = row(id);
        Form form = Form.of(request);
        String source = form.text("source")
                .label("agreements.law.source")
                .required()
                .atLeast(2)
                .lines()
                .atMost(2000)
                .value();
        if (!form.ticked("inForce")) {
            form.problem("inForce", "agreements.law.in-force.required");
        }
        if (form.hasProblems()) {
            return page(form, row);
        }
        readings.record(row, source);
        next.addFlashAttribute(Notice.DONE, Notice.of("agreements.law.recorded", row.provision()));
        return new ModelAndView("redirect:/law/" + id);
    }

    @PostMapping("/law/{id}/readings/{code}/withdraw")
    @OpenTo(roles = INFORMATION_GOVERNANCE_OFFICER)
    ModelAndView withdraw(@PathVariable String id, @PathVariable String code, RedirectAttributes next) {
        LawRow row = row(id);
        boolean own = readings.all().stream()
                .anyMatch(each -> each.code().equals(code)
                        && each.organisation().equals(Acting.inRole().organisation()));
        if (!own || !readings.withdraw(code)) {
            throw new Refusal(404, "READING-OF-LAW-UNKNOWN", "agreements.refusal.reading");
        }
        next.addFlashAttribute(Notice.DONE, Notice.of("agreements.law.withdrawn", row.provision()));
        return new ModelAndView("redirect:/law/" + id);
    }

    private ModelAndView page(Form form, LawRow row) {
        return form.page("agreements/law-row")
                .addObject("provision", provision(row, readings.all()))
                .addObject("organisations", names.organisations())
                .addObject("own", Acting.inRole().organisation())
                .addObject("mayRead", Acting.inRole().role() == INFORMATION_GOVERNANCE_OFFICER)
                .addObject("crumbs", List.of(ALL));
    }

    private LawRow row(String id) {
        return readings.law()
                .row(id)
                .orElseThrow(() -> new Refusal(404, "PROVISION-UNKNOWN", "agreements.refusal.provision"));
    }

    private static Provision provision(LawRow row, List<LawReading> all) {
        List<LawReading> its =
                all.stream().filter(each -> each.row().equals(row.id())).toList();
        if (row.countsByItself()) {
            return new Provision(row, "by-itself", its);
        }
        if (its.isEmpty()) {
            return new Provision(row, "unread", its);
        }
        boolean stands = its.stream().anyMatch(each -> each.fingerprint().equals(row.fingerprint()));
        return new Provision(row, stands ? "read" : "outdated", its);
    }
}
