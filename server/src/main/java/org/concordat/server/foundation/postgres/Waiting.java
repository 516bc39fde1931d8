package org.concordat.server.foundation.postgres;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.concordat.server.foundation.ServerException;

/** Waiting for another process, which tells us nothing when it changes. */
final class Waiting {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Waiting() {}

    /** Looks every few milliseconds until something is so; false when it is not within the given time. */
    static boolean until(BooleanSupplier isSo, long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(NEVER, 10);
        }
        return true;
    }

    /** Waits so long, or until the latch opens; true when it did. */
    static boolean pause(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw interrupted(e);
        }
    }

    private static ServerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerException("START-INTERRUPTED", "Waiting for PostgreSQL was cut short. Start again.", e);
    }
}
