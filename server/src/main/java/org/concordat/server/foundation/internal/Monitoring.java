package org.concordat.server.foundation.internal;

import java.net.InetAddress;
import org.concordat.server.foundation.ServerException;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets a monitoring program on this computer ask how the server fares, on a port of its own where one is set. It holds counts and
 * times and no word of anybody; still other machines do not reach it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("concordat.monitoring-port")
class Monitoring {

    /** The door of that port alone; on the port of the pages there is none of its kind. */
    @Bean
    @Order(0)
    SecurityFilterChain monitoring(HttpSecurity http, Environment environment, ManagementServerProperties port) {
        InetAddress address = port.getAddress();
        if (ManagementPortType.get(environment) == ManagementPortType.SAME
                || address == null
                || !address.isLoopbackAddress()) {
            throw new ServerException(
                    "MONITORING-OPEN",
                    "The port for monitoring would be that of the pages, or other machines would reach it. Take Spring's"
                            + " own settings management.server.address and management.server.port away.");
        }
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
