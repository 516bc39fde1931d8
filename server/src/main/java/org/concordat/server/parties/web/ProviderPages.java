package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Locale;
import org.concordat.server.foundation.Refusal;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing in through one's organisation: the way there, and what to do when it does not work. {@link ProviderChain} does the rest. */
@Controller
class ProviderPages {

    /** Below it, at the organisation's code, people are sent to the provider, once each time that they asked for it by a form. */
    static final String GO = "/sign-in/provider/";

    /** Below it pages say what went wrong. */
    static final String PROBLEMS = "/sign-in/problem/";

    private static final String ASKED = "concordat.provider-asked-for";

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

    /**
     * Begins the way to a provider, which a link of others cannot. Goes there from a page of its own: our content policy lets no form
     * lead elsewhere, and browsers hold that against a redirect too.
     */
    @PostMapping("/sign-in/with/{code}")
    @OpenTo(Audience.ANYONE)
    ModelAndView go(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        if (providers.of(code).isEmpty()) {
            throw new Refusal(404, "ORGANISATION-UNKNOWN", "parties.refusal.organisation");
        }
        if (providers.findByRegistrationId(code) == null) {
            return new ModelAndView("redirect:" + PROBLEMS + "away");
        }
        request.getSession().setAttribute(ASKED, code);
        response.setHeader("Refresh", "0; url=" + request.getContextPath() + GO + code);
        return new ModelAndView("parties/sign-in-going", "code", code);
    }

    /** Whether this browser's form asked for that provider; counts once. */
    static boolean takesAsked(HttpServletRequest request, String code) {
        HttpSession session = request.getSession(false);
        if (session == null || !code.equals(session.getAttribute(ASKED))) {
            return false;
        }
        session.removeAttribute(ASKED);
        return true;
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
