package org.concordat.server.foundation.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
     * Lets the session be that of a person who has just proved who they are, in that role. The session gets a new number, and what it
     * held before is dropped, so that nothing carries over from another person or role.
     */
    public void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            UUID person,
            Optional<UUID> assignment,
            SignInWay way) {
        change(request, response, person, assignment);
        SessionNotes.write(request, way);
    }

    /** Lets a new session with a new number take the place of that person's own, in that role. It ends no later. */
    public void change(
            HttpServletRequest request, HttpServletResponse response, UUID person, Optional<UUID> assignment) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            boolean isTheirs =
                    SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication known
                            && known.person().equals(person);
            long began = SessionLimit.began(before);
            Map<String, Object> notes = SessionNotes.of(before);
            before.invalidate();
            if (isTheirs) {
                SessionLimit.carry(request.getSession(), began);
                SessionNotes.carry(request.getSession(), notes);
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

    /** Whether the person of this session proved who they are within so much time. */
    public boolean isProvedWithin(HttpServletRequest request, Duration time) {
        HttpSession session = request.getSession(false);
        return session != null
                && SessionNotes.isWithin(SessionLimit.began(session), session.getLastAccessedTime(), time);
    }

    /** The sessions of a person that are open, the one used last first. */
    public List<OpenSession> open(UUID person, HttpServletRequest request) {
        Optional<String> current = number(request);
        return kept(person, request)
                .map(session -> SessionNotes.read(session, current))
                .sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
                .toList();
    }

    /** Ends that session of a person; false where there is none, or none any more. */
    public boolean endOne(UUID person, String mark) {
        Optional<String> number = sessions.findByPrincipalName(person.toString()).keySet().stream()
                .filter(each -> SessionNotes.mark(each).equals(mark))
                .findFirst();
        number.ifPresent(sessions::deleteById);
        return number.isPresent();
    }

    /** Ends every session of a person but the one that this request belongs to, and says how many were open. */
    public int endOthers(UUID person, HttpServletRequest request) {
        Optional<String> current = number(request);
        List<String> others = kept(person, request)
                .map(Session::getId)
                .filter(each -> !current.equals(Optional.of(each)))
                .toList();
        others.forEach(sessions::deleteById);
        return others.size();
    }

    /** Ends every session of a person: they left, or what they prove themselves with has changed. */
    public void endAll(UUID person) {
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
    }

    private static Optional<String> number(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(HttpSession::getId);
    }

    /** Those that would be answered if they came now; what is over lies there until somebody sweeps. */
    private Stream<? extends Session> kept(UUID person, HttpServletRequest request) {
        // The clock by which sessions are kept: the last access of this one is now.
        long now = request.getSession().getLastAccessedTime();
        return sessions.findByPrincipalName(person.toString()).values().stream()
                .filter(session -> !session.isExpired() && !SessionLimit.isOver(SessionLimit.began(session), now));
    }
}
