package org.concordat.server.foundation.awaiting;

import java.util.List;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: what waits for the person in their present role. */
@Controller
class HomePage {

    private final AllAwaiting all;

    HomePage(AllAwaiting all) {
        this.all = all;
    }

    @GetMapping({"/", "/home"})
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView home() {
        List<Awaiting> waiting = all.of(Acting.inRole());
        return new ModelAndView("foundation/home", "waiting", waiting)
                .addObject("roleWord", Acting.inRole().role().word());
    }
}
