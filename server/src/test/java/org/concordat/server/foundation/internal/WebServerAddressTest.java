package org.concordat.server.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.valves.RemoteCIDRValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.concordat.server.foundation.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;

/** What the web server listens on, whoever else set it. */
final class WebServerAddressTest {
    private static final InetAddress EVERYWHERE = InetAddress.ofLiteral("0.0.0.0");
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void refusesWhatSpringsOwnSettingsWouldOpen() {
        var plain = new WebServerAddress(settings(List.of(), null));
        for (InetAddress open : new InetAddress[] {EVERYWHERE, InetAddress.ofLiteral("192.0.2.1"), null}) {
            TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
            factory.setAddress(open);
            assertThatThrownBy(() -> plain.customize(factory)).hasMessageEndingWith("(BEYOND-LOOPBACK)");
        }
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        factory.setAddress(HERE);
        plain.customize(factory);
        assertThat(factory.getEngineValves()).isEmpty();
    }

    @Test
    void answersAndBelievesOnlyTheProxyThatIsTrusted() {
        var behindProxy = new WebServerAddress(settings(List.of(InetAddress.ofLiteral("10.0.0.5")), null));
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        factory.setAddress(EVERYWHERE);
        behindProxy.customize(factory);
        var valves = List.copyOf(factory.getEngineValves());
        assertThat(((RemoteCIDRValve) valves.getFirst()).getAllow()).contains("10.0.0.5");
        String believed = ((RemoteIpValve) valves.getLast()).getInternalProxies();
        assertThat("10.0.0.5").matches(believed);
        assertThat("10.0.0.50").doesNotMatch(believed);
    }

    @Test
    void speaksHttpsWhereItHasACertificate() {
        var tls = new Settings.Tls(Path.of("server.pem"), Path.of("server.key"));
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        factory.setAddress(EVERYWHERE);
        new WebServerAddress(settings(List.of(), tls)).customize(factory);
        Ssl ssl = Objects.requireNonNull(factory.getSsl());
        assertThat(ssl.getCertificate()).endsWith("server.pem");
        assertThat(ssl.getEnabledProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
    }

    private static Settings settings(List<InetAddress> proxies, Settings.@Nullable Tls tls) {
        return new Settings(
                Path.of("unused"),
                HERE,
                0,
                null,
                proxies,
                null,
                tls,
                null,
                List.of(),
                new Settings.OneTimeCodes(false),
                new Settings.Auditing(null, 30, 5, 28),
                false,
                new Settings.Practice(null),
                -1);
    }
}
