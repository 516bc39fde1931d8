package org.concordat.server.foundation.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets a request through where the handler that would answer it is open to whoever acts. What has no handler, and any handler
 * that is not one of our methods, is closed.
 */
public final class Doors implements AuthorizationManager<RequestAuthorizationContext> {

    /** What a request leads to. */
    enum Outcome {
        OPEN,
        CLOSED,
        NO_SUCH_DOOR
    }

    private final RequestMappingHandlerMapping handlers;

    /** The doors of these handlers. */
    public Doors(RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(outcome(context.getRequest(), Acting.current()) == Outcome.OPEN);
    }

    /** Whether {@code actor} may have this request answered. */
    Outcome outcome(HttpServletRequest request, Actor actor) {
        Optional<HandlerMethod> handler = handler(request);
        if (handler.isEmpty()) {
            return Outcome.NO_SUCH_DOOR;
        }
        OpenTo open = handler.get().getMethodAnnotation(OpenTo.class);
        return open != null && isOpen(open, actor) ? Outcome.OPEN : Outcome.CLOSED;
    }

    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        Object before = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        try {
            HandlerExecutionChain chain = handlers.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (Exception wrongMethodOrMediaType) {
            // The request fits no handler as it stands: a page by another method, say. It is not told which would fit.
            return Optional.empty();
        } finally {
            request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, before);
        }
    }

    private static boolean isOpen(OpenTo open, Actor actor) {
        for (OpenTo.Audience audience : open.value()) {
            if (includes(audience, actor)) {
                return true;
            }
        }
        return switch (actor) {
            case Actor.InRole inRole -> has(open.roles(), inRole.role());
            case Actor.Client client -> has(open.clients(), client.role());
            case Actor.Nobody _, Actor.Undecided _, Actor.Server _ -> false;
        };
    }

    private static boolean includes(OpenTo.Audience audience, Actor actor) {
        return switch (audience) {
            case ANYONE -> true;
            case SIGNED_IN -> actor instanceof Actor.InRole || actor instanceof Actor.Undecided;
            case ANY_ROLE -> actor instanceof Actor.InRole;
        };
    }

    private static boolean has(Role[] roles, Role role) {
        return Arrays.asList(roles).contains(role);
    }
}
