package org.concordat.server.foundation.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who acts, anew for each request, and says so to everything behind it. */
final class ActorFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final People people;
    private final boolean forClients;

    /**
     * In front of pages or of the interface for systems.
     *
     * @param forClients whether client systems come this way, and people do not
     */
    ActorFilter(People people, boolean forClients) {
        this.people = people;
        this.forClients = forClients;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = forClients ? client(request) : person();
        try {
            Acting.calling(actor, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException trouble) {
            throw trouble;
        } catch (Exception impossible) {
            throw new IllegalStateException("a filter throws only what it declares", impossible);
        }
    }

    private Actor client(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return new Actor.Nobody();
        }
        String token = header.substring(BEARER.length());
        return Acting.asServer("find-client", () -> people.client(token))
                .<Actor>map(client -> client)
                .orElse(new Actor.Nobody());
    }

    private Actor person() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication signedIn)) {
            return new Actor.Nobody();
        }
        Optional<Actor> actor =
                Acting.asServer("find-role", () -> people.actor(signedIn.person(), signedIn.assignment()));
        if (actor.isEmpty()) {
            SecurityContextHolder.clearContext();
        }
        return actor.orElse(new Actor.Nobody());
    }

    /** Error pages are rendered on behalf of the same actor. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
