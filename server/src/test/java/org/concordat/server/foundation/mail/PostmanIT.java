package org.concordat.server.foundation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.Settings.Mail.Encryption;
import org.concordat.server.foundation.mail.Outbox.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/** What comes of handing a letter to a mail server, and what never leaves without encryption. */
final class PostmanIT {

    private static final Letter LETTER =
            Letter.of("parties.mail.invitation", "olu@police.example", "Olu Beat", "/invitation/abc", Optional.empty());

    private LittleMailServer server;

    @BeforeEach
    void starts() {
        server = LittleMailServer.start();
    }

    @AfterEach
    void ends() {
        server.close();
    }

    @Test
    void writesToOneAddressInPlainText() {
        assertThat(postman(Encryption.NONE, null).deliver(LETTER)).isEmpty();
        assertThat(server.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains("To: olu@police.example\n")
                        .contains("From: concordat@tideford.example\n")
                        .contains("Subject: Invited\n")
                        .contains("Auto-Submitted: auto-generated\n")
                        .contains("Date: Mon, 30 Nov 2026 09:00:00")
                        .contains("Hello Olu: https://sharing.example.org/invitation/abc\n")
                        .doesNotContain("Beat"));
    }

    @Test
    void sendsNothingWhereTheMailServerOffersNoEncryption() {
        assertThat(postman(Encryption.STARTTLS, null).deliver(LETTER)).contains(Trouble.ENCRYPTION);
        assertThat(postman(Encryption.TLS, null).deliver(LETTER)).contains(Trouble.ENCRYPTION);
        assertThat(server.letters()).isEmpty();
    }

    @Test
    void saysWhatWentWrong() {
        assertThat(postman(Encryption.NONE, "user").deliver(LETTER)).contains(Trouble.SIGN_IN);
        server.answerAddresses("550 No such person");
        assertThat(postman(Encryption.NONE, null).deliver(LETTER)).contains(Trouble.ADDRESS);
        server.answerAddresses("451 Later");
        assertThat(postman(Encryption.NONE, null).deliver(LETTER)).contains(Trouble.REFUSED);
        server.close();
        assertThat(postman(Encryption.NONE, null).deliver(LETTER)).contains(Trouble.UNREACHABLE);
        assertThat(server.letters()).isEmpty();
    }

    private Postman postman(Encryption encryption, @Nullable String user) {
        var messages = new StaticMessageSource();
        messages.addMessage("parties.mail.invitation.subject", Locale.UK, "Invited");
        messages.addMessage("parties.mail.invitation.text", Locale.UK, "Hello {0}: {1}");
        messages.addMessage("foundation.mail.foot", Locale.UK, "By a computer.");
        var mail = new Settings.Mail(
                "127.0.0.1",
                server.port(),
                encryption,
                "concordat@tideford.example",
                user,
                user == null ? null : "secret",
                null);
        return new Postman(
                new Settings(
                        Path.of("unused"),
                        InetAddress.getLoopbackAddress(),
                        0,
                        URI.create("https://sharing.example.org/"),
                        List.of(),
                        null,
                        null,
                        mail,
                        List.of(),
                        new Settings.OneTimeCodes(false),
                        new Settings.Auditing(null, 30, 5, 28),
                        false,
                        new Settings.Practice(null),
                        -1),
                messages,
                Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneOffset.UTC));
    }
}
