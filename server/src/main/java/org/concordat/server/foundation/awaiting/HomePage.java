package org.concordat.server.foundation.awaiting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.access.AreaEntry;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: what waits for the person in their present role, and where that role usually goes next. */
@Controller
class HomePage {

    private final AllAwaiting all;
    private final List<AreaEntry> areas;
    private final Settings settings;
    private final Clock clock;

    HomePage(AllAwaiting all, ObjectProvider<AreaEntry> areas, Settings settings, Clock clock) {
        this.all = all;
        this.areas =
                areas.stream().sorted(Comparator.comparingInt(AreaEntry::place)).toList();
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping({"/", "/home"})
    @OpenTo(Audience.ANY_ROLE)
    ModelAndView home() {
        Role role = Acting.inRole().role();
        return new ModelAndView("foundation/home", "waiting", all.of(Acting.inRole()))
                .addObject("roleWord", role.word())
                .addObject(
                        "steps", areas.stream().filter(area -> area.isFor(role)).toList())
                .addObject(
                        "practise", settings.demo() ? null : settings.practice().address())
                .addObject("today", LocalDate.now(clock));
    }
}
