package org.concordat.server.auditlog.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.postgres.DatabaseAddress;

/** A process that records events and moves them into the ledger until it is killed. Prints the number of each that was kept. */
final class LogToKill {
    private static final int WRITERS = 4;

    private LogToKill() {}

    /** @param words address and user of the database, file of the signing key; the password is in the environment */
    public static void main(String[] words) throws Exception {
        var address = new DatabaseAddress(words[0], words[1], System.getenv("PASSWORD"));
        try (TestLog log = new TestLog(address, WRITERS + 2, SigningKey.parse(Files.readString(Path.of(words[2]))));
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            log.sequencer.start();
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(log, TestLog.person(Role.ANALYST, TestLog.COUNCIL)));
            }
        }
    }

    private static void write(TestLog log, Actor actor) {
        while (true) {
            UUID id = Acting.as(
                    actor, () -> Transactions.in(log.transactions, () -> log.log.record(TestLog.event("under-fire"))));
            synchronized (LogToKill.class) {
                System.out.println(id);
            }
        }
    }
}
