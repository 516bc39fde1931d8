package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.access.SignInWay;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.internal.SetUp;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first set-up, by whoever can read the server's console. */
@Controller
class SetUpPages {

    private final SetUp setUp;
    private final SignIns signIns;

    SetUpPages(SetUp setUp, SignIns signIns) {
        this.setUp = setUp;
        this.signIns = signIns;
    }

    @GetMapping("/set-up")
    @OpenTo(Audience.ANYONE)
    ModelAndView form() {
        return setUp.isDone() ? new ModelAndView("redirect:/sign-in") : page(Form.empty());
    }

    @PostMapping("/set-up")
    @OpenTo(Audience.ANYONE)
    ModelAndView run(HttpServletRequest request, HttpServletResponse response) {
        if (setUp.isDone()) {
            return new ModelAndView("redirect:/sign-in");
        }
        Form form = Form.of(request);
        String token =
                form.password("token").label("parties.set-up.token").required().value();
        String organisation = form.text("organisation")
                .label("parties.organisation.name")
                .required()
                .atLeast(2)
                .atMost(200)
                .value();
        var kinds = form.choices("kinds", OrganisationKind.class)
                .label("parties.kinds")
                .required()
                .value();
        var nation = form.oneOf("nation", Nation.class)
                .label("parties.nation")
                .required()
                .value();
        var first = new SetUp.First(
                organisation,
                kinds,
                nation.orElse(Nation.ENGLAND),
                form.text("name")
                        .label("parties.person.name")
                        .required()
                        .atMost(200)
                        .value(),
                form.email("email").label("parties.email").required().value(),
                form.password("password").label("parties.password").required().value());
        if (!token.isEmpty() && !setUp.isToken(token)) {
            form.problem("token", "parties.set-up.token.wrong");
        }
        if (!form.hasProblems()) {
            setUp.trouble(first).ifPresent(key -> form.problem("password", key));
        }
        if (form.hasProblems()) {
            return page(form);
        }
        Optional<Person> made = setUp.run(first);
        made.ifPresent(person -> signIns.begin(request, response, person.id(), Optional.empty(), SignInWay.SET_UP));
        return new ModelAndView(made.isPresent() ? "redirect:/role" : "redirect:/sign-in");
    }

    private static ModelAndView page(Form form) {
        return form.page("parties/set-up").addObject("kinds", Offers.kinds()).addObject("nations", Offers.nations());
    }
}
