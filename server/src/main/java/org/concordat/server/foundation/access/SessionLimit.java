package org.concordat.server.foundation.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session twelve hours after its person proved who they are, however busy it was. Another role begins another session, but
 * not another twelve hours. That it also ends after an hour without a click is a setting of Spring's.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
final class SessionLimit extends OncePerRequestFilter {

    /** How long one proof of who somebody is lasts: a long working day. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String BEGAN = "concordat.session-began";

    /** When the person of this session proved who they are, in milliseconds since 1970. */
    static long began(HttpSession session) {
        return session.getAttribute(BEGAN) instanceof Long carried ? carried : session.getCreationTime();
    }

    /** The same of a session that is kept. */
    static long began(Session session) {
        return session.getAttribute(BEGAN) instanceof Long carried
                ? carried
                : session.getCreationTime().toEpochMilli();
    }

    /** Lets a new session count from then. */
    static void carry(HttpSession session, long began) {
        session.setAttribute(BEGAN, began);
    }

    /** Whether a session that began at one moment has ended by another. */
    static boolean isOver(long began, long now) {
        return now - began >= LONGEST.toMillis();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        // The last access is this one, by the clock by which sessions are kept.
        if (session != null && isOver(began(session), session.getLastAccessedTime())) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
