package org.concordat.server.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.policy.words.Tier;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.AgreementState;
import org.concordat.server.agreements.AgreementVersion;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Register;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.forms.Option;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.CsvFile;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.Listing;
import org.concordat.server.foundation.pages.Crumb;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The list of all agreements for those in a role, and the public register for anybody. */
@Controller
class RegisterPages {

    static final Crumb ALL = Crumb.key("agreements.register", "/agreements");

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    /** How long before its day a review counts as due. */
    private static final int SOON_DAYS = 60;

    private final Register register;
    private final Agreements agreements;
    private final Admissions admissions;
    private final Names names;
    private final MessageSource messages;
    private final Clock clock;

    RegisterPages(
            Register register,
            Agreements agreements,
            Admissions admissions,
            Names names,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.agreements = agreements;
        this.admissions = admissions;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/agreements")
    @OpenTo(Audience.ANY_ROLE)
    @Nullable ModelAndView all(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Listing asked = Register.SHAPE.read(request);
        Found<Register.Row> found = register.page(asked, today().plusDays(SOON_DAYS));
        Map<String, String> organisations = names.organisations();
        if (asked.csv()) {
            download(response, found, organisations, locale);
            return null;
        }
        return new ModelAndView("agreements/register", "found", found)
                .addObject("organisations", organisations)
                .addObject("tiers", words(Tier.values(), "agreements.tier."))
                .addObject("states", words(AgreementState.values(), "agreements.state."))
                .addObject("parties", names.organisationOptions())
                .addObject("today", today())
                .addObject("mayWrite", Roles.WRITERS.contains(Acting.inRole().role()));
    }

    @GetMapping("/register")
    @OpenTo(Audience.ANYONE)
    @Nullable ModelAndView open(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Listing asked = Register.PUBLIC_SHAPE.read(request);
        Found<Register.Row> found = Acting.asServer("public-register", () -> register.publicPage(asked));
        Map<String, String> organisations = Acting.asServer("public-register", names::organisations);
        if (asked.csv()) {
            download(response, found, organisations, locale);
            return null;
        }
        return new ModelAndView("agreements/public-register", "found", found).addObject("organisations", organisations);
    }

    @GetMapping("/register/{code}")
    @OpenTo(Audience.ANYONE)
    ModelAndView openOne(@PathVariable String code) {
        return Acting.asServer("public-register", () -> {
            AgreementVersion version = agreements.openToAll(code).orElseThrow(() -> Roles.unknown(code));
            return new ModelAndView("agreements/public-document", "version", version)
                    .addObject("joined", admissions.joined(code))
                    .addObject("paper", Paper.of(version.tier().word(), agreements.values(version), names.all()))
                    .addObject("organisations", names.organisations())
                    .addObject("crumbs", List.of(Crumb.key("agreements.public.title", "/register")));
        });
    }

    private void download(
            HttpServletResponse response, Found<Register.Row> found, Map<String, String> organisations, Locale locale)
            throws IOException {
        List<String> heading = found.asked().shape().columns().stream()
                .map(Column::labelKey)
                .map(key -> messages.getMessage(key, null, locale))
                .toList();
        CsvFile file = CsvFile.download(response, "agreements.csv", heading);
        boolean whole = found.asked().shape().equals(Register.SHAPE);
        for (Register.Row row : found.rows()) {
            String tier = messages.getMessage("agreements.tier." + row.tier().word(), null, locale);
            String parties = String.join(
                    "; ",
                    row.parties().stream()
                            .map(party -> organisations.getOrDefault(party, party))
                            .toList());
            if (whole) {
                String state =
                        messages.getMessage("agreements.state." + row.state().word(), null, locale);
                file.row(row.title(), tier, state, parties, row.lastDay(), row.reviewBy());
            } else {
                file.row(row.title(), tier, parties, row.lastDay());
            }
        }
    }

    private static List<Option> words(org.concordat.policy.words.Word[] all, String prefix) {
        return java.util.Arrays.stream(all)
                .map(each -> Option.key(each.word(), prefix + each.word()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }
}
