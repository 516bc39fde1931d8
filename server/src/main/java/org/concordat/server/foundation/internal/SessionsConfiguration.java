package org.concordat.server.foundation.internal;

import org.concordat.server.foundation.Settings;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Lets two requests of one session that come at once both be answered: the later value of an attribute stays. Gives practice a cookie
 * of its own, since browsers send one computer's cookies to all of its ports.
 */
@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer twoRequestsAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    DefaultCookieSerializerCustomizer cookieOfPractice(Settings settings) {
        return cookie -> {
            if (settings.demo()) {
                cookie.setCookieName("PRACTICE");
            }
        };
    }
}
