package org.concordat.server.parties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.stereotype.Component;

/** Tells people of training that they lack or that ends within a month. */
@Component
class TrainingAwaits implements AwaitingSource {

    private static final int DAYS_AHEAD = 30;

    private final Trainings trainings;
    private final Clock clock;

    TrainingAwaits(Trainings trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        LocalDate soon = LocalDate.now(clock).plusDays(DAYS_AHEAD);
        return trainings.of(actor.person()).stream()
                .filter(standing -> standing.course().isNeededBy(actor.role()))
                .filter(standing -> !standing.countsOn(soon))
                .map(standing -> new Awaiting(
                        standing.expiresOn().isPresent()
                                ? "parties.awaiting.training-ends"
                                : "parties.awaiting.training-lacking",
                        List.of(standing.course().name()),
                        "/account",
                        standing.expiresOn()))
                .toList();
    }
}
