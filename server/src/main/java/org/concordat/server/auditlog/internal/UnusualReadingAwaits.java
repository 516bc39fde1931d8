package org.concordat.server.auditlog.internal;

import java.util.List;
import java.util.Optional;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.stereotype.Component;

/** Tells those who look into unusual reading that there is some. */
@Component
final class UnusualReadingAwaits implements AwaitingSource {
    private final UnusualReadings readings;

    UnusualReadingAwaits(UnusualReadings readings) {
        this.readings = readings;
    }

    @Override
    public List<Awaiting> awaiting(Actor.InRole actor) {
        if (actor.role() != Role.AUDITOR && actor.role() != Role.INFORMATION_GOVERNANCE_OFFICER) {
            return List.of();
        }
        int open = readings.open();
        return open == 0
                ? List.of()
                : List.of(new Awaiting(
                        "auditlog.awaiting.unusual-reading",
                        List.of(Integer.toString(open)),
                        "/audit-log/unusual-reading",
                        Optional.empty()));
    }
}
