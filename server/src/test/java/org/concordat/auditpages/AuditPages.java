package org.concordat.auditpages;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.server.TestDatabase;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.concordat.server.auditlog.names.Names;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.SettingsReader;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.pages.Frame;
import org.concordat.server.foundation.pages.FrameSource;
import org.concordat.server.foundation.postgres.DatabaseAddress;
import org.concordat.server.foundation.rows.RowSecurityTransactions;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The audit log's part of the server, and as little besides as it takes. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@ComponentScan({"org.concordat.server.foundation.pages", "org.concordat.server.auditlog"})
class AuditPages {
    static final String WHO = "X-Who";
    static final String COUNCIL = "tideford-council";

    /** Whoever can ask, by what they say in the header. */
    static final Map<String, Actor.InRole> PEOPLE = Map.of(
            "auditor", person("auditor", Role.AUDITOR),
            "officer", person("officer", Role.INFORMATION_GOVERNANCE_OFFICER),
            "administrator", person("administrator", Role.PARTNERSHIP_ADMINISTRATOR),
            "practitioner", person("practitioner", Role.PRACTITIONER));

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static Actor.InRole person(String name, Role role) {
        UUID id = new UUID(name.hashCode() & 0x0FFF_FFFFL | 0x4000L, Long.MIN_VALUE | name.hashCode());
        return new Actor.InRole(id, UUID.randomUUID(), COUNCIL, Optional.empty(), role, false);
    }

    /** Starts it on a free port of this machine alone. */
    static ConfigurableApplicationContext start(TestDatabase database, Path folder, Clock clock) {
        return new SpringApplicationBuilder(AuditPages.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("testDatabase", database.application());
                    context.getBeanFactory().registerSingleton("testClock", clock);
                })
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--concordat.data-folder=" + folder,
                        "--concordat.auditing.ledger-name=ledger.tideford.example",
                        "--spring.messages.basename=messages/foundation,messages/auditlog");
    }

    @Bean
    Settings settings(ConfigurableEnvironment environment) {
        return SettingsReader.read(environment);
    }

    @Bean
    Keys keys(Settings settings) {
        return Keys.open(settings.dataFolder());
    }

    @Bean
    SecureRandom chance() {
        return new SecureRandom();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource connections(DatabaseAddress address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(6);
        return pool;
    }

    @Bean
    PlatformTransactionManager transactions(DataSource connections) {
        return new RowSecurityTransactions(connections);
    }

    @Bean
    JdbcClient sql(DataSource connections) {
        return JdbcClient.create(connections);
    }

    @Bean
    Filter whoActs() {
        return (request, response, chain) -> {
            Actor actor = Optional.ofNullable(((HttpServletRequest) request).getHeader(WHO))
                    .map(PEOPLE::get)
                    .<Actor>map(known -> known)
                    .orElse(new Actor.Nobody());
            ((HttpServletResponse) response).setHeader("Content-Security-Policy", POLICY);
            try {
                Acting.calling(actor, () -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (ServletException | IOException | RuntimeException trouble) {
                throw trouble;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }

    @Bean
    KnownCodes partners() {
        return new KnownCodes() {
            @Override
            public Set<Register> registers() {
                return Set.of(Register.ORGANISATION);
            }

            @Override
            public Set<String> known(Register register, Set<String> asked) {
                Set<String> known = new HashSet<>(asked);
                known.retainAll(Set.of(COUNCIL));
                return known;
            }
        };
    }

    @Bean
    Names names() {
        return new Names() {
            @Override
            public Map<UUID, String> people(Set<UUID> ids) {
                Map<UUID, String> names = new HashMap<>();
                PEOPLE.forEach((name, actor) -> {
                    if (ids.contains(actor.person())) {
                        names.put(actor.person(), "The " + name);
                    }
                });
                return names;
            }

            @Override
            public List<UUID> named(String words) {
                return PEOPLE.entrySet().stream()
                        .filter(person -> person.getKey().contains(words))
                        .map(person -> person.getValue().person())
                        .toList();
            }

            @Override
            public Map<String, String> organisations(Set<String> codes) {
                return codes.contains(COUNCIL) ? Map.of(COUNCIL, "Tideford Borough Council") : Map.of();
            }
        };
    }

    @Bean
    FrameSource frames() {
        return request -> Acting.current() instanceof Actor.InRole inRole
                ? new Frame(
                        Optional.of("Tideford Partnership"),
                        Optional.of(new Frame.Wearer(
                                "Ada Pemberton",
                                Optional.of("auditlog.role." + inRole.role().word()),
                                Optional.of("Tideford Borough Council"),
                                true)),
                        List.of(Frame.Item.of("auditlog.title", "/audit-log", request.getRequestURI())),
                        1,
                        false)
                : Frame.anonymous();
    }
}
