package org.concordat.server.parties.web;

import java.util.Arrays;
import java.util.Locale;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Signing in through one's organisation: the way there, and what to do when it does not work. {@link ProviderChain} does the rest. */
@Controller
class ProviderPages {

    /** Below it, at the organisation's code, people are sent to the provider. */
    static final String GO = "/sign-in/provider/";

    /** Below it pages say what went wrong. */
    static final String PROBLEMS = "/sign-in/problem/";

    private final Providers providers;

    ProviderPages(Providers providers) {
        this.providers = providers;
    }

    /** What can go wrong. */
    enum Problem {
        /** The provider does not answer. */
        AWAY,
        /** Its answer does not count. */
        REFUSED,
        UNVERIFIED,
        DOMAIN,
        NOT_INVITED,
        ELSEWHERE,
        GONE;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GetMapping("/sign-in/with/{code}")
    @OpenTo(Audience.ANYONE)
    String go(@PathVariable String code) {
        if (providers.of(code).isEmpty()) {
            throw new Refusal(404, "ORGANISATION-UNKNOWN", "parties.refusal.organisation");
        }
        return "redirect:" + (providers.findByRegistrationId(code) == null ? PROBLEMS + "away" : GO + code);
    }

    @GetMapping("/sign-in/problem/{name}")
    @OpenTo(Audience.ANYONE)
    ModelAndView problem(@PathVariable String name) {
        Problem problem = Arrays.stream(Problem.values())
                .filter(each -> each.word().equals(name))
                .findFirst()
                .orElse(Problem.REFUSED);
        return new ModelAndView("parties/sign-in-problem", "problem", "parties.provider." + problem.word());
    }
}
