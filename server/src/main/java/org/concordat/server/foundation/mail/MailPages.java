package org.concordat.server.foundation.mail;

import static org.concordat.server.foundation.acting.Role.PARTNERSHIP_ADMINISTRATOR;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.server.foundation.access.AreaEntry;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the partnership's administrator what became of letters, and says on their first page when some were given up. */
@Controller
class MailPages implements AwaitingSource {

    private static final Duration TOLD_FOR = Duration.ofDays(7);

    private final Outbox outbox;
    private final Clock clock;

    MailPages(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @GetMapping("/mail")
    @OpenTo(roles = PARTNERSHIP_ADMINISTRATOR)
    ModelAndView letters() {
        return new ModelAndView("foundation/mail", "letters", outbox.newest()).addObject("on", outbox.isOn());
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        int lost = actor.role() == PARTNERSHIP_ADMINISTRATOR
                ? outbox.givenUpSince(clock.instant().minus(TOLD_FOR))
                : 0;
        return lost == 0
                ? List.of()
                : List.of(new Awaiting(
                        "foundation.mail.awaiting", List.of(String.valueOf(lost)), "/mail", Optional.empty()));
    }

    /** Where it stands in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AreaEntry mailEntry() {
            return new AreaEntry("foundation.mail.title", "/mail", 95, Set.of(PARTNERSHIP_ADMINISTRATOR));
        }
    }
}
