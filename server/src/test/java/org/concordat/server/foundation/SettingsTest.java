package org.concordat.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings as people give them, on the command line and in the environment. */
final class SettingsTest {

    @Test
    void startsWithoutAny() {
        Settings settings = given(Map.of(), Map.of());
        assertThat(settings.dataFolder()).isEqualTo(Path.of("concordat-data"));
        assertThat(settings.address().isLoopbackAddress()).isTrue();
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.database()).isNull();
        assertThat(settings.tls()).isNull();
        assertThat(settings.isReachedByHttps()).isFalse();
    }

    @Test
    void readsEachInTheSpellingOfItsSource() {
        Settings settings = given(
                Map.of(
                        "concordat.data-folder", "/srv/concordat",
                        "concordat.address", "0.0.0.0",
                        "concordat.trusted-proxy", "10.0.0.5,10.0.0.6",
                        "concordat.public-address", "https://sharing.example.org"),
                Map.of(
                        "CONCORDAT_DATABASE_URL", "jdbc:postgresql://db.example.org/concordat",
                        "CONCORDAT_DATABASE_OWNER_PASSWORD", "one",
                        "CONCORDAT_DATABASE_APPLICATIONPASSWORD", "two",
                        "CONCORDAT_MEMORY", "4g",
                        "CONCORDAT_JDK_PLACES", "/opt"));
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/srv/concordat"));
        assertThat(settings.trustedProxy()).hasSize(2);
        assertThat(settings.isReachedByHttps()).isTrue();
        assertThat(settings.publicAddress()).isEqualTo(URI.create("https://sharing.example.org"));
        assertThat(settings.database())
                .isEqualTo(new Settings.Database("jdbc:postgresql://db.example.org/concordat", "one", "two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"concordat.data-foldr", "concordat.database.password", "concordat.tls", "concordat.tls[0]"})
    void refusesASettingThatDoesNotExist(String name) {
        assertThatThrownBy(() -> given(Map.of(name, "secret value"), Map.of()))
                .hasMessageContaining(name)
                .hasMessageNotContaining("secret value")
                .hasMessageEndingWith("(SETTING-UNKNOWN)");
    }

    @Test
    void refusesAnEnvironmentVariableThatDoesNotExist() {
        assertThatThrownBy(() -> given(Map.of(), Map.of("CONCORDAT_DATAFOLDR", "x")))
                .hasMessageContaining("CONCORDAT_DATAFOLDR")
                .hasMessageEndingWith("(SETTING-UNKNOWN)");
    }

    @ParameterizedTest
    @CsvSource({
        "concordat.port, eighty",
        "concordat.port, 70000",
        "concordat.public-address, sharing",
        "concordat.database.url, postgres://secret@db.example.org/concordat",
        "concordat.database.owner-password, secret",
        "concordat.tls.certificate, server.pem",
        "concordat.tls.private-key, server.key"
    })
    void refusesAValueThatCannotBeAndDoesNotRepeatIt(String name, String value) {
        assertThatThrownBy(() -> given(Map.of(name, value), Map.of()))
                .hasMessageNotContaining("secret")
                .hasMessageContaining("concordat.")
                .hasMessageEndingWith("(SETTING-UNUSABLE)");
    }

    @Test
    void listensToOtherMachinesOnlyWithEncryption() {
        for (String address : new String[] {"0.0.0.0", "192.0.2.1", "::"}) {
            assertThatThrownBy(() -> given(Map.of("concordat.address", address), Map.of()))
                    .hasMessageEndingWith("(BEYOND-LOOPBACK)");
        }
        assertThat(given(Map.of("concordat.address", "::1"), Map.of()).address().isLoopbackAddress())
                .isTrue();
        Map<String, Object> encrypted = Map.of(
                "concordat.address", "0.0.0.0",
                "concordat.tls.certificate", "server.pem",
                "concordat.tls.private-key", "server.key");
        assertThat(given(encrypted, Map.of()).isReachedByHttps()).isTrue();
    }

    @Test
    void theDemosPeopleWhosePasswordEverybodyKnowsAreOnThisComputerAlone() {
        assertThat(given(Map.of(), Map.of()).demo()).isFalse();
        for (Map<String, Object> reached : java.util.List.<Map<String, Object>>of(
                Map.of("concordat.trusted-proxy", "10.0.0.5"),
                Map.of("concordat.public-address", "https://sharing.example.org"),
                Map.of(
                        "concordat.address", "0.0.0.0",
                        "concordat.tls.certificate", "server.pem",
                        "concordat.tls.private-key", "server.key"))) {
            var withDemo = new HashMap<>(reached);
            withDemo.put("concordat.demo", "true");
            assertThatThrownBy(() -> given(withDemo, Map.of())).hasMessageContaining("concordat.");
        }
    }

    @Test
    void printsNoPassword() {
        Settings settings = given(
                Map.of(
                        "concordat.database.url", "jdbc:postgresql://db.example.org/concordat",
                        "concordat.database.owner-password", "secret",
                        "concordat.database.application-password", "secret"),
                Map.of());
        assertThat(settings.toString()).contains("db.example.org").doesNotContain("secret");
    }

    private static Settings given(Map<String, Object> commandLine, Map<String, Object> environmentVariables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new HashMap<>(environmentVariables)));
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", commandLine));
        return SettingsReader.read(environment);
    }
}
