package org.concordat.server.foundation.internal;

import java.security.SecureRandom;
import java.util.Base64;
import org.concordat.server.foundation.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are numbered, kept, and known again by the browser. */
@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    private static final String NAME = "concordat";
    private static final String PRACTICE = "PRACTICE";
    /** As many as fit the 36 characters of the table; Spring's own numbers hold 122 random bits, six too few for ASVS. */
    private static final int RANDOM_BYTES = 27;

    /** Lets two requests of one session that come at once both be answered: the later value of an attribute stays. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer twoRequestsAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Numbers of 216 random bits. */
    @Bean
    SessionIdGenerator sessionNumbers(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    /**
     * Whatever a proxy says of one request: where people come by HTTPS the cookie never travels otherwise. The beginning of its
     * name makes browsers refuse one that another host of the same domain sets. A link in a letter must find its reader signed
     * in, hence Lax; forms carry a token of their own besides. Practice has a cookie of its own, since browsers send one computer's
     * cookies to all of its ports.
     */
    @Bean
    CookieSerializer cookie(Settings settings) {
        var cookie = new DefaultCookieSerializer();
        String name = settings.demo() ? PRACTICE : NAME;
        cookie.setCookieName(settings.isReachedByHttps() ? "__Host-" + name : name);
        cookie.setUseSecureCookie(settings.isReachedByHttps());
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseBase64Encoding(false);
        return cookie;
    }
}
