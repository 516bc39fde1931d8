package org.concordat.server.foundation.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Begins, changes and ends sessions. Whoever calls has made sure that the person is who they say. */
public final class SignIns {

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository tokens;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SignIns(
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.contexts = contexts;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * Lets the session be that person's, in that role. The session gets a new number, and what it held before is dropped, so
     * that nothing carries over from another person or role.
     */
    public void begin(
            HttpServletRequest request, HttpServletResponse response, UUID person, Optional<UUID> assignment) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            boolean isTheirs =
                    SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication known
                            && known.person().equals(person);
            long began = SessionLimit.began(before);
            before.invalidate();
            if (isTheirs) {
                SessionLimit.carry(request.getSession(), began);
            }
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonAuthentication(person, assignment));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // A new one at once: of two answers that come together, each would make its own, and one page's forms would be
        // refused.
        tokens.saveToken(tokens.generateToken(request), request, response);
        request.removeAttribute(CsrfToken.class.getName());
    }

    /** Ends the session, and has the browser forget what it kept of it. Its cookie opens nothing any more. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        tokens.saveToken(null, request, response);
        // Not "cookies": that would reach the cookies of every other host of the same domain.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    /** Ends every session of a person: they left, or what they prove themselves with has changed. */
    public void endAll(UUID person) {
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
    }
}
