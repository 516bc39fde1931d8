package org.concordat.server.foundation.awaiting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every area what waits for somebody. */
@Component
public class AllAwaiting {

    private final List<AwaitingSource> sources;

    AllAwaiting(ObjectProvider<AwaitingSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    /** What waits for the person in this role: what is due first comes first, what is never due last. */
    @Transactional(readOnly = true)
    public List<Awaiting> of(Actor.InRole actor) {
        return sources.stream()
                .flatMap(source -> source.awaiting(actor).stream())
                .sorted(Comparator.comparing(waiting -> waiting.by().orElse(LocalDate.MAX)))
                .toList();
    }
}
