package org.concordat.server.foundation.mail;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.mail.Outbox.Due;
import org.concordat.server.foundation.mail.Outbox.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the letters that are due, one after the other. Several servers may do so at once: each letter is taken by one of them. A server
 * that dies between sending a letter and noting it sends it once more.
 */
@Component
public class MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int MOST_IN_A_ROW = 200;

    private final Outbox outbox;
    private final Postman postman;
    private final boolean on;

    MailWorker(Outbox outbox, Postman postman, Settings settings) {
        this.outbox = outbox;
        this.postman = postman;
        this.on = settings.mail() != null;
    }

    /** Sends what is due now. One call at a time. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    public synchronized void work() {
        for (int i = 0; on && i < MOST_IN_A_ROW && sendsOne(); i++) {
            // The next one.
        }
    }

    private boolean sendsOne() {
        Optional<Due> taken = Acting.asServer("mail", outbox::take);
        taken.ifPresent(due -> {
            Optional<Trouble> trouble = postman.deliver(due.letter());
            trouble.ifPresent(what -> LOG.warn("The letter {} ({}) was not sent: {}", due.id(), due.letter(), what));
            Acting.asServer("mail", () -> {
                trouble.ifPresentOrElse(what -> outbox.failed(due, what), () -> outbox.sent(due.id()));
                return true;
            });
        });
        return taken.isPresent();
    }

    @Scheduled(initialDelay = 10, fixedDelay = 720, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        Acting.asServer("mail", () -> {
            outbox.forgetOld();
            return true;
        });
    }
}
