package org.concordat.server.foundation.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Lets two requests of one session that come at once both be answered: the later value of an attribute stays. */
@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer twoRequestsAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
