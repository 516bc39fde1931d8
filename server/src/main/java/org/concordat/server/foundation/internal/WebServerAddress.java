package org.concordat.server.foundation.internal;

import java.net.InetAddress;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteCIDRValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.concordat.server.foundation.Settings;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Sets what the web server listens on, after all else that could: to this machine alone, unless it speaks HTTPS or a trusted
 * proxy does. Behind a proxy nobody but the proxy and this machine is answered.
 */
@Component
class WebServerAddress implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final Settings settings;

    WebServerAddress(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        InetAddress address = factory.getAddress();
        if (!settings.isReachedByHttps() && (address == null || !address.isLoopbackAddress())) {
            throw Settings.beyondLoopback(address == null ? "all addresses" : address.getHostAddress());
        }
        Settings.Tls tls = settings.tls();
        if (tls != null) {
            Ssl ssl = new Ssl();
            ssl.setCertificate(tls.certificate().toUri().toString());
            ssl.setCertificatePrivateKey(tls.privateKey().toUri().toString());
            ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            factory.setSsl(ssl);
        }
        if (!settings.trustedProxy().isEmpty()) {
            factory.addEngineValves(answersOnlyTheProxies(), believesTheProxies());
        }
    }

    private RemoteCIDRValve answersOnlyTheProxies() {
        RemoteCIDRValve valve = new RemoteCIDRValve();
        valve.setAllow(settings.trustedProxy().stream()
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(",", "127.0.0.0/8,::1,", "")));
        return valve;
    }

    private RemoteIpValve believesTheProxies() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(settings.trustedProxy().stream()
                .map(InetAddress::getHostAddress)
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
