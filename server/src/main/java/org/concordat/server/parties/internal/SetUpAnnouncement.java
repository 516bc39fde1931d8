package org.concordat.server.parties.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.concordat.server.foundation.Settings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says on the console, while nothing is set up, where to go and which token to type. Whoever can read the console may set the
 * server up. It goes there and not to the log, which others may read.
 */
@Component
class SetUpAnnouncement {

    private final SetUp setUp;
    private final Settings settings;
    private final MessageSource messages;

    SetUpAnnouncement(SetUp setUp, Settings settings, MessageSource messages) {
        this.setUp = setUp;
        this.settings = settings;
        this.messages = messages;
    }

    @EventListener
    void announce(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            print(System.out, port);
        }
    }

    private void print(PrintStream console, String port) {
        String here = (settings.tls() == null ? "http" : "https") + "://"
                + settings.address().getHostAddress() + ":" + port;
        String address = Optional.ofNullable(settings.publicAddress())
                .map(Object::toString)
                .map(text -> text.replaceAll("/$", ""))
                .orElse(here);
        setUp.token()
                .map(token -> messages.getMessage(
                        "parties.set-up.console", new Object[] {address + "/set-up", token}, Locale.UK))
                .ifPresent(console::println);
    }
}
