package org.concordat.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
        assertThat(settings.oneTimeCodes().sha1Too()).isFalse();
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
                        "CONCORDAT_ONETIMECODES_SHA1TOO", "true",
                        "CONCORDAT_MEMORY", "4g",
                        "CONCORDAT_JDK_PLACES", "/opt"));
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/srv/concordat"));
        assertThat(settings.trustedProxy()).hasSize(2);
        assertThat(settings.oneTimeCodes().sha1Too()).isTrue();
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
    void sendsLettersUnencryptedToThisMachineOnly() {
        Map<String, Object> given = new HashMap<>(Map.of(
                "concordat.public-address", "https://sharing.example.org",
                "concordat.mail.host", "mail.example.org",
                "concordat.mail.from", "concordat@example.org"));
        Settings.Mail mail = given(given, Map.of("CONCORDAT_MAIL_USER", "us", "CONCORDAT_MAIL_PASSWORD", "secret"))
                .mail();
        assertThat(mail).isNotNull().hasToString("Mail[mail.example.org:587, the rest hidden]");
        assertThat(Objects.requireNonNull(mail).encryption()).isEqualTo(Settings.Mail.Encryption.STARTTLS);
        given.put("concordat.mail.encryption", "none");
        assertThatThrownBy(() -> given(given, Map.of()))
                .hasMessageContaining("concordat.mail.encryption")
                .hasMessageEndingWith("(SETTING-UNUSABLE)");
        given.put("concordat.mail.host", "127.0.0.1");
        assertThat(given(given, Map.of()).mail()).isNotNull();
        given.remove("concordat.public-address");
        assertThatThrownBy(() -> given(given, Map.of())).hasMessageContaining("concordat.public-address");
    }

    @Test
    void readsIdentityProvidersInTheSpellingOfEachSource() {
        Map<String, Object> given = new HashMap<>(Map.of(
                "concordat.providers[0].organisation", "tideford-council",
                "concordat.providers[0].issuer", "https://login.example.org/council",
                "concordat.providers[0].client-id", "concordat",
                "concordat.providers[0].secret-file", "council.secret",
                "concordat.providers[0].domains", "council.example,tideford.example"));
        Settings.Provider provider = given(given, Map.of()).providers().getFirst();
        assertThat(provider.domains()).containsExactly("council.example", "tideford.example");
        assertThat(given(
                                Map.of(),
                                Map.of(
                                        "CONCORDAT_PROVIDERS_0_ORGANISATION", "tideford-council",
                                        "CONCORDAT_PROVIDERS_0_ISSUER", "https://login.example.org/council",
                                        "CONCORDAT_PROVIDERS_0_CLIENTID", "concordat",
                                        "CONCORDAT_PROVIDERS_0_SECRETFILE", "council.secret",
                                        "CONCORDAT_PROVIDERS_0_DOMAINS_0", "council.example",
                                        "CONCORDAT_PROVIDERS_0_DOMAINS_1", "tideford.example"))
                        .providers())
                .containsExactly(provider);
        given.put("concordat.providers[0].issuer", "http://login.example.org/council");
        assertThatThrownBy(() -> given(given, Map.of()))
                .hasMessageContaining("concordat.providers.issuer")
                .hasMessageEndingWith("(SETTING-UNUSABLE)");
        given.put("concordat.providers[0].isuer", "x");
        assertThatThrownBy(() -> given(given, Map.of())).hasMessageEndingWith("(SETTING-UNKNOWN)");
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
        "concordat.practice.address, practice",
        "concordat.practice.address, secret://practice.example.org",
        "concordat.mail.from, concordat@example.org",
        "concordat.mail.password, secret",
        "concordat.mail.encryption, perhaps",
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
    void practisesWithADatabaseOfItsOwnAlone() {
        assertThatThrownBy(() -> given(
                        Map.of(
                                "concordat.demo", "true",
                                "concordat.database.url", "jdbc:postgresql://db.example.org/concordat",
                                "concordat.database.owner-password", "secret",
                                "concordat.database.application-password", "secret"),
                        Map.of()))
                .hasMessageContaining("concordat.demo")
                .hasMessageEndingWith("(SETTING-UNUSABLE)");
        assertThat(given(Map.of("concordat.practice.address", "https://practice.example.org"), Map.of())
                        .practice()
                        .address())
                .isEqualTo(URI.create("https://practice.example.org"));
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
