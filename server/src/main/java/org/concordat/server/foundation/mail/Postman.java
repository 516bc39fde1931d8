package org.concordat.server.foundation.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.mail.Outbox.Trouble;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server that the settings name. */
@Component
class Postman {

    private static final String PATIENCE_MILLISECONDS = "20000";

    /** From here on a mail server's answer is final (RFC 5321, 4.2.1). */
    private static final int FINAL = 500;

    private final Settings settings;
    private final MessageSource messages;
    private final Clock clock;
    private final Optional<JavaMailSenderImpl> server;

    Postman(Settings settings, MessageSource messages, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
        this.server = Optional.ofNullable(settings.mail()).map(Postman::server);
    }

    /** Hands one over; answers what went wrong, empty where nothing did. */
    Optional<Trouble> deliver(Letter letter) {
        JavaMailSenderImpl to = server.orElseThrow();
        try {
            to.send(written(to, letter));
            return Optional.empty();
        } catch (MailAuthenticationException refused) {
            return Optional.of(Trouble.SIGN_IN);
        } catch (MailSendException notSent) {
            return Optional.of(trouble(notSent));
        } catch (MessagingException unfit) {
            return Optional.of(Trouble.ADDRESS);
        }
    }

    private MimeMessage written(JavaMailSenderImpl to, Letter letter) throws MessagingException {
        String link =
                Objects.requireNonNull(settings.publicAddress()).toString().replaceAll("/$", "") + letter.path();
        Object[] arguments = {letter.firstName(), link, letter.count()};
        MimeMessage message = to.createMimeMessage();
        message.setFrom(
                new InternetAddress(Objects.requireNonNull(settings.mail()).from(), true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(said(letter.kind() + ".subject", arguments), UTF_8.name());
        message.setText(
                said(letter.kind() + ".text", arguments) + "\n\n" + said("foundation.mail.foot", arguments) + "\n",
                UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }

    private String said(String key, Object[] arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }

    private static Trouble trouble(MailSendException notSent) {
        Exception first =
                notSent.getFailedMessages().values().stream().findFirst().orElse(notSent);
        return first instanceof SendFailedException refused ? ofRefusal(refused) : ofConnecting(first);
    }

    private static Trouble ofConnecting(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException
                    || cause instanceof MessagingException
                            && Objects.requireNonNullElse(cause.getMessage(), "")
                                    .contains("STARTTLS")) {
                return Trouble.ENCRYPTION;
            }
        }
        return Trouble.UNREACHABLE;
    }

    private static Trouble ofRefusal(SendFailedException refused) {
        for (Exception cause = refused; cause instanceof MessagingException each; cause = each.getNextException()) {
            if (each instanceof SMTPAddressFailedException address && address.getReturnCode() >= FINAL) {
                return Trouble.ADDRESS;
            }
        }
        return Trouble.REFUSED;
    }

    private static JavaMailSenderImpl server(Settings.Mail mail) {
        var server = new JavaMailSenderImpl();
        server.setHost(mail.host());
        server.setPort(mail.port());
        server.setDefaultEncoding(UTF_8.name());
        if (mail.user() != null) {
            server.setUsername(mail.user());
            server.setPassword(password(mail));
        }
        Properties properties = server.getJavaMailProperties();
        switch (mail.encryption()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.auth", String.valueOf(mail.user() != null));
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLISECONDS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLISECONDS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLISECONDS);
        return server;
    }

    private static String password(Settings.Mail mail) {
        if (mail.passwordFile() == null) {
            return Objects.requireNonNull(mail.password());
        }
        try {
            return Files.readString(mail.passwordFile()).strip();
        } catch (IOException unreadable) {
            throw new ServerException(
                    "SETTING-UNUSABLE",
                    "The file that concordat.mail.password-file names cannot be read. See that the server's user may read"
                            + " it.",
                    unreadable);
        }
    }
}
