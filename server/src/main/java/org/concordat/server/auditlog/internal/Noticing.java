package org.concordat.server.auditlog.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.concordat.server.foundation.acting.Acting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks for unusual reading every ten minutes. Several servers on one database do no harm: each hour is noticed once. */
final class Noticing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Noticing.class);
    private static final Duration APART = Duration.ofMinutes(10);

    private final UnusualReadings readings;
    private volatile @Nullable CountDownLatch end;

    Noticing(UnusualReadings readings) {
        this.readings = readings;
    }

    @Override
    public void start() {
        var ending = new CountDownLatch(1);
        end = ending;
        Thread.ofVirtual().name("unusual-reading").start(() -> work(ending));
    }

    private void work(CountDownLatch ending) {
        try {
            while (!ending.await(APART.toMillis(), TimeUnit.MILLISECONDS)) {
                notice();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void notice() {
        try {
            Acting.asServer("notice-unusual-reading", readings::notice);
        } catch (RuntimeException trouble) {
            LOG.warn(
                    "Unusual reading could not be looked for ({}); it is tried again in ten minutes. (READING-NOT-LOOKED-AT)",
                    trouble.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        CountDownLatch ending = end;
        if (ending != null) {
            ending.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        CountDownLatch ending = end;
        return ending != null && ending.getCount() > 0;
    }
}
