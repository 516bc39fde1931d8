package org.concordat.server.requests;

import java.util.concurrent.TimeUnit;
import org.concordat.server.foundation.acting.Acting;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes what nobody has touched for half a year. Several servers may do so at once: each row is closed by one of them. */
@Component
class RequestsExpire {

    private final Requests requests;

    RequestsExpire(Requests requests) {
        this.requests = requests;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void close() {
        Acting.asServer("expire-requests", requests::expire);
    }
}
