package org.concordat.server.foundation.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every request passes before a handler sees it: headers, forged-request check, who acts, and the doors. */
@Configuration
class SecurityChains {

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository forgedRequestTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    SignIns signIns(
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        return new SignIns(contexts, tokens, sessions);
    }

    @Bean
    Doors doors(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        return new Doors(handlers);
    }

    /** The interface for systems: no session, no cookie, a token with each request. */
    @Bean
    @Order(1)
    SecurityFilterChain systems(HttpSecurity http, Doors doors, People people) {
        PageHeaders.set(http);
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new ActorFilter(people, true), ExceptionTranslationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(doors))
                .exceptionHandling(trouble -> trouble.authenticationEntryPoint((request, response, denied) -> {
                            HttpStatus status = status(doors, request);
                            if (status == HttpStatus.UNAUTHORIZED) {
                                response.setHeader("WWW-Authenticate", "Bearer");
                            }
                            response.sendError(status.value());
                        })
                        .accessDeniedHandler((request, response, denied) ->
                                response.sendError(status(doors, request).value())))
                .build();
    }

    /** Pages: whatever no other chain takes. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            Doors doors,
            People people,
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens) {
        PageHeaders.set(http);
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new ActorFilter(people, false), ExceptionTranslationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(doors))
                .exceptionHandling(trouble -> trouble.authenticationEntryPoint(
                                (request, response, denied) -> closed(doors, request, response))
                        .accessDeniedHandler(forbidden(doors)))
                .build();
    }

    private static AccessDeniedHandler forbidden(Doors doors) {
        return (request, response, denied) -> {
            if (denied instanceof org.springframework.security.web.csrf.CsrfException) {
                response.sendError(HttpStatus.FORBIDDEN.value());
                return;
            }
            closed(doors, request, response);
        };
    }

    private static void closed(
            Doors doors, HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response)
            throws java.io.IOException {
        HttpStatus status = status(doors, request);
        if (status == HttpStatus.UNAUTHORIZED) {
            response.sendRedirect(request.getContextPath() + "/sign-in");
        } else if (status == HttpStatus.FORBIDDEN && Acting.current() instanceof Actor.Undecided) {
            response.sendRedirect(request.getContextPath() + "/role");
        } else {
            response.sendError(status.value());
        }
    }

    /** What a closed door answers: who is not signed in is asked to, and is not told which doors there are. */
    private static HttpStatus status(Doors doors, HttpServletRequest request) {
        Actor actor = Acting.current();
        if (actor instanceof Actor.Nobody) {
            return HttpStatus.UNAUTHORIZED;
        }
        return doors.outcome(request, actor) == Doors.Outcome.NO_SUCH_DOOR
                ? HttpStatus.NOT_FOUND
                : HttpStatus.FORBIDDEN;
    }
}
