package org.concordat.server.agreements.web;

import static org.concordat.server.foundation.acting.Role.INFORMATION_GOVERNANCE_OFFICER;
import static org.concordat.server.foundation.acting.Role.INFORMATION_SHARING_OFFICER;
import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.words.Tier;
import org.concordat.server.agreements.Agreements.Drafting;
import org.concordat.server.agreements.EmptyDraft;
import org.concordat.server.agreements.EmptyDrafts;
import org.concordat.server.agreements.Register;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.pages.Crumb;
import org.concordat.server.foundation.pages.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Beginning a protocol, agreement or schedule from an empty form; its parts are then written by {@link DraftFormPages}. */
@Controller
class EmptyFormPages {

    private static final int LONGEST_TITLE = 300;
    private static final int FEWEST_PARTIES = 2;

    private final EmptyDrafts drafts;
    private final Register register;
    private final Names names;

    EmptyFormPages(EmptyDrafts drafts, Register register, Names names) {
        this.drafts = drafts;
        this.register = register;
        this.names = names;
    }

    @GetMapping("/agreements/new/empty")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView form() {
        return page(Form.empty().with("parties", Acting.inRole().organisation()), List.of());
    }

    @PostMapping("/agreements/new/empty")
    @OpenTo(roles = {PARTNERSHIP_ADMINISTRATOR, INFORMATION_GOVERNANCE_OFFICER, INFORMATION_SHARING_OFFICER})
    ModelAndView begin(HttpServletRequest request, RedirectAttributes next) {
        Form form = Form.of(request);
        Optional<Tier> tier = form.choice(
                        "tier", Arrays.stream(Tier.values()).collect(Collectors.toMap(Tier::word, each -> each)))
                .label("agreements.empty.tier")
                .required()
                .value();
        Optional<String> protocol = above(form, "protocol", Tier.PROTOCOL, tier.filter(Tier.AGREEMENT::equals));
        Optional<String> agreement = above(form, "agreement", Tier.AGREEMENT, tier.filter(Tier.SCHEDULE::equals));
        String title = form.text("title")
                .label("agreements.title")
                .required()
                .atMost(LONGEST_TITLE)
                .value();
        Collection<String> parties = form.choices(
                        "parties",
                        names.organisations().keySet().stream().collect(Collectors.toMap(each -> each, each -> each)))
                .label("agreements.parties")
                .required()
                .value();
        if (!form.hasProblem("parties") && parties.size() < FEWEST_PARTIES) {
            form.problem("parties", "agreements.empty.parties.few");
        }
        Optional<LocalDate> from =
                form.date("from").label("agreements.field.from").required().value();
        Optional<LocalDate> to = form.date("to")
                .label("agreements.field.to")
                .required()
                .onOrAfter(from.orElse(LocalDate.MIN))
                .value();
        Optional<String> code = form.text("code")
                .label("agreements.empty.code")
                .matches(Shape.ID, "form")
                .optional();
        if (form.hasProblems()) {
            return page(form, List.of());
        }
        var empty = new EmptyDraft(
                tier.orElseThrow(),
                code.orElseGet(() -> drafts.freeCode(tier.orElseThrow())),
                title,
                protocol.or(() -> agreement),
                List.copyOf(parties),
                from.orElseThrow(),
                to.orElseThrow());
        return switch (drafts.begin(empty)) {
            case Drafting.Drafted drafted -> {
                next.addFlashAttribute(Notice.DONE, Notice.of("agreements.empty.begun", title));
                yield new ModelAndView("redirect:/agreements/" + drafted.draft().code() + "/versions/1/form");
            }
            case Drafting.Wrong wrong -> page(form.problem("code", "agreements.form.listed"), wrong.problems());
            case Drafting.Overtaken _ -> page(form.problem("code", "agreements.empty.code.taken"), List.of());
        };
    }

    /** What it lies within, asked for where the tier that was chosen lies within one of these. */
    private Optional<String> above(Form form, String field, Tier tier, Optional<Tier> chosen) {
        var choice = form.choice(field, above(tier).stream().map(Option::value).toList())
                .label("agreements.empty." + field);
        return chosen.isPresent() ? choice.required().value() : Optional.empty();
    }

    private List<Option> above(Tier tier) {
        return register.ofTier(tier).stream()
                .map(row -> Option.named(row.code(), row.title()))
                .toList();
    }

    private ModelAndView page(Form form, List<Problem> problems) {
        return form.page("agreements/empty")
                .addObject(
                        "tiers",
                        Arrays.stream(Tier.values())
                                .map(tier -> Option.key(tier.word(), "agreements.tier." + tier.word())
                                        .withHint("agreements.empty.tier." + tier.word() + ".means"))
                                .toList())
                .addObject("protocols", above(Tier.PROTOCOL))
                .addObject("agreements", above(Tier.AGREEMENT))
                .addObject("organisations", names.organisationOptions())
                .addObject("problems", problems)
                .addObject("crumbs", List.of(RegisterPages.ALL, Crumb.key("agreements.new.title", "/agreements/new")));
    }
}
