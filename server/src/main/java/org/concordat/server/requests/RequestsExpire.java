package org.concordat.server.requests;

import java.util.concurrent.TimeUnit;
import org.concordat.server.foundation.acting.Acting;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes what nobody has touched for half a year, and has scored again what is due. Several servers may do so at once: each row is closed by one of them. */
@Component
class RequestsExpire {

    private final Requests requests;
    private final ScoringRounds rounds;

    RequestsExpire(Requests requests, ScoringRounds rounds) {
        this.requests = requests;
        this.rounds = rounds;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void close() {
        Acting.asServer("expire-requests", requests::expire);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void askAgain() {
        Acting.asServer("score-again", rounds::begin);
    }
}
