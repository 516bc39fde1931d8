package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose password was right, while the second proof is awaited: a one-time code or a passkey. */
@Component
class HalfSignedIn {

    private static final String WHO = "concordat.half-signed-in";
    private static final String SINCE = "concordat.half-signed-in-since";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;

    HalfSignedIn(Clock clock) {
        this.clock = clock;
    }

    /** Notes it in the session, which gets a new number. */
    void begin(HttpServletRequest request, UUID person) {
        request.getSession().setAttribute(WHO, person.toString());
        request.getSession().setAttribute(SINCE, clock.instant().toString());
        request.changeSessionId();
    }

    /** Who it is, for five minutes. */
    Optional<UUID> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(WHO) instanceof String person)
                || !(session.getAttribute(SINCE) instanceof String since)
                || Instant.parse(since).plus(PATIENCE).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(person));
    }
}
