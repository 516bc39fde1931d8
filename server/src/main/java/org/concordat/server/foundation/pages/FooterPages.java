package org.concordat.server.foundation.pages;

import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages to which the foot of every page leads: plain words, for everybody. */
@Controller
class FooterPages {

    @GetMapping("/accessibility")
    @OpenTo(Audience.ANYONE)
    ModelAndView accessibility() {
        return new ModelAndView("foundation/accessibility");
    }

    @GetMapping("/privacy")
    @OpenTo(Audience.ANYONE)
    ModelAndView privacy() {
        return new ModelAndView("foundation/privacy");
    }

    @GetMapping("/about")
    @OpenTo(Audience.ANYONE)
    ModelAndView about() {
        return new ModelAndView("foundation/about");
    }
}
