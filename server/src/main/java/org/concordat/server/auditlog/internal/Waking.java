package org.concordat.server.auditlog.internal;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Lets whoever moves entries into the ledger rest until there is something to move. */
@Component
final class Waking {
    private final BlockingQueue<Boolean> calls = new ArrayBlockingQueue<>(1);

    /** There is something; several calls before it is seen count as one. */
    void wake() {
        calls.offer(true);
    }

    /** Returns when woken, or after {@code longest} all the same: other servers on the database wake nobody here. */
    void rest(Duration longest) throws InterruptedException {
        calls.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
